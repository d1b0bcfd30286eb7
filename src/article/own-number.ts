/** The number in a title itself: "2. Feature matrix", "§ 4", "Chapter IV: The sea". */
export interface OwnNumber {
  /** The word or symbol before it, in lower case; empty without one. */
  readonly kind: string;
  /** As written, in lower case: `2`, `1.3`, `iv`. */
  readonly number: string;
  /** Whether a full stop, a bracket or a colon follows it. */
  readonly marked: boolean;
}

const kinds =
  '§§?|art(?:icle|ikel|ículo|igo|icolo|\\.)|chap(?:ter|itre|\\.)|kapitel|cap[ií]tulo|capitolo|hoofdstuk|rozdział|глава|статья|' +
  'section|secci[oó]n|seção|sezione|abschnitt|part|partie|teil|parte|deel|часть|book|livre|buch|libro|appendix|annexe?|anhang|step|étape|schritt';

const ownNumber = new RegExp(
  `^(?:(${kinds})\\s*)?(\\d+(?:\\.\\d+)*|[IVXLCDM]+|[A-Z](?=[.)]\\s))([.):—–-]?)(?=[\\s.):]|$)`,
  'i',
);

/** Reads the number at the beginning of a title, or of a selector; undefined without one. */
export function readOwnNumber(title: string): OwnNumber | undefined {
  const [, kind = '', number = '', mark = ''] = ownNumber.exec(title.trim()) ?? [];
  if (number === '') return undefined;
  // "I am", "A day", "2024 in figures": a lone letter, roman digits or a plain number are words without punctuation.
  if (kind === '' && mark === '') return undefined;
  return { kind: kind.toLowerCase(), number: number.toLowerCase(), marked: mark !== '' };
}

/** Tells whether a selector names a title by its own number. */
export function namesOwnNumber(typed: string, title: string): boolean {
  const wanted = readOwnNumber(typed);
  const own = wanted && readOwnNumber(title);
  return own !== undefined && own.number === wanted?.number && own.kind === wanted.kind;
}

/** Tells whether a section's title contains its number, so that it needs no other: "2. Terms", "3.1 Groups" as 3.1. */
function numbersItself({ number, title }: { readonly number: string; readonly title: string }): boolean {
  return (title.startsWith(number) && /^\s/.test(title.slice(number.length))) || readOwnNumber(title) !== undefined;
}

/** Returns the number of a section to show before its title; empty where the title contains one. */
export function shownNumber(section: { readonly number: string; readonly title: string }): string {
  return numbersItself(section) ? '' : section.number;
}
