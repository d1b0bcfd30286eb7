import type { Article } from '../../article/types.ts';
import { createFootnotes, type Footnotes } from '../footnotes.ts';
import { isFrench, type Labels, labelsFor } from '../labels.ts';
import type { BreakOptions } from '../line-break.ts';
import type { Page } from '../page.ts';
import type { LinkTarget } from '../segment.ts';
import { type Theme, themeOf } from '../theme.ts';
import type { Highlighter, Tools } from '../tools.ts';
import { type Symbols, symbolsFor } from './symbols.ts';

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
  /**
   * Where the page is shown by something that follows links itself: a place for any reference, such as `#id`, `other.md`
   * or a web address. No addresses are written beside the text then.
   */
  readonly follow?: (reference: string) => LinkTarget;
}

export function createContext(page: Page, article: Article | undefined, tools: Tools): Context {
  const language = article?.metadata.language;
  return {
    page: page.colorLevel === 0 ? { ...page, hyperlinks: false } : page,
    theme: themeOf(page),
    symbols: symbolsFor(page),
    labels: labelsFor(language),
    breaking: { french: isFrench(language), breaker: tools.breaker },
    highlighter: page.colorLevel === 0 ? undefined : tools.highlighter,
    footnotes: createFootnotes(article?.footnotes ?? new Map()),
    links: createLinkNotes(),
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
