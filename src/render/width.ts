import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Text whose every UTF-16 unit is one column wide: Latin, Greek, Cyrillic and common punctuation. Almost all text is,
 * and it needs neither grapheme clusters nor tables.
 */
export function isNarrow(text: string): boolean {
  narrow ??=
    /^[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0386\u0388-\u03ff\u0400-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u202f-\u203a\u20ac\u2190-\u2193\u2212\u2500-\u257f]*$/;
  return narrow.test(text);
}

let narrow: RegExp | undefined;

/** The columns that a text fills on a terminal: East Asian wide and emoji count two, combining marks none. */
export function columns(text: string): number {
  if (isNarrow(text)) return text.length;
  let sum = 0;
  eachCluster(text, (_, width) => {
    sum += width;
  });
  return sum;
}

// Intl.Segmenter is quadratic on one long run, so it never sees more than this many characters at a time.
const SLICE = 256;

/** Calls `visit` for each grapheme cluster (user-perceived character) with where it starts and its columns. */
export function eachCluster(text: string, visit: (start: number, columns: number, cluster: string) => void): void {
  segmenter ??= new Intl.Segmenter();
  let from = 0;
  while (from < text.length) {
    const to = sliceEnd(text, from);
    for (const { segment, index } of segmenter.segment(text.slice(from, to))) {
      visit(from + index, clusterColumns(segment), segment);
    }
    from = to;
  }
}

let segmenter: Intl.Segmenter | undefined;

/** Where to cut a slice so that no cluster of ordinary length is cut: after the last space, if there is one. */
function sliceEnd(text: string, from: number): number {
  const most = from + SLICE;
  if (most >= text.length) return text.length;
  const space = text.lastIndexOf(' ', most - 1);
  if (space > from + SLICE / 2) return space;
  patterns ??= compile();
  for (let end = most; end > from + SLICE / 2; end--) {
    if (patterns.starter.test(text.slice(end, end + 2)) && text[end - 1] !== '\u200d') return end;
  }
  return isLowSurrogate(text.charCodeAt(most)) ? most - 1 : most;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

// Compiling these costs milliseconds, which a text in Latin letters never pays.
function compile() {
  return {
    invisible: /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cs}]*$/u,
    leading: /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cs}]+/u,
    starter: /^[\p{L}\p{N}\p{P}]/u,
    spacing: /\p{Mc}|[\uff00-\uffef]/u,
    emoji: /^\p{Emoji_Presentation}/u,
    pictographic: /^\p{Emoji}/u,
    pictographs: /\p{Extended_Pictographic}/gu,
  };
}

let patterns: ReturnType<typeof compile> | undefined;

/** The columns of one grapheme cluster, as string-width counts them. */
export function clusterColumns(cluster: string): number {
  if (cluster.length === 1 && isNarrow(cluster)) return 1;
  patterns ??= compile();
  if (patterns.invisible.test(cluster)) return 0;
  if (cluster.length > 1) {
    const first = cluster.codePointAt(0) ?? 0;
    if (patterns.emoji.test(cluster)) return 2;
    if (cluster.includes('\ufe0f') && patterns.pictographic.test(cluster)) return 2;
    if (cluster.includes('\u20e3') && first < 0x80) return 2;
    if (cluster.length <= 50 && cluster.includes('\u200d') && (cluster.match(patterns.pictographs)?.length ?? 0) > 1)
      return 2;
  }
  let sum = 0;
  let base = true;
  for (const character of cluster.replace(patterns.leading, '')) {
    const code = character.codePointAt(0) ?? 0;
    if (base || patterns.spacing.test(character) || isLeadingJamo(code)) sum += eastAsianWidth(code);
    base = false;
  }
  return sum;
}

// Old Hangul: a second leading consonant in one cluster stands in cells of its own.
function isLeadingJamo(code: number): boolean {
  return code >= 0x1100 && code <= 0x115f;
}
