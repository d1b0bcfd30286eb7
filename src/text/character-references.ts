import { ownProperty } from './own-property.ts';
import { windows1252 } from './windows-1252.ts';

const reference = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));/g;

/**
 * Decodes HTML character references: once (`&amp;copy;` is `&copy;`) and strictly (a reference ends with `;`). The
 * result is not sanitized: U+001B may be in it.
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return named(name) ?? whole;
    return fromCode(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10));
  });
}

function fromCode(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows1252.charAt(code - 0x80);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

const common: Readonly<Record<string, string>> = {
  __proto__: null as never,
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '…',
  lt: '<',
  mdash: '—',
  nbsp: '\u00a0',
  ndash: '–',
  quot: '"',
};

function named(name: string): string | undefined {
  const character = ownProperty(common, name);
  if (character !== undefined) return character;
  // Required when a text first has another name: unpacking the table takes longer than reading a short article.
  const { decodeHTMLStrict } = require('entities/decode') as typeof import('entities/decode');
  const reference = `&${name};`;
  const decoded = decodeHTMLStrict(reference);
  return decoded === reference ? undefined : decoded;
}
