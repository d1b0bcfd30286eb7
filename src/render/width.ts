import { eastAsianWidth } from 'get-east-asian-width';
import { isTrailSurrogate } from '../text/code-units.ts';

// Characters of one column that never join with the one before: Latin, Greek, Cyrillic, common punctuation, arrows
// (but for those that emoji are made with), mathematical symbols, box drawing. And those of two columns: East Asian
// letters and punctuation.
const narrowCharacters =
  '\\x20-\\x7e\\xa0-\\xac\\xae-\\u02ff\\u0386\\u0388-\\u03ff\\u0400-\\u0482\\u048a-\\u052f\\u1e00-\\u1eff\\u2010-\\u2027\\u202f-\\u203a\\u2070-\\u209c\\u20ac\\u2190-\\u2193\\u219a-\\u21a8\\u21ab-\\u21ff\\u2200-\\u22ff\\u2500-\\u25fc\\u2610-\\u2612\\u2713';
const wide =
  '\\u3001-\\u3029\\u3041-\\u3096\\u309b-\\u30ff\\u3400-\\u4dbf\\u4e00-\\ua48c\\uac00-\\ud7a3\\uf900-\\ufaff\\uff01-\\uff60';

/**
 * Reports whether every UTF-16 unit of a text is one column wide: so it is with almost all text, which then needs neither
 * grapheme clusters nor tables.
 */
export function isNarrow(text: string): boolean {
  narrow ??= new RegExp(`^[\\n${narrowCharacters}]*$`);
  return narrow.test(text);
}

let narrow: RegExp | undefined;

/** Counts the columns of a text on a terminal: East Asian wide characters and emoji count two, combining marks none. */
export function columns(text: string): number {
  if (isNarrow(text)) return text.length;
  let sum = 0;
  eachCluster(text, (_, width) => {
    sum += width;
  });
  return sum;
}

// Intl.Segmenter is quadratic on one long run, so it never sees more than this many characters at a time.
const slice = 256;

/** Calls `visit` for each grapheme cluster (user-perceived character) with where it starts and its columns. */
export function eachCluster(text: string, visit: (start: number, columns: number, cluster: string) => void): void {
  simple ??= new RegExp(`[\\n${narrowCharacters}${wide}]+`, 'y');
  complex ??= new RegExp(`[^\\n${narrowCharacters}${wide}]+`, 'y');
  let from = 0;
  while (from < text.length) {
    simple.lastIndex = from;
    let end = simple.test(text) ? simple.lastIndex : from;
    // The last one may be joined by what follows.
    if (end > from && end < text.length) end--;
    for (let at = from; at < end; at++) visit(at, text.charCodeAt(at) < firstWide ? 1 : 2, text.charAt(at));
    if (end === text.length) return;
    complex.lastIndex = end > from || isSimple(text, end) ? end + 1 : end;
    from = complex.test(text) ? complex.lastIndex : end + 1;
    segment(text, end, from, visit);
  }
}

const firstWide = 0x3001;
let simple: RegExp | undefined;
let complex: RegExp | undefined;

function isSimple(text: string, at: number): boolean {
  if (!simple) return false;
  simple.lastIndex = at;
  return simple.test(text);
}

function segment(
  text: string,
  start: number,
  end: number,
  visit: (start: number, columns: number, cluster: string) => void,
): void {
  segmenter ??= new Intl.Segmenter();
  let from = start;
  while (from < end) {
    const to = sliceEnd(text, from, end);
    for (const { segment: cluster, index } of segmenter.segment(text.slice(from, to))) {
      visit(from + index, clusterColumns(cluster), cluster);
    }
    from = to;
  }
}

let segmenter: Intl.Segmenter | undefined;

/** Finds where to cut a slice so that no cluster of usual length is split: after the last space, if there is one. */
function sliceEnd(text: string, from: number, last: number): number {
  const most = from + slice;
  if (most >= last) return last;
  const space = text.slice(from, most).lastIndexOf(' ');
  if (space > slice / 2) return from + space;
  patterns ??= compile();
  for (let end = most; end > from + slice / 2; end--) {
    if (patterns.starter.test(text.slice(end, end + 2)) && text[end - 1] !== '\u200d') return end;
  }
  return isTrailSurrogate(text.charCodeAt(most)) ? most - 1 : most;
}

// Compiling these costs milliseconds, which a text in Latin letters never pays.
function compile() {
  return {
    // Format characters that enclose the figures after them are visible.
    invisible:
      /^(?:(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cs}])*$/u,
    starter: /^[\p{L}\p{N}\p{P}]/u,
    emoji: /^\p{Emoji_Presentation}/u,
    pictographic: /^\p{Emoji}/u,
    toned: /^\p{Emoji_Modifier_Base}\p{Emoji_Modifier}/u,
    pictographs: /\p{Extended_Pictographic}/gu,
  };
}

let patterns: ReturnType<typeof compile> | undefined;

/**
 * Counts the columns of one grapheme cluster. An emoji fills two, whatever it is made of. In any other cluster each
 * character counts that has a width of its own, as in xterm and VTE: all consonants of a conjunct (`स्त्र` is three),
 * and spacing vowel signs.
 */
function clusterColumns(cluster: string): number {
  if (cluster.length === 1 && isNarrow(cluster)) return 1;
  patterns ??= compile();
  if (patterns.invisible.test(cluster)) return 0;
  if (cluster.length > 1) {
    const first = cluster.codePointAt(0) ?? 0;
    if (patterns.emoji.test(cluster) || patterns.toned.test(cluster)) return 2;
    if (cluster.includes('\ufe0f') && patterns.pictographic.test(cluster)) return 2;
    if (cluster.includes('\u20e3') && first < 0x80) return 2;
    if (cluster.length <= 50 && cluster.includes('\u200d') && (cluster.match(patterns.pictographs)?.length ?? 0) > 1)
      return 2;
  }
  let sum = 0;
  for (const character of cluster) {
    const code = character.codePointAt(0) ?? 0;
    if (!patterns.invisible.test(character) && !isJoiningJamo(code)) sum += eastAsianWidth(code);
  }
  return sum;
}

/** Reports whether a character is a vowel or a final consonant of Hangul, drawn within its syllable. */
function isJoiningJamo(code: number): boolean {
  return (code >= 0x1160 && code <= 0x11ff) || (code >= 0xd7b0 && code <= 0xd7ff);
}
