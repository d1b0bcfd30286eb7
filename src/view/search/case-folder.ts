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
  const forms = new Map<string, string>();
  return (text) => {
    if (plain.test(text)) {
      return { text: folding.ignoreCase ? text.toLowerCase() : text, origin: (start, end) => ({ start, end }) };
    }
    let folded = '';
    eachForm(text, folding, forms, (form) => {
      folded += form;
    });
    // Most texts have no hit, so that offsets are computed only when needed.
    let places: ReturnType<typeof placesOf> | undefined;
    const origin = (start: number, end: number) => {
      places ??= placesOf(text, folding, forms);
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
  const forms = new Map<string, string>();
  const { rare } = patterns();
  return (text) => {
    const folded = text.replace(rare, (character) => formOf(character, folding, forms));
    return folding.ignoreCase ? folded.toLowerCase() : folded;
  };
}

function placesOf(text: string, folding: Folding, forms: Map<string, string>) {
  const starts: number[] = [];
  const ends: number[] = [];
  eachForm(text, folding, forms, (form, start, end) => {
    for (let unit = 0; unit < form.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
  });
  return { starts, ends };
}

function eachForm(
  text: string,
  folding: Folding,
  forms: Map<string, string>,
  take: (form: string, start: number, end: number) => void,
): void {
  let afterSpace = false;
  for (const { 0: character, index } of text.matchAll(patterns().cluster)) {
    const form = formOf(character, folding, forms);
    if (form !== ' ' || !afterSpace) take(form, index, index + character.length);
    if (form !== '') afterSpace = form === ' ';
  }
}

function formOf(character: string, { ignoreCase, ignoreAccents }: Folding, forms: Map<string, string>): string {
  const known = forms.get(character);
  if (known !== undefined) return known;
  const same = oneShape[character] ?? (/^\s/.test(character) ? ' ' : undefined);
  let form = same ?? character.normalize('NFKC');
  if (ignoreAccents && same === undefined) {
    const bare = character.normalize('NFKD').replace(patterns().marks, '').normalize('NFC');
    form = ligatures[bare] ?? bare;
  }
  if (ignoreCase) form = form.toLowerCase().replace('ς', 'σ');
  forms.set(character, form);
  return form;
}

const oneShape: Readonly<Record<string, string>> = Object.fromEntries([
  ...[...'‘’ʼ‛`´'].map((character) => [character, "'"]),
  ...[...'“”„«»'].map((character) => [character, '"']),
  ...[...'‐‑‒–—'].map((character) => [character, '-']),
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
