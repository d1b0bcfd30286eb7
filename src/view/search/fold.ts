/** Which differences do not count when texts are compared. */
export interface Folding {
  readonly ignoreCase: boolean;
  readonly ignoreAccents: boolean;
}

/** A text as it is compared, and for each of its UTF-16 units where the character that it comes from begins and ends. */
export interface Folded {
  readonly text: string;
  /** Undefined: at the same place. */
  readonly starts?: readonly number[];
  readonly ends?: readonly number[];
}

/**
 * A text for comparison. Runs of white space are one space, and the shapes of apostrophes, dashes and quotation marks one
 * each. Ignoring accents takes the marks off Latin, Greek, Cyrillic, Hebrew and Arabic letters and parts ligatures (œ, ß);
 * marks that make another letter, as in Devanagari, Thai or Japanese, always count.
 */
export function foldForSearch(text: string, { ignoreCase, ignoreAccents }: Folding): Folded {
  const { plain, cluster, marks } = patterns();
  if (plain.test(text)) return { text: ignoreCase ? text.toLowerCase() : text };
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: character, index } of text.matchAll(cluster)) {
    const same = oneShape[character] ?? (/^\s/.test(character) ? ' ' : undefined);
    let piece = same ?? character.normalize('NFKC');
    if (ignoreAccents && same === undefined) {
      const bare = character.normalize('NFKD').replace(marks, '').normalize('NFC');
      piece = ligatures[bare] ?? bare;
    }
    if (ignoreCase) piece = piece.toLowerCase().replace('ς', 'σ');
    const end = index + character.length;
    if (piece === ' ' && folded.endsWith(' ')) {
      ends[ends.length - 1] = end;
      continue;
    }
    folded += piece;
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(index);
      ends.push(end);
    }
  }
  return { text: folded, starts, ends };
}

const oneShape: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...'‘’ʼ‛`´'].map((sign) => [sign, "'"]),
  ...[...'“”„«»'].map((sign) => [sign, '"']),
  ...[...'‐‑‒–—'].map((sign) => [sign, '-']),
  ['\u00ad', ''],
]);

const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
};

let compiled: { readonly plain: RegExp; readonly cluster: RegExp; readonly marks: RegExp } | undefined;

function patterns() {
  compiled ??= {
    plain: /^(?:[!-~]| (?! ))*$/,
    cluster: /\P{M}\p{M}{0,30}|\p{M}{1,30}/gsu,
    marks: /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/g,
  };
  return compiled;
}
