import type { Article, Section } from '../../article/article-tree.ts';
import { eachSection } from '../../article/each-section.ts';
import { createFootnotes, type Footnotes } from '../footnotes.ts';
import { isFrench, type Labels, labelsFor } from '../labels.ts';

/** The context that the blocks of one HTML page are written with. */
export interface HtmlContext {
  readonly labels: Labels & PageLabels;
  /** Whether double punctuation has a no-break space before it, as in French. */
  readonly french: boolean;
  /** The address that relative ones resolve against. */
  readonly base: string | undefined;
  /** The ids of the sections on this page, which links within the text may lead to. */
  readonly ids: ReadonlySet<string>;
  readonly footnotes: Footnotes;
}

interface PageLabels {
  readonly contents: string;
  readonly back: string;
  readonly source: string;
}

const english: PageLabels = { contents: 'Contents', back: 'Back to the text', source: 'Source' };
const french: PageLabels = { contents: 'Sommaire', back: 'Retour au texte', source: 'Source' };

export function createHtmlContext(article: Article, sections: readonly Section[]): HtmlContext {
  const { language, address } = article.metadata;
  return {
    labels: { ...labelsFor(language), ...(isFrench(language) ? french : english) },
    french: isFrench(language),
    base: address,
    ids: new Set(Array.from(eachSection(sections), ({ id }) => id)),
    footnotes: createFootnotes(article.footnotes),
  };
}
