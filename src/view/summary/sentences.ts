import { ownProperty } from '../../text/own-property.ts';

/** A sentence as it stands in a text: `text` is `start` to `end`, in UTF-16 units, without white space at its ends. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of a text, in their order: those of `Intl.Segmenter`, put together where it breaks after an
 * abbreviation, an initial, a German ordinal or a quotation's "!", and parted where a full stop has no space after it
 * (`end.Start`). A line break is a space; an empty line ends a sentence. Time grows with the text's length.
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

/** Where sentences end. Each decision looks at a bounded stretch to both sides, so that a long sentence costs no more. */
function* ends(text: string, rules: Rules): Iterable<number> {
  if (isOneSentence(text)) {
    yield text.length;
    return;
  }
  let start = 0;
  let segmentStart = 0;
  let quotes = 0;
  let counted = 0;
  for (const segmentEnd of segmentEnds(text, rules.segmenter)) {
    const places = [...glued(text, segmentStart, segmentEnd), segmentEnd];
    segmentStart = segmentEnd;
    for (const place of places) {
      let end = place;
      while (counted < end) if (text[counted++] === '"') quotes++;
      // `end."Start`: Unicode's rules take the mark for a closing one.
      if (quotes % 2 === 1 && /[.!?…]"$/.test(text.slice(Math.max(0, end - 2), end))) {
        end--;
        counted = end;
        quotes--;
      }
      // An opening bracket after a Japanese full stop belongs to what it opens.
      while (end > start + 1 && /[「『（〈《【]/.test(text[end - 1] ?? '')) end--;
      // `« Who? » he asks`: a mark that closes after a space.
      const closing = /^[»”’)\]]+(?:\s+|$)/.exec(text.slice(end, end + reach));
      if (closing) end += closing[0].length;
      if (end <= start) continue;
      const before = text.slice(Math.max(start, end - reach), end);
      const after = text.slice(end, end + reach);
      if (end < text.length && belongTogether(before, after, end - start, rules)) continue;
      yield end;
      start = end;
    }
  }
  if (start < text.length) yield text.length;
}

/** Whether no sentence can end but at the text's end, which is quicker to see than to ask the segmenter for. */
export function isOneSentence(text: string): boolean {
  if (text.length > longestSentence) return false;
  const first = text.search(terminator);
  return first < 0 || /^[.!?]+$/.test(text.slice(first));
}

/** What the segmenter ends a sentence after (UAX 29, and its Greek rules), and what {@link glued} does. */
const terminator = /[\p{Sentence_Terminal}\u2024;\u037e…\n\r\u0085\u2028\u2029]/u;

const reach = 64;

/** What goes on for longer is no sentence: it is cut, so that the segmenter never sees more at once. */
const longestSentence = 131_072;

/**
 * The ends of the segmenter's sentences. V8's segmenter is quadratic in the length of what it is given, hence windows;
 * the last sentence of a window may be cut, so that it is looked at again.
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

/** Ends that the segmenter does not see: no space after the full stop, or an ellipsis as one character. */
function* glued(text: string, start: number, end: number): Iterable<number> {
  const segment = text.slice(start, end);
  for (const match of segment.matchAll(patterns().gluedEnd)) {
    const place = match.index + match[0].length;
    const word = /[^\s"'’«“(]*$/.exec(segment.slice(Math.max(0, place - reach), place - 1))?.[0] ?? '';
    // An address, a file or a method's name (`www.example.Com`, `System.Out`) is one word.
    if (segment[place - 1] === '…' || !/[./@:\\_=]/.test(word)) yield start + place;
  }
}

function belongTogether(before: string, after: string, length: number, rules: Rules): boolean {
  const { opening, ordinal, initial, spaced, lastWord, lowerCase, list } = patterns();
  const next = after.replace(opening, '');
  // A quotation's own mark inside its sentence: "Who?" he asked.
  if (lowerCase.test(next) && /[!?…."»”’)\]]\s*$/.test(before)) return true;
  // Japanese and Chinese quotations go on with a particle or a verb.
  if (/[。！？][」』）”]\s*$/.test(before) && /^[とがはのをにでもっ说說道]/.test(next)) return true;
  if (!/\.\s*$/.test(before)) return false;
  if (list.test(before) && length <= 6) return true;
  if (initial.test(before)) return !opens(next);
  if (spaced.test(before) && /^\p{Lu}\./u.test(next)) return true;
  if (rules.dottedOrdinals && ordinal.test(before)) return true;
  const word = lastWord.exec(before)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  if (titles.has(word)) return true;
  if (references.has(word)) return /^[\p{N}§(]/u.test(next) || /^[IVXLC]+\b/.test(next);
  return rules.abbreviations.has(word);
}

/** Words that open a sentence and hardly ever a name, which tells an initial from a sentence's last letter. */
function opens(next: string): boolean {
  const word = /^\p{L}+/u.exec(next)?.[0].toLowerCase();
  return word !== undefined && openers.has(word);
}
const openers = new Set(
  (
    'the a an in it he she they we this that these those but and on at as for if his her its their there when while after ' +
    'il elle ils elles en dans mais et ce cette ces un une au aux pour selon puis alors depuis avec on nous ' +
    'er sie es im ein eine und aber das wir dann auch los las pero este esta una como sin con'
  ).split(' '),
);
// What stands before a name, so that no sentence ends with it.
const titles = new Set(
  (
    'm mm mr mrs ms mme mlle dr drs pr prof me mgr st ste sr sra srta dra sig dott ing hr fr gen col lt capt cpt sgt maj ' +
    'adm rev hon gov sen rep pres messrs esq mt ft jhr mej dhr mevr bp vs cf viz e.g i.e p.ex z.b d.h u.a bzw vgl bijv ' +
    'resp env ph.d av j.-c'
  ).split(' '),
);
titles.delete('j.-c');
// What stands before a number.
const references = new Set(
  (
    'no nos nr nº n p pp s vol fig figs art arts ch chap sec sect eq eqs cap pág págs tab abs bd abb t vers v str ' +
    'jan feb febr mar apr jun jul aug sep sept oct okt nov dec dez déc janv févr avr juil approx ca c circa env'
  ).split(' '),
);

interface Rules {
  readonly segmenter: Intl.Segmenter;
  readonly dottedOrdinals: boolean;
  readonly abbreviations: ReadonlySet<string>;
}

const abbreviations: Readonly<Record<string, string>> = {
  de: 'ca evtl ggf inkl exkl sog geb gest str dipl hrsg jh jhd mio mrd nr tel usw',
  nl: 'ca o.a d.w.z m.b.t jl',
  es: 'ee uu ud uds vd vds aprox',
  pt: 'exmo exma v.exa aprox',
  ru: 'г гг им ул стр рис см т.е т.д т.п др проф акад',
  uk: 'р рр ім вул стор рис див проф',
  pl: 'ul im św tzw tj np ok płk gen r prof',
  cs: 'tzv např tj č str mj',
  sv: 'bl.a d.v.s t.ex ca',
  da: 'bl.a f.eks ca',
  nb: 'bl.a f.eks ca',
};
const ordinalLanguages = new Set('de da nb nn no fi cs sk sl hr sr bs hu et lv pl tr is fo lb'.split(' '));

const kept = new Map<string, Rules>();

function rulesFor(language: string | undefined): Rules {
  const tag = language ?? '';
  const known = kept.get(tag);
  if (known) return known;
  const primary = tag.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
  const rules: Rules = {
    segmenter: segmenterFor(primary),
    dottedOrdinals: ordinalLanguages.has(primary),
    abbreviations: new Set(ownProperty(abbreviations, primary)?.split(' ')),
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
    /** `end.Start` and `end… Start`. */
    gluedEnd:
      /(?<=\p{Ll}\p{Ll}|\p{Lu}{3}|\p{N}|[)\]»”%])(?:[.!?]+(?=["«“]?\p{Lu}[\p{Ll}'’])(?!\p{L}{1,40}[.@/\\_(]\p{L})|…(?=\s+["«“]?\p{Lu}[\p{Ll}'’ ]))/gu,
    opening: /^[\s"'«“‘([¿¡—–-]+/u,
    lowerCase: /^\p{Ll}/u,
    /** A lone capital: J. K. Rowling, George W. Bush. */
    initial: /(?:^|[\s"'’«“(.-])\p{Lu}\.\s*$/u,
    /** z. B., i. d. R. */
    spaced: /(?:^|\s)\p{Ll}\.\s*$/u,
    ordinal: /(?:^|[\s(])(?:\p{N}{1,2}|[IVX]{1,6})\.\s*$/u,
    /** A number or a letter that counts what follows. */
    list: /^["«“(]?\s*(?:\p{N}{1,3}|\p{L})\.\s*$/u,
    lastWord: /(?:^|[\s"'’«“(\u00a0\u202f-])(\p{L}[\p{L}.-]*)\.\s*$/u,
  };
}
