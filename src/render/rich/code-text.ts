import type { Code } from '../../markdown/syntax-tree.ts';
import { cleanText, closeBidi } from '../../text/sanitize.ts';

/** Returns the text of a code block as shown: sanitized, without empty lines at either end. */
export function codeText(block: Code): string {
  return closeBidi(cleanText(block.text)).replace(/^\n+/, '').trimEnd();
}

/** Extracts the language from a fence's info string, in lower case: `js` of `js {1,3} title=x`. */
export function codeLanguage(info: string | undefined): string {
  return /^[^\s,{]*/.exec(info?.trim() ?? '')?.[0]?.toLowerCase() ?? '';
}
