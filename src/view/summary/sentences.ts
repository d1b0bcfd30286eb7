import { primaryLanguage } from '../../text/language/primary-language.ts';
import { isOpener } from '../../text/sentence-openers.ts';
import { latinEnds } from './latin-ends.ts';
import { type Abbreviations, abbreviationsFor } from './sentence-abbreviations.ts';

/** A sentence of a text: `text` is what is from `start` to `end`, in UTF-16 units, without white space at its ends. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a text into its sentences, in order: those of `Intl.Segmenter`, joined where it breaks after an abbreviation,
 * an initial, a German ordinal, within brackets or at a quotation's "!", and split where it does not see an end: before
 * a number, at the full stops of Tibetan, or where there is no space after one (`end.Start`). A reference such as `[1]`
 * stays with the sentence before it. A line break is a space; an empty line ends a sentence. Time is linear.
 */
export function splitSentences(text: string, language?: string): readonly Sentence[] {
  const rules = rulesFor(language);
  const sentences: Sentence[] = [];
  for (const [from, to] of paragraphs(text)) {
    const paragraph = text.slice(from, to).replace(/[\n\r\u2028\u2029\u0085\v\f]/g, ' ');
    let start = 0;
    for (const end of ends(paragraph, rules)) {
      const raw = paragraph.slice(start, end);
      const trimmed = raw.trim();
      if (trimmed !== '') {
        const first = from + start + raw.indexOf(trimmed);
        sentences.push({ text: trimmed, start: first, end: first + trimmed.length });
      }
      start = end;
    }
  }
  return sentences;
}

function* paragraphs(text: string): Iterable<readonly [number, number]> {
  let from = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    yield [from, gap.index];
    from = gap.index + gap[0].length;
  }
  yield [from, text.length];
}

/** Yields the ends of sentences. Each decision examines a bounded range, so that a long sentence costs no more. */
function* ends(text: string, rules: Rules): Iterable<number> {
  if (isOneSentence(text)) {
    yield text.length;
    return;
  }
  let start = 0;
  let segmentStart = 0;
  let quotes = 0;
  let counted = 0;
  const known = rules.language === 'el' ? undefined : latinEnds(text);
  for (const segmentEnd of known ?? segmentEnds(text, rules.segmenter)) {
    const places = [...unseen(text, segmentStart, segmentEnd), segmentEnd];
    segmentStart = segmentEnd;
    for (const place of places) {
      let end = place;
      while (counted < end) if (text[counted++] === '"') quotes++;
      // `end."Start`: Unicode's rules take the quotation mark for a closing one.
      if (quotes % 2 === 1 && /[.!?…]"$/.test(text.slice(Math.max(0, end - 2), end))) {
        end--;
        counted = end;
        quotes--;
      }
      // An opening bracket after a full stop belongs to what it opens, or is a reference's.
      while (end > start + 1 && /[「『（〈《【[(]$|[。！？][“‘]$/.test(text.slice(end - 2, end))) end--;
      // `« Who? » he asks`: a quotation mark that closes after a space; a reference: `martyr.[1]`, `martyr.¹`.
      const closing = /^(?:[»”’)\]]+|(?:\[(?:\p{N}{1,3}|\p{L})\])+|[¹²³⁰⁴-⁹]+)(?:\s+|$)/u.exec(
        text.slice(end, end + reach),
      );
      if (closing) end += closing[0].length;
      if (end <= start) continue;
      const before = text.slice(Math.max(start, end - reach), end);
      const after = text.slice(end, end + reach);
      if (end < text.length && belongTogether(before, after, end - start, rules)) continue;
      if (end < text.length && isInBrackets(text, start, end)) continue;
      yield end;
      start = end;
    }
  }
  if (start < text.length) yield text.length;
}

/** Reports whether no sentence can end before the text's end, which is faster than the segmenter. */
export function isOneSentence(text: string): boolean {
  if (text.length > longestSentence) return false;
  const first = text.search(terminator);
  return first < 0 || /^[.!?]+$/.test(text.slice(first));
}

/** What the segmenter ends a sentence after (UAX 29, and its Greek rules), and what {@link unseen} finds. */
const terminator = /[\p{Sentence_Terminal}།༎\u2024;\u037e…\n\r\u0085\u2028\u2029]/u;

/** The longest bracket that may hold sentences, in characters. */
const longestBracket = 200;

/** Reports whether a place is in a bracket within a sentence that continues after it: `He left (It was late.) and …` */
function isInBrackets(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start, end - longestBracket), end);
  const open = before.lastIndexOf('(');
  if (open < 1 || before.includes(')', open) || open + Math.max(start, end - longestBracket) === start) return false;
  const close = /^[^()]*\)\s*(\p{Ll}|[,;])/u.exec(text.slice(end, end + longestBracket));
  return close !== null;
}

const reach = 64;

/** The longest sentence: a longer one is cut, so that the segmenter never gets more at once. */
const longestSentence = 131_072;

/**
 * Yields the ends of the segmenter's sentences. V8's segmenter is quadratic in the length of its input, hence windows;
 * the last sentence of a window may be cut, so it is segmented again.
 */
function* segmentEnds(text: string, segmenter: Intl.Segmenter): Iterable<number> {
  let from = 0;
  let size = 1024;
  while (from < text.length) {
    const window = text.slice(from, from + size);
    const last = from + window.length >= text.length;
    let base = from;
    for (const { index, segment } of segmenter.segment(window)) {
      const end = base + index + segment.length;
      if (!last && index + segment.length === window.length) break;
      yield end;
      from = end;
    }
    if (last) return;
    if (from === base && size >= longestSentence) {
      from += window.length;
      yield from;
    }
    size = from === base ? size * 2 : 1024;
    base = from;
  }
}

/**
 * Yields ends that the segmenter does not see: no space after the full stop, a number or an ordinal letter after it, an
 * ellipsis as one character, the shad of Tibetan.
 */
function* unseen(text: string, start: number, end: number): Iterable<number> {
  const segment = text.slice(start, end);
  for (const match of segment.matchAll(patterns().unseenEnd)) {
    const place = match.index + match[0].length;
    if (place >= segment.length) continue;
    const word = /[^\s"'’«“(]*$/.exec(segment.slice(Math.max(0, place - reach), place - 1))?.[0] ?? '';
    // An address, a file or a method's name (`www.example.Com`, `System.Out`) is one word.
    if (/\s$/.test(match[0]) || segment[place - 1] === '…' || !/[./@:\\_=]/.test(word)) yield start + place;
  }
}

/** Reports whether the texts before and after a possible end are of one sentence. */
function belongTogether(before: string, after: string, length: number, rules: Rules): boolean {
  const { opening, lowerCase, list, firm, spaced } = patterns();
  const next = after.replace(opening, '');
  if (list.test(before) && length <= 6) return true;
  // A quotation's own punctuation inside its sentence: "Who?" he asked.
  if (
    lowerCase.test(next) &&
    /[!?…."»”“’)\]]\s*$/.test(before) &&
    (!/^\p{Ll}[.)]\s/u.test(next) || spaced.test(before))
  )
    return true;
  if (/[。！？؟?!.][」』）”》"»]\s*$/u.test(before) && goesOnBehindQuotation(before, after, rules.language))
    return true;
  // A word that begins with the punctuation: `!3`, `!important`, `?page`, `.NET`.
  if (/(?:^|[\s(“"'«])[!?]$|(?:^|\s)\.$/.test(before) && /^[\p{L}\p{N}]/u.test(after)) return true;
  // A name that ends in a full stop or an exclamation mark: モーニング娘。は, Yahoo! Inc.
  if (/。$/.test(before) && /^[はを]/.test(next)) return true;
  if (/!\s*$/.test(before) && firm.test(next)) return true;
  return /\.\s*$/.test(before) && isAbbreviated(before, next, rules);
}

/** Reports whether a sentence continues after a quotation that ends in it. */
function goesOnBehindQuotation(before: string, after: string, language: string): boolean {
  // A title is a word of its sentence.
  if (/》\s*$/.test(before)) return true;
  // A particle or a verb of saying follows.
  if (language === 'ja' && /^[とがはのをにでもっ]/.test(after)) return true;
  if (language === 'ko' && /^\p{Script=Hangul}/u.test(after)) return true;
  if (language === 'ar' && /^\s*(?:قال|قالت|سأل|سألت|أجاب|أجابت|رد|ردت|أضاف|أضافت|صرخ|هتف)/.test(after)) return true;
  if (language !== 'zh' && language !== '') return false;
  if (/^[^，。！？、“「]{0,8}?(?:问|問|说|說|道|喊|叫|答|写|寫|想)[道着著]?[。，：、]/u.test(after)) return true;
  // A quotation that a word introduces without a colon is a part of its sentence: 他写了“再见。”然后离开。
  return language === 'zh' && /\p{Script=Han}[“「][^“”「」]*[”」]$/u.test(before);
}

/** Reports whether a full stop is that of an abbreviation, an initial or an ordinal within a sentence. */
function isAbbreviated(before: string, next: string, { language, abbreviations }: Rules): boolean {
  const { initial, spaced, ordinal, roman, lastWord, number } = patterns();
  const word = lastWord.exec(before)?.[1]?.toLowerCase();
  const opens = opensSentence(next);
  if (word !== undefined) {
    if (abbreviations.afterNumber.has(word) && /(?:\p{N}|[IVXLC])\s*\p{L}+\.\s*$/u.test(before)) return false;
    if (word === 'no' && !/[nN]o\.\s*$/.test(before)) return false;
    if (/^[ap]\.m$/.test(word)) return /^(?:\p{Lu}{2,4}\b|\p{Ll})/u.test(next);
    if (abbreviations.seldom.has(word)) return !opens;
    // `в г. Москве`: not a year's, but a town's.
    if (abbreviations.afterNumber.has(word)) return !opens;
    if ((abbreviations.beforeNumber.has(word) || /\p{L}str$/u.test(word)) && number.test(next)) return true;
    if (abbreviations.never.has(word) || isMonthOfWeekday(before, next)) return true;
  }
  if (initial.test(before)) return !opens;
  if (spaced.test(before) && /^\p{Lu}\./u.test(next)) return true;
  if (language === 'de' && /(?:^|\s)\p{L}\. ?\p{Ll}\.\s*$/u.test(before)) return !opens;
  // Other languages than German continue in lower case after an ordinal, except for a king's names.
  return (roman.test(before) || (language === 'de' && ordinal.test(before))) && !opens;
}

function isMonthOfWeekday(before: string, next: string): boolean {
  return (
    /\b(?:Sat|Sun)\.\s*$/.test(before) && /^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|\d)/.test(next)
  );
}

function opensSentence(next: string): boolean {
  const word = /^(\p{L}+)(?![.\p{L}])/u.exec(next)?.[1];
  return word !== undefined && isOpener(word);
}

interface Rules {
  readonly segmenter: Intl.Segmenter;
  readonly language: string;
  readonly abbreviations: Abbreviations;
}

const kept = new Map<string, Rules>();

function rulesFor(language: string | undefined): Rules {
  const tag = language ?? '';
  const known = kept.get(tag);
  if (known) return known;
  const primary = primaryLanguage(language);
  let segmenter: Intl.Segmenter | undefined;
  const rules: Rules = {
    get segmenter() {
      segmenter ??= segmenterFor(primary);
      return segmenter;
    },
    language: primary,
    abbreviations: abbreviationsFor(primary),
  };
  if (kept.size < 64) kept.set(tag, rules);
  return rules;
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || 'en', { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}

let compiled: ReturnType<typeof compile> | undefined;

function patterns() {
  compiled ??= compile();
  return compiled;
}

function compile() {
  return {
    /** `end.Start`, `end… Start`, `end. 81 per cent`, `item. b. The next`, `།`. */
    unseenEnd:
      /(?<=\p{Ll}\p{Ll}|\p{Lu}{3}|\p{N}|[)\]»”%])(?:[.!?]+(?=["«“]?\p{Lu}[\p{Ll}'’])(?!\p{L}{1,40}[.@/\\_(]\p{L})|…(?=\s+["«“]?\p{Lu}[\p{Ll}'’ ]))|(?<=[\p{L}\p{N}]|[)»”"])[.!?]["”»)]?\s+(?=["“«(]?\p{N}+(?:[.,:\p{N}]*\p{N})?[\s%°.)]|\p{Ll}[.)]\s+(?:\p{Lu}|$))|[།༎]+\s+/gu,
    opening: /^[\s"'«“‘([¿¡—–-]+/u,
    lowerCase: /^\p{Ll}/u,
    /** Yahoo! Inc. */
    firm: /^(?:Inc|Corp|Ltd|Co|GmbH|AG|SA|S\.A)\b/,
    /** A lone capital, or a letter of Arabic or Devanagari: J. K. Rowling, George W. Bush, د. سمير. */
    initial: /(?:^|[\s"'’«“(.-])(?:\p{Lu}|\p{Script=Arabic}{1,2})\.\s*$/u,
    /** z. B., i. d. R. */
    spaced: /(?:^|\s)\p{Ll}\.\s*$/u,
    ordinal: /(?:^|[\s(])\p{N}{1,2}\.\s*$/u,
    roman: /(?:^|[\s(])[IVX]{1,6}\.\s*$/u,
    /** A number or a letter that numbers what follows. */
    list: /^["«“(]?\s*(?:\p{N}{1,3}|\p{L})[.)]{1,2}\s*$/u,
    lastWord: /(?:^|[\s"'’«“(\u00a0\u202f-])(\p{L}[\p{L}\p{M}.º°ª-]*)\.\s*$/u,
    number: /^(?:[\p{N}§(#\p{Sc}]|[IVXLC]+\b)/u,
  };
}
