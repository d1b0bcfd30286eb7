import type { Article, Section } from '../../article/types.ts';
import type { FootnoteDefinition } from '../../markdown/types.ts';
import { isFrench, type Labels, labelsFor } from '../labels.ts';

/** What the blocks of one page share. */
export interface Sheet {
  readonly labels: Labels & PageLabels;
  /** French sets its double punctuation off by a space that must not break. */
  readonly french: boolean;
  /** Where relative addresses start from. */
  readonly base: string | undefined;
  /** The ids of the sections that stand on this page: what a link within the text may lead to. */
  readonly ids: ReadonlySet<string>;
  readonly notes: Notes;
}

interface PageLabels {
  readonly contents: string;
  readonly back: string;
  readonly source: string;
}

const english: PageLabels = { contents: 'Contents', back: 'Back to the text', source: 'Source' };
const french: PageLabels = { contents: 'Sommaire', back: 'Retour au texte', source: 'Source' };

export function createSheet(article: Article, sections: readonly Section[]): Sheet {
  const { language, address } = article.metadata;
  return {
    labels: { ...labelsFor(language), ...(isFrench(language) ? french : english) },
    french: isFrench(language),
    base: address,
    ids: new Set(allIds(sections)),
    notes: createNotes(article.footnotes),
  };
}

function* allIds(sections: readonly Section[]): Generator<string> {
  for (const section of sections) {
    yield section.id;
    yield* allIds(section.sections);
  }
}

/** Footnotes, numbered in the order in which the text refers to them. */
interface Notes {
  /** The number of a footnote that is referred to here, and how many times it has been, this one included. */
  refer(label: string): { readonly number: number; readonly time: number };
  /** A definition that stands here: it is printed even when nothing refers to it. */
  meet(definition: FootnoteDefinition): void;
  /** The next footnote to print; what it says may refer to others. `times` is how often it has been referred to. */
  next(): { readonly number: number; readonly times: number; readonly definition: FootnoteDefinition } | undefined;
}

function createNotes(definitions: ReadonlyMap<string, FootnoteDefinition>): Notes {
  const referred = new Map<string, { readonly number: number; times: number }>();
  const order: string[] = [];
  const met: FootnoteDefinition[] = [];
  let printed = 0;
  const find = (label: string) => {
    let note = referred.get(label);
    if (!note) {
      note = { number: order.push(label), times: 0 };
      referred.set(label, note);
    }
    return note;
  };
  return {
    refer(label) {
      const note = find(label);
      note.times += 1;
      return { number: note.number, time: note.times };
    },
    meet(definition) {
      met.push(definition);
    },
    next() {
      for (;;) {
        // What nothing refers to comes last.
        if (printed === order.length) for (const { label } of met.splice(0)) find(label);
        const label = order[printed];
        if (label === undefined) return undefined;
        printed += 1;
        const definition = definitions.get(label);
        if (definition) return { number: printed, times: find(label).times, definition };
      }
    },
  };
}
