import type { Section } from './article-tree.ts';

/** The number in a title itself: "2. Feature matrix", "§ 4", "Chapter IV: The sea". */
export interface OwnNumber {
  /** The word or symbol before it, in lower case; empty without one. */
  readonly kind: string;
  /** As written, in lower case: `2`, `1.3`, `iv`. */
  readonly number: string;
  /** Whether a full stop, a bracket or a colon follows it. */
  readonly marked: boolean;
}

/** Words before a number, in lower case. */
const kinds: ReadonlySet<string> = new Set(
  (
    '§ §§ art. article artikel artículo artigo articolo chap. chapter chapitre kapitel capítulo capitulo capitolo hoofdstuk ' +
    'rozdział глава статья section sección seccion seção sezione abschnitt part partie teil parte deel часть book livre buch ' +
    'libro appendix annex annexe anhang step étape schritt'
  ).split(' '),
);

const number = String.raw`(\d+(?:\.\d+)*|[ivxlcdm]+|[a-z](?=[.)]\s))([.):\u2014\u2013-]?)(?=[\s.):]|$)`;
const bareNumber = new RegExp(`^${number}`);
const numberAfterWord = new RegExp(
  String.raw`^(\u00a7\u00a7?|[^\s\d.\u00a7]+\.?)(?:\s+|(?=\d)|(?<=[\u00a7.]))${number}`,
);

/** Reads the number at the beginning of a title, or of a selector; undefined without one. */
export function readOwnNumber(title: string): OwnNumber | undefined {
  const text = title.trim().toLowerCase();
  const [, kind = '', after = '', separatorAfter = ''] = numberAfterWord.exec(text) ?? [];
  if (kinds.has(kind)) return { kind, number: after, marked: separatorAfter !== '' };
  const [, bare = '', separator = ''] = bareNumber.exec(text) ?? [];
  // "I am", "A day", "2024 in figures": a lone letter, roman digits or a plain number are words without punctuation.
  return separator === '' ? undefined : { kind: '', number: bare, marked: true };
}

/** A section, as far as its number goes. */
type Titled = Pick<Section, 'title' | 'counted'>;

/** Reports whether a selector names a section by its title's own number; `§` matches any. */
export function namesOwnNumber(typed: string, section: Titled): boolean {
  const wanted = readOwnNumber(typed);
  const own = wanted && ownNumberOf(section);
  if (own === undefined || own.number !== wanted?.number) return false;
  return own.kind === wanted.kind || (own.kind === '' && wanted.kind === '§');
}

function ownNumberOf({ title, counted }: Titled): OwnNumber | undefined {
  const { before, place } = (counted && readPlainNumber(title)) || {};
  return place === undefined ? readOwnNumber(title) : { kind: '', number: `${before}${place}`, marked: false };
}

/** Reads the number that a title begins with, without punctuation after it: `2.` and 1 of "2.1 Data". */
function readPlainNumber(title: string): { readonly before: string; readonly place: number } | undefined {
  const [, before = '', place] = /^((?:\d{1,3}\.)*)(\d{1,3})\s+\S/.exec(title) ?? [];
  return place === undefined ? undefined : { before, place: Number(place) };
}

/**
 * Finds the sections of a tree whose titles count without punctuation: from 0 or 1 on, two or more in a row, or on from
 * their parent's number, as "2.1 Data" in "2 Methods" (`parent` is `2.`). "2024 in figures" and "7 ways to boil tea" do
 * not count.
 */
export function* findCounted<Tree extends { readonly title: string; readonly sections: readonly Tree[] }>(
  sections: readonly Tree[],
  parent = '',
): Generator<Tree> {
  const row = new Map<Tree, string>();
  let last: { readonly before: string; readonly place: number } | undefined;
  for (const section of sections) {
    const own = readPlainNumber(section.title);
    if (!own) continue;
    const follows = last
      ? own.before === last.before && own.place === last.place + 1
      : own.place <= 1 && (own.before === '' || own.before === parent);
    if (!follows) continue;
    row.set(section, `${own.before}${own.place}`);
    last = own;
  }
  const isRow = row.size > 1 || (last !== undefined && last.before !== '');
  if (isRow) yield* row.keys();
  for (const section of sections) {
    if (section.sections.length === 0) continue;
    const number = (isRow ? row.get(section) : undefined) ?? readOwnNumber(section.title)?.number;
    yield* findCounted(section.sections, number === undefined ? '' : `${number}.`);
  }
}

/** Returns the number to show before a section's title; empty where that has one: "2. Terms", "3.1 Groups" as 3.1. */
export function shownNumber({ number, title, counted }: Titled & Pick<Section, 'number'>): string {
  const isNumbered = counted || (title.startsWith(number) && /^\s/.test(title.slice(number.length)));
  return isNumbered || readOwnNumber(title) ? '' : number;
}
