import { infoLanguage } from '../../markdown/info-language.ts';
import type { Code } from '../../markdown/syntax-tree.ts';
import { cleanText, closeBidi } from '../../text/sanitize.ts';

/** Returns the text of a code block as shown: sanitized, without empty lines at either end. */
export function codeText(block: Code): string {
  return closeBidi(cleanText(block.text)).replace(/^\n+/, '').trimEnd();
}

/** Returns the language that an info string names, in lower case. */
export function codeLanguage(info: string | undefined): string {
  return infoLanguage(info).toLowerCase();
}
