import type { Article } from '../../article/article-tree.ts';
import type { Block } from '../../markdown/syntax-tree.ts';
import type { EmojiFinder } from '../emoji.ts';
import { createFootnotes, type Footnotes } from '../footnotes.ts';
import { isFrench, type Labels, labelsFor } from '../labels.ts';
import type { BreakOptions } from '../line-break.ts';
import type { Page } from '../page.ts';
import type { Line, LinkTarget } from '../segment.ts';
import { type Theme, themeOf } from '../theme.ts';
import type { Highlighter, Hyphenator, Images, MathTypesetter, Tools } from '../tools.ts';
import { blocks } from './block-lines.ts';
import { type Symbols, symbolsFor } from './symbols.ts';

/** The context that a block is laid out with. One for each rendering of an article, with that rendering's counters. */
export interface Context {
  readonly page: Page;
  /** Lays out the blocks within a block: quotes, items and footnotes do not import what imports them. */
  readonly blocks: (tokens: readonly Block[], width: number, context: Context) => Line[];
  readonly theme: Theme;
  readonly symbols: Symbols;
  readonly labels: Labels;
  readonly breaking: BreakOptions;
  /** How the lines of paragraphs are broken, where it differs from others. */
  readonly prose: BreakOptions;
  readonly hyphenator: Hyphenator | undefined;
  readonly typesetMath: MathTypesetter | undefined;
  readonly highlighter: Highlighter | undefined;
  readonly emoji: EmojiFinder | undefined;
  readonly images: Images | undefined;
  readonly footnotes: Footnotes;
  readonly links: LinkNotes;
  /**
   * Set where something that follows links itself shows the page: returns a target for any reference, such as `#id`,
   * `other.md` or a web address. No addresses are written beside the text then.
   */
  readonly follow?: (reference: string) => LinkTarget;
  /** Where the article comes from. */
  readonly address: string | undefined;
}

/** Creates the context of one rendering; with `hasManyLinks` their addresses are listed once, at the end. */
export function createContext(page: Page, article: Article | undefined, tools: Tools, hasManyLinks = false): Context {
  const language = article?.metadata.language;
  const breaking = { french: isFrench(language), breaker: tools.breaker };
  const fit = page.justify ? 'justified' : page.hyphenate ? 'even' : undefined;
  return {
    blocks,
    page: page.colorLevel === 0 ? { ...page, hyperlinks: false } : page,
    theme: themeOf(page),
    symbols: symbolsFor(page),
    labels: labelsFor(language),
    breaking,
    prose: page.accessible ? breaking : { ...breaking, fit },
    hyphenator: page.accessible ? undefined : tools.hyphenator,
    typesetMath: page.unicode ? tools.typesetMath : undefined,
    highlighter: page.colorLevel === 0 ? undefined : tools.highlighter,
    emoji: tools.emoji,
    images: tools.images,
    footnotes: createFootnotes(article?.footnotes ?? new Map()),
    links: createLinkNotes(hasManyLinks),
    address: article?.metadata.address,
  };
}

/** Addresses that cannot be shown as links, numbered, and kept until their section ends, or the article. */
interface LinkNotes {
  /** Returns the number of an address; the same one until it is taken. */
  number(address: string): number;
  /** Returns the addresses to be listed at the end of a section, or of the whole. */
  take(end: 'section' | 'whole'): readonly { readonly number: number; readonly address: string }[];
  /** Creates the target of a link, whose segments share its id. */
  target(address: string): LinkTarget;
}

function createLinkNotes(untilTheEnd: boolean): LinkNotes {
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
    take: (end) => {
      if (untilTheEnd && end === 'section') return [];
      const taken = [...numbers].map(([address, number]) => ({ address, number }));
      numbers = new Map();
      return taken;
    },
    target: (address) => ({ address, id: ++ids }),
  };
}
