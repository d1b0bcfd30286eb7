import { createFolder } from './folder.ts';
import { foldingFor, type MatchOptions } from './matcher.ts';

/** Tells of Markdown whether a pattern may match in its text; where it says no, it need not be parsed. */
export type Sieve = (markdown: string) => boolean;

/**
 * Makes a sieve of patterns: the letters of each word of one are next to each other in the Markdown, but for marks of
 * emphasis and the like, unless something longer between them is no part of the text. Of a regular expression it is not
 * known what it needs.
 */
export function createSieve(patterns: readonly string[], options: MatchOptions): Sieve {
  if (options.regexp) return () => true;
  const wanted = patterns.map((pattern) => {
    const folding = foldingFor(pattern, options);
    const fold = createFolder(folding);
    const foldAscii = folding.ignoreCase ? (text: string) => text.toLowerCase() : (text: string) => text;
    const words: readonly string[] = fold(pattern).text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
    return (text: string, isAscii: boolean): boolean => {
      const folded = isAscii ? foldAscii(text) : fold(text).text;
      return words.every((word) => folded.includes(word));
    };
  });
  return (markdown) => {
    // A space beside the marks of a code span may be no part of the code.
    const text = markdown.includes('`') ? markdown.replace(/[ \n]?`+[ \n]?/g, '') : markdown;
    if (mayHideLetters(text)) return true;
    const letters = text.replace(/[*_~\\[$^<>]+/g, '');
    const isAscii = !beyondAscii.test(letters);
    // An accent would be put on another letter.
    if (!isAscii && /[*_~\\[$^<>`][ \n]?\p{M}/u.test(markdown)) return true;
    return wanted.some((isIn) => isIn(letters, isAscii));
  };
}

const beyondAscii = /[^\0-\x7f]/;

/** Tells whether there may be something between two letters of a word that is no part of the text, but for single marks. */
function mayHideLetters(markdown: string): boolean {
  return (
    (markdown.includes('](') && afterDestination.test(markdown)) ||
    (markdown.includes(']') && afterLabel.test(markdown)) ||
    (markdown.includes('<') && mayHideTags(markdown)) ||
    changed.test(markdown)
  );
}

/** Tells whether letters may be on both sides of tags or comments; the text of an image is in its tag. */
function mayHideTags(markdown: string): boolean {
  const before = beforeTag.test(markdown);
  const after = afterTag.test(markdown);
  return (before && after) || ((before || after) && /<img\b/i.test(markdown));
}

// Each of these tries no character twice, so that a hostile text takes no longer than others.

/** A letter, a digit, or a character that may be one. */
const letter = String.raw`\dA-Za-z\x80-\uffff`;
const marks = String.raw`[^${letter}\s()[\]<>]*`;
const afterDestination = new RegExp(String.raw`\)${marks}(?:\[${marks})?[${letter}]`);
const afterLabel = new RegExp(String.raw`\]${marks}[${letter}]|\]\[[^[\]]*\]${marks}\[`);
const beforeTag = new RegExp(String.raw`[${letter}][^${letter}\s<]*<[!/A-Za-z]`);
const afterTag = new RegExp(String.raw`>${marks}(?:\[${marks})?[${letter}]`);
/**
 * A text in brackets that begins with a space; a character reference; an alert, whose name is capitalized; the end of a
 * line that is joined to the next without a space.
 */
const changed = /\S[[<]\s|&(?:#|[A-Za-z])\w{0,40};|\[![A-Za-z]|[\u2e80-\u9fff\uff01-\uff60][ \t]*\n/;
