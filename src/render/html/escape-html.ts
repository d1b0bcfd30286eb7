import { cleanText } from '../../text/sanitize.ts';

/** Text as it stands between tags: clean, and with nothing in it that HTML could take for its own. */
export function escapeText(text: string): string {
  return cleanText(text).replace(/[&<>]/g, (character) => references[character] ?? character);
}

/** Text as it stands between the double quotes of an attribute. */
export function escapeAttribute(text: string): string {
  return cleanText(text).replace(/[&<>"]/g, (character) => references[character] ?? character);
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
