import { cleanText } from '../../text/sanitize.ts';

/** Escapes text content: sanitized, and nothing in it is markup. */
export function escapeText(text: string): string {
  return cleanText(text).replace(/[&<>]/g, (character) => references[character] ?? character);
}

/** Escapes the value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return cleanText(text).replace(/[&<>"]/g, (character) => references[character] ?? character);
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
