import { spaceless } from '../../text/unspaced.ts';
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
  const wanted = patterns.map((pattern) => wantedOf(pattern, foldingFor(pattern, options)));
  const tests = wanted.map(wordTest);
  const text = (text: string) => tests.some((hasWords) => hasWords(text));
  const ofAscii = wanted.map(markedWordTest);
  const mayHideLetters = hiddenTest(wanted);
  return {
    text,
    markdown: (markdown) => {
      const folds = mayFold.test(markdown);
      const hasWords = folds ? text(lettersOf(markdown)) : ofAscii.some((hasWords) => hasWords(markdown));
      return hasWords || mayHideLetters(markdown, folds);
    },
  };
}

/** The folded words of a pattern. */
interface Wanted {
  readonly words: readonly string[];
  readonly folding: Folding;
}

function wantedOf(pattern: string, folding: Folding): Wanted {
  return { words: createFolder(folding)(pattern).text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [], folding };
}

/** Creates a test whether a text has the words of a pattern, anywhere. */
function wordTest({ words, folding }: Wanted): (text: string) => boolean {
  const fold = createLetterFolder(folding);
  return (text) => {
    const folded = mayFold.test(text) ? fold(text) : folding.ignoreCase ? text.toLowerCase() : text;
    return words.every((word) => folded.includes(word));
  };
}

/** Creates a test whether Markdown in which nothing folds has the words of a pattern, with delimiters in them. */
function markedWordTest({ words, folding }: Wanted): (markdown: string) => boolean {
  const delimiters = '[ \\n`*_~\\\\[$^<>]*';
  const expressions = words.map(
    (word) => new RegExp([...word.slice(0, enough)].join(delimiters), folding.ignoreCase ? 'i' : ''),
  );
  return (markdown) => expressions.every((expression) => expression.test(markdown));
}

/** So many letters of a word are searched for: in a hostile text the time grows with them. */
const enough = 50;

/**
 * What may fold to a letter or a digit: nothing of ASCII, hardly a symbol or an emoji. Of more than 16 ranges V8 searches
 * each character by a call.
 */
const mayFold =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single UTF-16 units are meant.
  /[^\0-\x7f\xa0-\xa7\xa9\xab\xb0\xb1\xb7\xbb\u2010-\u2027\u2190-\u245f\u2500-\u2bff\ufe0f\ud83d\udc00-\udfff]/;

/** Removes delimiters from Markdown; a space beside those of a code span may be no part of the code. */
function lettersOf(markdown: string): string {
  return markdown.replace(/[ \n]?`+[ \n]?|[*_~\\[$^<>]+/g, '');
}

/**
 * Creates a test whether something that is no text may separate two letters of a word, other than single delimiters.
 * None of its expressions tries a character twice, so that a hostile text takes no longer than others.
 */
function hiddenTest(wanted: readonly Wanted[]): (markdown: string, folds: boolean) => boolean {
  const later = laterLetters(wanted.flatMap(({ words }) => words));
  const after = String.raw`${symbols}(?:\[${symbols})?${later}`;
  const afterMarkup = new RegExp(String.raw`[)\]>]${symbols}(?:\[${symbols})*${later}`);
  const afterDestination = new RegExp(String.raw`\)${after}`);
  const afterLabel = new RegExp(String.raw`\]${symbols}${later}|\]\[[^[\]]*\]${symbols}\[`);
  const imageText = new RegExp(String.raw`${anyCase('alt')}\s*=[\s"']*${later}`);
  const mayHideTags = tagTest(later);
  const countsCase = wanted.some(({ folding }) => !folding.ignoreCase);
  return (markdown, folds) => {
    const hasCode = markdown.includes('`') && /[[\]<]/.test(markdown);
    const text = hasCode ? markdown.replace(/[ \n]?`+[ \n]?/g, '') : markdown;
    const isFollowed = afterMarkup.test(text);
    return (
      (isFollowed && ((text.includes('](') && afterDestination.test(text)) || afterLabel.test(text))) ||
      (text.includes('<') && (isFollowed || imageText.test(text)) && mayHideTags(text)) ||
      changed.test(text) ||
      // An alert's name is capitalized.
      (countsCase && /\[![A-Za-z]/.test(text)) ||
      // An accent would be put on another letter.
      (folds && (joined.test(text) || /[*_~\\[$^<>`][ \n]?\p{M}/u.test(markdown)))
    );
  };
}

/**
 * Creates a test whether tags or comments may separate two letters: whether between spaces these are on both sides of
 * one, or of the end of a link beside it. The text of an image is in its tag. A `<` or `>` in an attribute or a comment
 * leaves a `<` or `>` that is no tag. A `<br>` is a space.
 */
function tagTest(later: string): (text: string) => boolean {
  const run = `[^${letter}\\s]*`;
  const afterLetter = `[${letter}](?=${run}>)${run}`;
  const afterSpace = String.raw`(?:^|\s)(?=${run}>)(?=${run}(?:[()[\]]|(?<!<)>))${run}`;
  const broken = new RegExp(`(?:${afterLetter}|${afterSpace})${later}`);
  const imageText = String.raw`<${anyCase('img')}\b[^<>]*${anyCase('alt')}\s*=[\s"']*${later}`;
  const beforeImage = new RegExp(String.raw`(?:[${letter}]|\s(?=${run}[()[\]]))${run}${imageText}`);
  return (text) => {
    const bare = text.replace(/<br\b[^<>]*>/gi, ' ').replace(/<(?!img\b)[^<>]*>/gi, '<>');
    return /<(?!>|img\b[^<>]*>)[a-z/!?]/i.test(bare) || broken.test(bare) || beforeImage.test(bare);
  };
}

/** A letter, a digit, or a character that may be one. */
const letter = String.raw`\dA-Za-z\x80-\uffff`;
const symbols = String.raw`[^${letter}\s()[\]<>]*`;

/**
 * Returns an expression of what of a word may follow something that is no text: any letter of the word but the first, and
 * the next, unless something else comes between these.
 */
function laterLetters(words: readonly string[]): string {
  if (words.some((word) => /[^\da-z]/i.test(word))) return `[${letter}]`;
  const pairs = new Set(
    words.flatMap((word) => Array.from(word.slice(1), (first, at) => first + word.slice(at + 2, at + 3))),
  );
  const starts = Array.from(pairs, ([first = '', next]) =>
    next ? String.raw`${anyCase(first)}(?:${anyCase(next)}|(?![\dA-Za-z]))` : anyCase(first),
  );
  return `(?:${[String.raw`[\x80-\uffff]`, ...starts].join('|')})`;
}

/** Writes letters for an expression in either case: the flag `i` takes long to compile with \x80-\uffff. */
function anyCase(letters: string): string {
  return letters.replace(/[a-z]/gi, (one) => `[${one.toLowerCase()}${one.toUpperCase()}]`);
}

/** A text in brackets that begins with a space; a reference to a character that may be in a word. */
const changed = /[[<](?<=\S[[<])\s|&(?!(?:amp|lt|gt|quot|nbsp);)(?:#|[A-Za-z])\w{0,40};/;

/** The end of a line that is joined to the next without a space. */
const joined = new RegExp(String.raw`[${spaceless}][ \t]*\n`);
