import { createFolder, createLetterFolder, type Folding } from './case-folder.ts';
import { foldingFor, type MatchOptions } from './matcher.ts';

/** A test that rejects what cannot contain a hit, before it is parsed and split. */
export interface Sieve {
  /** Whether a pattern may match in the text of some Markdown. */
  readonly markdown: (markdown: string) => boolean;
  /** Whether a pattern may match in some text. */
  readonly text: (text: string) => boolean;
}

/** A sieve that rejects nothing. */
export const openSieve: Sieve = { markdown: () => true, text: () => true };

/**
 * Creates a sieve of patterns: the letters of each word of one are adjacent in the Markdown, except for delimiters of
 * emphasis and the like, unless something longer between them is no part of the text. What a regular expression needs
 * is not known.
 */
export function createSieve(patterns: readonly string[], options: MatchOptions): Sieve {
  if (options.regexp) return openSieve;
  const tests = patterns.map((pattern) => wordTest(pattern, foldingFor(pattern, options)));
  const text = (text: string) => tests.some((hasWords) => hasWords(text));
  return { text, markdown: (markdown) => mayHideLetters(markdown) || text(lettersOf(markdown)) };
}

/** Creates a test whether a text has the words of a pattern, anywhere. */
function wordTest(pattern: string, folding: Folding): (text: string) => boolean {
  const fold = createLetterFolder(folding);
  const words: readonly string[] = createFolder(folding)(pattern).text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return (text) => {
    const folded = mayFold.test(text) ? fold(text) : folding.ignoreCase ? text.toLowerCase() : text;
    return words.every((word) => folded.includes(word));
  };
}

/** What may fold to a letter or a digit: nothing of ASCII, of punctuation, of arrows, and hardly an emoji. */
const mayFold =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single UTF-16 units are meant.
  /[^\0-\x7f\xa0\xab\xb7\xbb\u2010-\u2027\u2190-\u21ff\u2500-\u27bf\ufe0f\ud83d\udc00-\udfff]/;

/** Removes delimiters from Markdown; a space beside those of a code span may be no part of the code. */
function lettersOf(markdown: string): string {
  return markdown.replace(/[ \n]?`+[ \n]?|[*_~\\[$^<>]+/g, '');
}

/** Tells whether something that is no text may separate two letters of a word, other than single delimiters. */
function mayHideLetters(markdown: string): boolean {
  const text = markdown.includes('`') ? markdown.replace(/[ \n]?`+[ \n]?/g, '') : markdown;
  return (
    (text.includes('](') && afterDestination.test(text)) ||
    (text.includes(']') && afterLabel.test(text)) ||
    (text.includes('<') && mayHideTags(text)) ||
    changed.test(text) ||
    // An accent would be put on another letter.
    (mayFold.test(text) && /[*_~\\[$^<>`][ \n]?\p{M}/u.test(markdown))
  );
}

/** Tells whether letters may be on both sides of tags or comments; the text of an image is in its tag. */
function mayHideTags(text: string): boolean {
  const before = beforeTag.test(text);
  const after = afterTag.test(text);
  return (before && after) || ((before || after) && /<img\b/i.test(text));
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
