import type { Dialect } from './dialect.ts';
import { mapText, outsideAddresses, outsideCode } from './dialect-lines.ts';

const pattern = /==[^\s=]|\^[^\s^]{1,12}\^|[^\s~]~[^\s~]{1,12}~/;

/**
 * `==highlight==` (Obsidian, Pandoc), `x^2^` and `H~2~O` (Pandoc). Comparisons (`a == b`), carets by themselves and
 * GFM's `~strikethrough~` stay: a subscript follows a letter or digit at once and holds no space.
 */
export const pandocInlines: Dialect = {
  substrings: ['==', '^', '~'],
  pattern,
  rewrite: (lines) => mapText(lines, pattern, (text) => outsideCode(text, rewriteInlines)),
};

function rewriteInlines(text: string): string {
  return outsideAddresses(text, (words) =>
    words
      .replace(/(?<![\p{L}\d=\\])==(?=[^\s=])((?:[^=]|=(?!=))*?[^\s=\\])==(?![\p{L}\d=])/gu, '<mark>$1</mark>')
      .replace(/(?<=[\p{L}\d)\]*_])\^([^\s^[\]]{1,12})\^(?!\^)/gu, '<sup>$1</sup>')
      .replace(/(?<=[\p{L}\d)])(?<!~)~([^\s~]{1,12})~(?!~)/gu, '<sub>$1</sub>'),
  );
}
