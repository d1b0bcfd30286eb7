/** The differences that are ignored when texts are compared. */
export interface Folding {
  readonly ignoreCase: boolean;
  readonly ignoreAccents: boolean;
}

/** A text as it is compared. */
export interface Folded {
  readonly text: string;
  /** Maps a range of `text` to the range of what was folded, in UTF-16 units, whole characters. */
  readonly origin: (start: number, end: number) => { readonly start: number; readonly end: number };
}

/**
 * Creates a function that folds a text for comparison. Runs of white space are one space, and the shapes of
 * apostrophes, dashes and quotation marks one each. Ignoring accents removes combining marks from Latin, Greek,
 * Cyrillic, Hebrew and Arabic letters and splits ligatures (œ, ß); marks that make another letter, as in Devanagari,
 * Thai or Japanese, always count.
 */
export function createFolder(folding: Folding): (text: string) => Folded {
  const { plain } = patterns();
  const pieces = new Map<string, string>();
  return (text) => {
    if (plain.test(text)) {
      return { text: folding.ignoreCase ? text.toLowerCase() : text, origin: (start, end) => ({ start, end }) };
    }
    let folded = '';
    eachPiece(text, folding, pieces, (piece) => {
      folded += piece;
    });
    // Most texts have no hit, so that offsets are computed only when needed.
    let places: ReturnType<typeof placesOf> | undefined;
    const origin = (start: number, end: number) => {
      places ??= placesOf(text, folding, pieces);
      return { start: places.starts[start] ?? text.length, end: places.ends[end - 1] ?? text.length };
    };
    return { text: folded, origin };
  };
}

/**
 * Creates a function that folds the letters and digits of a text as {@link createFolder} does, with other spaces and
 * punctuation between them: of most texts it examines few characters.
 */
export function createLetterFolder(folding: Folding): (text: string) => string {
  const pieces = new Map<string, string>();
  const { rare } = patterns();
  return (text) => {
    const folded = text.replace(rare, (character) => pieceOf(character, folding, pieces));
    return folding.ignoreCase ? folded.toLowerCase() : folded;
  };
}

function placesOf(text: string, folding: Folding, pieces: Map<string, string>) {
  const starts: number[] = [];
  const ends: number[] = [];
  eachPiece(text, folding, pieces, (piece, start, end) => {
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
  });
  return { starts, ends };
}

function eachPiece(
  text: string,
  folding: Folding,
  pieces: Map<string, string>,
  take: (piece: string, start: number, end: number) => void,
): void {
  let afterSpace = false;
  for (const { 0: character, index } of text.matchAll(patterns().cluster)) {
    const piece = pieceOf(character, folding, pieces);
    if (piece !== ' ' || !afterSpace) take(piece, index, index + character.length);
    if (piece !== '') afterSpace = piece === ' ';
  }
}

function pieceOf(character: string, { ignoreCase, ignoreAccents }: Folding, pieces: Map<string, string>): string {
  const known = pieces.get(character);
  if (known !== undefined) return known;
  const same = oneShape[character] ?? (/^\s/.test(character) ? ' ' : undefined);
  let piece = same ?? character.normalize('NFKC');
  if (ignoreAccents && same === undefined) {
    const bare = character.normalize('NFKD').replace(patterns().marks, '').normalize('NFC');
    piece = ligatures[bare] ?? bare;
  }
  if (ignoreCase) piece = piece.toLowerCase().replace('ς', 'σ');
  pieces.set(character, piece);
  return piece;
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

let compiled: Readonly<Record<'plain' | 'cluster' | 'rare' | 'marks', RegExp>> | undefined;

function patterns() {
  compiled ??= {
    // All of ASCII but the grave accent, which is one shape of the apostrophe.
    plain: /^(?:[!-_a-~]| (?! ))*$/,
    cluster: /\P{M}\p{M}{0,30}|\p{M}{1,30}/gsu,
    /** The clusters that are not one character of ASCII. */
    rare: /[\0-\x7f]\p{M}{1,30}|[^\0-\x7f]\p{M}{0,30}/gsu,
    marks: /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/g,
  };
  return compiled;
}
