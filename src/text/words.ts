import { isDigit, isTrailSurrogate } from './code-units.ts';
import { isUnspaced } from './unspaced.ts';

/**
 * Counts words by Unicode's rules (UAX 29, as `Intl.Segmenter` does): with our own code for scripts that separate words
 * by spaces, with `Intl.Segmenter` for the rest (Chinese, Japanese, Thai …). From one offset to another.
 */
export function countWords(text: string, from = 0, end = text.length): number {
  const part = from === 0 && end === text.length ? text : text.slice(from, end);
  if (part.length > longestMatched || beyondLatin.test(part)) return countAnyWords(part);
  let words = 0;
  latinWord.lastIndex = 0;
  while (latinWord.test(part)) words += 1;
  return words;
}

/** A longer text is counted without the regular expression, which backtracks over each letter of a word. */
const longestMatched = 50_000;

/**
 * Letters of scripts other than Latin, soft hyphens and joiners, and a variation selector after a letter; no symbols,
 * arrows, dashes or emoji.
 */
const beyondLatin =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single UTF-16 units are meant.
  /[^\0-\xac\xae-\u02af\u2000-\u200b\u200e-\u206f\u2190-\u2bff\ud83c-\ud83e\udc00-\udfff\ufe0f]|(?<=[\w\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u02af])\ufe0f/;

/**
 * A Latin word by the rules of {@link countAnyWords}: a loop over characters is as fast, but V8 optimizes it in the
 * middle of a short text, which costs more than it saves.
 */
const latinWord = new RegExp(
  [
    String.raw`_*[a-zA-Z\d\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u02af]`,
    String.raw`(?:[\w\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u02af]`,
    String.raw`|(?<=[^\d_])[:'\u2019.\xb7](?=[a-zA-Z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u02af])|(?<=\d)[,;'\u2019.](?=\d))*`,
  ].join(''),
  'g',
);

function countAnyWords(text: string): number {
  const end = text.length;
  let words = 0;
  let start = -1; // of the current run of word characters
  let counted = false; // a run of `_` alone is no word
  let mayBeUnspaced = false;
  for (let at = 0; at <= end; at += 1) {
    const code = at < end ? text.charCodeAt(at) : space;
    if (code < 0x80 ? isAsciiWord(code) : isWordCharacter(text, at, code, start >= 0)) {
      if (start < 0) start = at;
      if (code >= firstUnspaced) mayBeUnspaced = true;
      if (!counted && code !== underscore) {
        words += 1;
        counted = true;
      }
    } else if (start >= 0 && !(mayJoin(code) && at + 1 < end && joinsWord(text, at))) {
      if (mayBeUnspaced) {
        const run = text.slice(start, at);
        if (isUnspaced(run)) words += segmentedWords(run) - 1;
      }
      start = -1;
      counted = false;
      mayBeUnspaced = false;
    }
  }
  return words;
}

const space = 32;

/** Reports whether an ASCII character is one of `\w`. */
function isAsciiWord(code: number): boolean {
  return isDigit(code) || (code > 96 && code < 123) || (code > 64 && code < 91) || code === underscore;
}

/** Thai is the first script that does not separate words by spaces; Latin, Arabic and the Indic ones come before. */
const firstUnspaced = 0xe00;

let letter: RegExp | undefined;
let mark: RegExp | undefined;

/** Reports whether a character beyond ASCII is a letter or digit, or, `inside` a word, a combining mark or joiner. */
function isWordCharacter(text: string, at: number, code: number, inside: boolean): boolean {
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba || (inside && code === 0xad);
  if (code < 0x2b0) return code !== 0xd7 && code !== 0xf7;
  // Punctuation and symbols, the commonest of the rest.
  if (code >= 0x2000 && code < 0x2c00 && (code < 0x2070 || code >= 0x2190))
    return inside && (code === 0x200c || code === 0x200d);
  // A trail surrogate goes with the lead surrogate.
  if (isTrailSurrogate(code)) return at > 0 && isWordCharacter(text, at - 1, text.charCodeAt(at - 1), inside);
  // Emoji are frequent, and no letters.
  if (code >= 0xd83c && code <= 0xd83e) return false;
  letter ??= /[\p{L}\p{N}]/u;
  mark ??= /\p{M}/u;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return letter.test(character) || (inside && mark.test(character));
}

const underscore = 95;

/** Reports whether {@link joinsWord} has a rule for a character, in ASCII `',.:;`: for most it has none. */
function mayJoin(code: number): boolean {
  return code < 0x80
    ? code === 39 || code === 44 || code === 46 || code === 58 || code === 59
    : code === 0xb7 || code === 0x2019;
}

/**
 * Reports whether a character joins words (UAX 29): MidLetter between two letters, MidNum between two digits, MidNumLet
 * between either do not break a word.
 */
function joinsWord(text: string, at: number): boolean {
  const joiner = text.charAt(at);
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (before === underscore || after === underscore) return false;
  if (!(after < 0x80 ? isAsciiWord(after) : isWordCharacter(text, at + 1, after, false))) return false;
  const digits = isDigit(before) && isDigit(after);
  const letters = !isDigit(before) && !isDigit(after);
  return (letters && ":'’.·".includes(joiner)) || (digits && ",;'’.".includes(joiner));
}

let segmenter: Intl.Segmenter | undefined;

// Intl.Segmenter is quadratic on text without a space, so it gets slices, cut at spaces where there are any.
const longestSlice = 256;

/** Beyond so many characters of one block, its words are extrapolated. */
const longestCounted = 200_000;

function segmentedWords(text: string): number {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  let words = 0;
  let at = 0;
  while (at < text.length) {
    let end = Math.min(at + longestSlice, text.length);
    if (end < text.length) {
      const space = text.lastIndexOf(' ', end);
      if (space > at) end = space;
      else if (isTrailSurrogate(text.charCodeAt(end))) end -= 1;
    }
    for (const segment of segmenter.segment(text.slice(at, end))) if (segment.isWordLike) words += 1;
    at = end;
    if (at > longestCounted) return Math.round((words / at) * text.length);
  }
  return words;
}
