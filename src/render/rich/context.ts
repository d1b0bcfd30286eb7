import type { Article } from '../../article/types.ts';
import type { FootnoteDefinition } from '../../markdown/types.ts';
import { isFrench, type Labels, labelsFor } from '../labels.ts';
import type { BreakOptions, LineBreaker } from '../line-break.ts';
import type { Page } from '../page.ts';
import type { LinkTarget } from '../segment.ts';
import { type Theme, themeOf } from '../theme.ts';
import type { Highlighter } from './highlighter.ts';
import { type Symbols, symbolsFor } from './symbols.ts';

/** What is loaded only where a view needs it; without any of it the page is complete, only plainer. */
export interface Tools {
  readonly breaker?: LineBreaker;
  readonly highlighter?: Highlighter;
}

/** All that a block is laid out with. One for each rendering of an article; the counters in it are that rendering's. */
export interface Context {
  readonly page: Page;
  readonly theme: Theme;
  readonly symbols: Symbols;
  readonly labels: Labels;
  readonly breaking: BreakOptions;
  readonly highlighter: Highlighter | undefined;
  readonly footnotes: Footnotes;
  readonly links: LinkNotes;
}

export function createContext(page: Page, article: Article | undefined, tools: Tools): Context {
  const language = article?.metadata.language;
  return {
    page: page.colorLevel === 0 ? { ...page, hyperlinks: false } : page,
    theme: themeOf(page.theme),
    symbols: symbolsFor(page),
    labels: labelsFor(language),
    breaking: { french: isFrench(language), breaker: tools.breaker },
    highlighter: page.colorLevel === 0 ? undefined : tools.highlighter,
    footnotes: createFootnotes(article?.footnotes ?? new Map()),
    links: createLinkNotes(),
  };
}

/** Footnotes numbered in the order in which they are referred to, and kept until their section ends. */
interface Footnotes {
  /** The number of a footnote that the text refers to here. */
  refer(label: string): number;
  /** Notes a definition that stands here, for {@link Footnotes.unreferenced}. */
  meet(definition: FootnoteDefinition): void;
  /** The next footnote to be written, in order of number; it may itself refer to others. */
  next(): { readonly number: number; readonly definition: FootnoteDefinition } | undefined;
  /** Numbers the footnotes met so far that nothing has referred to and that `keep` does not hold back. */
  settle(keep: (label: string) => boolean): void;
}

function createFootnotes(definitions: ReadonlyMap<string, FootnoteDefinition>): Footnotes {
  const numbers = new Map<string, number>();
  const order: string[] = [];
  let written = 0;
  let met: FootnoteDefinition[] = [];
  const number = (label: string): number => {
    let known = numbers.get(label);
    if (known === undefined) {
      known = order.push(label);
      numbers.set(label, known);
    }
    return known;
  };
  return {
    refer: number,
    meet: (definition) => {
      if (!numbers.has(definition.label)) met.push(definition);
    },
    next: () => {
      for (;;) {
        const label = order[written];
        if (label === undefined) return undefined;
        written++;
        const definition = definitions.get(label);
        if (definition) return { number: written, definition };
      }
    },
    settle: (keep) => {
      const left: FootnoteDefinition[] = [];
      for (const definition of met) {
        if (numbers.has(definition.label)) continue;
        if (keep(definition.label)) left.push(definition);
        else number(definition.label);
      }
      met = left;
    },
  };
}

/** Addresses that could not be shown as links, numbered, and kept until their section ends. */
interface LinkNotes {
  /** The number of an address; the same one within a section. */
  number(address: string): number;
  /** The numbered addresses since the last call. */
  take(): readonly { readonly number: number; readonly address: string }[];
  /** A place for a link, whose pieces share its id. */
  target(address: string): LinkTarget;
}

function createLinkNotes(): LinkNotes {
  let count = 0;
  let ids = 0;
  let numbers = new Map<string, number>();
  return {
    number: (address) => {
      let known = numbers.get(address);
      if (known === undefined) {
        known = ++count;
        numbers.set(address, known);
      }
      return known;
    },
    take: () => {
      const taken = [...numbers].map(([address, number]) => ({ address, number }));
      numbers = new Map();
      return taken;
    },
    target: (address) => ({ address, id: ++ids }),
  };
}
