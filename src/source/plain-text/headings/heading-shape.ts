import { readDate } from '../../../text/dates.ts';
import { columnsOf } from '../lines/line.ts';

/** The shape that makes a line a heading. The surer ones need less context. */
export type HeadingShape =
  | { readonly kind: 'division'; readonly rank: number; readonly bare: boolean }
  | { readonly kind: 'numbered'; readonly depth: number }
  | { readonly kind: 'numeral'; readonly value: number }
  | { readonly kind: 'capitals' }
  | { readonly kind: 'plain' };

/** Classifies a line by the shape that would make it a heading by itself; undefined for all other lines. */
export function headingShape(text: string): HeadingShape | undefined {
  if (columnsOf(text) > 90 || !/[\p{L}\p{N}]/u.test(text)) return undefined;
  const words = text.split(/\s+/).length;
  if (words > 16 || /[,;]$/.test(text) || /^[|>]|^\S+@\S+$|:\/\//.test(text)) return undefined;
  // `(2) In this Act` is a subsection's text.
  if (/^\((?:\d{1,3}[a-z]?|[a-zA-Z]|[ivxIVX]{1,5})\)\s/.test(text)) return undefined;
  const division = divisionOf(text);
  if (division) return division;
  const value = romanValue(text.replace(/[.)]$/, ''));
  if (value !== undefined && /^[IVXLC]+[.)]?$/.test(text)) return { kind: 'numeral', value };
  const han = hanValue(/^[（(【〔]?(?:其|之)?([〇零一二三四五六七八九十百]{1,5})[）)】〕]?$/.exec(text)?.[1] ?? '');
  if (han !== undefined) return { kind: 'numeral', value: han };
  if (/^[一二三四五六七八九十]{1,3}、\S{1,30}$/.test(text) && !/[。！？；，]$/.test(text))
    return { kind: 'numbered', depth: 1 };
  // `6 May 2024` is no sixth section.
  if (readDate(text)?.length === 10 && /\d{4}$/.test(text)) return { kind: 'plain' };
  const numbered = /^(\d{1,3}(?:\.\d{1,3}){0,5})([.)]?)\s+(?=["“«(¿¡]?[\p{Lu}\p{Lo}])/u.exec(text);
  if (numbered?.[1]) {
    const depth = numbered[1].split('.').length;
    if ((depth > 1 || numbered[2] === '.' || words <= 8) && !/[:!?]$/.test(text)) return { kind: 'numbered', depth };
  }
  if (/\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) && !/[:]$/.test(text)) return { kind: 'capitals' };
  if (words > 12 || columnsOf(text) > 70 || /[.:…!。]["”»)]?$/.test(text) || /^(?:by|par|von|por|di|van) /i.test(text))
    return undefined;
  if (!/^["“«(¿¡‘]?[\p{Lu}\p{Lo}\p{N}]/u.test(text)) return undefined;
  return { kind: 'plain' };
}

/** Reports whether a line may be a chapter's title below its number, even with a full stop after it. */
export function isSubtitle(text: string): boolean {
  return (
    columnsOf(text) <= 70 &&
    text.split(/\s+/).length <= 12 &&
    /^["“«(]?[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
    !/[,;:]$/.test(text)
  );
}

/** Reports whether a short sentence has the capitals of a title: `The Carpet-Bag.` */
export function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.6;
}

/** Reports whether the text after an article's number is its title, and not its first sentence. */
function isLawTitle(text: string): boolean {
  return (
    text === '' || (/^[-–—:.([]|^\p{Lu}|^\p{Lo}/u.test(text) && !/[.;,。]$/.test(text) && text.split(' ').length <= 10)
  );
}

/**
 * Reads the heading of a division: `Chapter IV`, `CHAPITRE PREMIER`, `Part Two. The River`, `第三章`: rank 0 for what
 * holds chapters, 1 for chapters, 2 for what is in them, 3 for articles of a law.
 */
function divisionOf(text: string): HeadingShape | undefined {
  const han = /^第[\d一二三四五六七八九十百零〇两]{1,6}([卷部編编篇章回節节])/.exec(text);
  if (han)
    return {
      kind: 'division',
      rank: /[卷部編编篇]/.test(han[1] ?? '') ? 0 : /[節节]/.test(han[1] ?? '') ? 2 : 1,
      bare: text.length === han[0].length,
    };
  const law =
    /^(?:(?:article|artikel|art[íi]culo|articolo|artigo|art\.|статья)\s+(?:(?:[LRDA]\.?\s?\*?)?\d{1,4}(?:[a-z]|(?:[.-]\d{1,4}){1,4})?(?:\s(?:bis|ter|quater|quinquies))?|[IVXLC]{1,8}|premier|1er|Ier|primero|[úu]nico|unique)|§{1,2}\s?\d{1,4}[a-z]?|第[\d一二三四五六七八九十百零〇两]{1,8}[条條]|제\d{1,4}조)(?![\p{L}\p{N}])[.:)º°]?/iu.exec(
      text,
    );
  if (law && isLawTitle(text.slice(law[0].length).trim())) {
    return { kind: 'division', rank: 3, bare: text.length === law[0].length };
  }
  const ordinal =
    /^(?:the )?(?:first|second|third|fourth|fifth|last|premi[eè]re?|deuxième|seconde?|troisième|quatrième|cinquième|dernière?|erste[rs]?|zweite[rs]?|dritte[rs]?|vierte[rs]?|fünfte[rs]?|sechste[rs]?|siebte[rs]?|achte[rs]?|neunte[rs]?|zehnte[rs]?|letzte[rs]?|primera|segunda|tercera|prima|seconda|terza) (book|part|volume|livre|partie|tome|buch|teil|libro|parte|acte?|akt|titre|titel|title|chapter|chapitre|kapitel|hauptstück|abschnitt|unterabschnitt|section)(?![\p{L}'’])[.:]?$/iu.exec(
      text,
    );
  if (ordinal) return { kind: 'division', rank: rankOf(ordinal[1] ?? ''), bare: true };
  const match =
    /^(book|part|volume|livre|partie|tome|buch|teil|libro|parte|act|acte|akt|acto|atto|title|titre|titel|título|titolo|chapter|chapitre|kapitel|cap[ií]tulo|capitolo|hoofdstuk|canto|chant|letter|lettre|stave|adventure|scene|scène|section|abschnitt|unterabschnitt|sezione|sección|prologue|epilogue|épilogue|preface|préface|foreword|avant-propos|introduction|conclusion|afterword|postface|appendix|annexe|vorwort|nachwort|einleitung|prólogo|epílogo|prologo|epilogo|contents|table of contents|table des matières|sommaire|inhalt)\b(?![\p{L}'’-])\.?/iu.exec(
      text,
    );
  if (!match) return undefined;
  const [matched, word = ''] = match;
  const rest = text.slice(matched.length).trim();
  const rank = rankOf(word);
  if (rest === '')
    return /^(?:[A-ZÀ-Þ].*)/.test(text) &&
      !/^(?:act|part|section|letter|book|volume|scene|title|titre|titel|título|titolo|abschnitt)$/i.test(word)
      ? { kind: 'division', rank, bare: false }
      : undefined;
  const number =
    /^(?:(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty[- ]?\w*|thirty[- ]?\w*|premi[eè]re?|1ère|1re|1er|I(?:er|re)|deuxième|seconde?|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième|dernier|dernière|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|primero|segundo|tercero|primo|erste[rs]?|zweite[rs]?|dritte[rs]?)|\d{1,3}|[ivxlc]{1,8}|[A-Z])(?![\p{L}\p{N}])[.:)]?/iu.exec(
      rest,
    );
  if (!number) return undefined;
  const after = rest.slice(number[0].length).trim();
  // "Part two of the plan failed." is a sentence; a heading's own title begins like a title.
  if (after !== '' && !/^[-–—:.«“"(]|^\p{Lu}|^\p{Lo}/u.test(after)) return undefined;
  if (/[.!?]$/.test(after) && after.split(' ').length > 10) return undefined;
  return { kind: 'division', rank, bare: after === '' };
}

/** Returns the rank of a division by its word: 0 for what holds chapters, 1 for chapters, 2 for what is in them. */
function rankOf(word: string): number {
  if (/^(?:book|part|volume|livre|partie|tome|buch|teil|libro|parte|acte?|akt|acto|atto)$/i.test(word)) return 0;
  if (/^(?:title|titre|titel|título|titolo)$/i.test(word)) return 0.5;
  return /^(?:scene|scène|section|abschnitt|unterabschnitt|sezione|sección)$/i.test(word) ? 2 : 1;
}

/** Returns the value of a Chinese or Japanese numeral below 1000; undefined for other words. */
function hanValue(text: string): number | undefined {
  if (
    !/^(?:[〇零一二三四五六七八九]?百)?(?:[〇零]|[一二三四五六七八九]?十)?[一二三四五六七八九]?$/.test(text) ||
    text === ''
  )
    return undefined;
  let value = 0;
  let digit = 0;
  for (const character of text) {
    const place = character === '百' ? 100 : character === '十' ? 10 : 0;
    if (place > 0) value += (digit || 1) * place;
    digit = place > 0 ? 0 : '〇一二三四五六七八九'.indexOf(character.replace('零', '〇'));
  }
  return value + digit;
}

/** Returns the value of a Roman numeral below 400, in capitals or small letters; undefined for other words. */
function romanValue(text: string): number | undefined {
  if (!/^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/i.test(text) || text === '') return undefined;
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  const digits = [...text.toUpperCase()].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, value, at) => sum + (value < (digits[at + 1] ?? 0) ? -value : value), 0);
}
