import type { Article, FootnoteDefinition, Section } from '../../article/types.ts';
import { isFrench, type Labels, labelsFor } from '../rich/labels.ts';

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
export interface Notes {
  /** The number of a footnote that is referred to here, and how many times it has been, this one included. */
  refer(label: string): { readonly number: number; readonly time: number };
  /** A definition that stands here: it is printed even when nothing refers to it. */
  meet(definition: FootnoteDefinition): void;
  /** The next footnote to print; what it says may refer to others. `times` is how often it has been referred to. */
  next(): { readonly number: number; readonly times: number; readonly definition: FootnoteDefinition } | undefined;
}

function createNotes(definitions: ReadonlyMap<string, FootnoteDefinition>): Notes {
  const order: string[] = [];
  const times = new Map<string, number>();
  const met: FootnoteDefinition[] = [];
  let printed = 0;
  const add = (label: string) => {
    if (!times.has(label)) {
      order.push(label);
      times.set(label, 0);
    }
  };
  return {
    refer(label) {
      add(label);
      const time = (times.get(label) ?? 0) + 1;
      times.set(label, time);
      return { number: order.indexOf(label) + 1, time };
    },
    meet(definition) {
      met.push(definition);
    },
    next() {
      if (printed === order.length) for (const { label } of met.splice(0)) add(label);
      const label = order[printed];
      if (label === undefined) return undefined;
      printed += 1;
      const definition = definitions.get(label);
      return definition ? { number: printed, times: times.get(label) ?? 0, definition } : this.next();
    },
  };
}
