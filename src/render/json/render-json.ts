import type { Article, Section } from '../../article/article-tree.ts';
import { readingMinutes } from '../../article/reading-time.ts';
import { articleWords, treeWords } from '../../article/word-count.ts';
import { blockText } from '../../markdown/block-text.ts';
import type { ShelfView, SummarySentence, SummaryView, View } from '../../view/view.ts';
import type { Page } from '../page.ts';
import type {
  JsonAbout,
  JsonDocument,
  JsonEntry,
  JsonPlace,
  JsonSection,
  JsonSentence,
  JsonShelfEntry,
} from './json-document.ts';

/** Renders a view as one JSON document by `article.schema.json`. */
export function* renderJson(view: View, _page: Page): Iterable<string> {
  yield `${escapeDirections(JSON.stringify(jsonView(view), null, 2))}\n`;
}

/** Escapes bidirectional controls, so that an unclosed one stays within its string, in a terminal too. */
export function escapeDirections(json: string): string {
  return json.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, escaped);
}

/** Lists the items of a view that is a list. */
export function jsonItems(view: View): readonly object[] {
  return Object.entries(jsonView(view)).find(
    ([key, value]) => Array.isArray(value) && key !== 'tags' && key !== 'patterns',
  )?.[1];
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Converts a view to what `article.schema.json` describes, in one case for each kind of view. */
export function jsonView(view: View): JsonDocument {
  switch (view.kind) {
    case 'article': {
      const { article } = view;
      const section = sectionTree(article, contents);
      return { ...about(view), lead: section(article.lead), sections: article.sections.map(section) };
    }
    case 'sections':
      return { ...about(view), sections: view.sections.map(sectionTree(view.article, contents)) };
    case 'outline':
      return { ...about(view), sections: view.article.sections.map(sectionTree(view.article, () => ({}))) };
    case 'summary':
      return jsonSummary(view);
    case 'matches':
      return {
        ...about(view),
        ...(view.source !== undefined && { source: view.source }),
        patterns: view.patterns,
        matches: view.matches.map(({ section, ...match }) => ({ ...match, section: place(section) })),
      };
    case 'counts':
      return {
        ...about(view),
        ...(view.source !== undefined && { source: view.source }),
        patterns: view.patterns,
        counts: view.counts.map(({ section, hits }) => ({ hits, section: place(section) })),
      };
    case 'links':
      return {
        ...about(view),
        links: view.links.map(({ section, ...link }) => ({ ...link, section: place(section) })),
      };
    case 'code':
      return {
        ...about(view),
        blocks: view.blocks.map(({ number, language, code, line, section }) => ({
          number,
          language,
          text: code.text,
          line,
          section: place(section),
        })),
      };
    case 'tables':
      return {
        ...about(view),
        tables: view.tables.map(({ table: _, section, ...table }) => ({ ...table, section: place(section) })),
      };
    case 'shelf':
      return { kind: view.kind, articles: view.entries.map(shelfEntry) };
  }
}

function jsonSummary(view: SummaryView): JsonDocument {
  return {
    ...about(view),
    sentences: view.sentences.map(summarySentence),
    ...(view.each && {
      each: view.each.map(({ section, sentence, beginning }) => ({
        ...place(section),
        words: section.words,
        ...(sentence && { sentence: summarySentence(sentence) }),
        ...(beginning !== undefined && { beginning }),
      })),
    }),
  };
}

function shelfEntry({ name, article, read }: ShelfView['entries'][number]): JsonShelfEntry {
  return { name, ...about({ kind: 'article', article }), ...(read !== undefined && { read: rounded(read) }) };
}

function summarySentence({ section, score, reasons, ...sentence }: SummarySentence): JsonSentence {
  return {
    ...sentence,
    score: rounded(score),
    ...(reasons && {
      reasons: { ...reasons, position: rounded(reasons.position), centrality: rounded(reasons.centrality) },
    }),
    section: place(section),
  };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function place({ number, id, title }: Section): JsonPlace {
  return { number, id, title };
}

function about<Kind extends string>({ kind, article }: { kind: Kind; article: Article }): JsonAbout<Kind> {
  const words = articleWords(article);
  const { metadata } = article;
  return { kind, title: article.title, ...metadata, words, minutes: readingMinutes(words, metadata.language) };
}

/** A section of the list of sections, and more of each. */
type Tree<More> = Omit<JsonEntry, 'sections'> & More & { readonly sections: readonly Tree<More>[] };

function sectionTree<More extends object>(
  article: Article,
  more: (section: Section) => More,
): (section: Section) => Tree<More> {
  return function tree(section): Tree<More> {
    const words = treeWords(section);
    return {
      number: section.number,
      id: section.id,
      title: section.title,
      level: section.level,
      line: section.line,
      endLine: section.endLine,
      words,
      minutes: readingMinutes(words, article.metadata.language),
      ...more(section),
      sections: section.sections.map(tree),
    };
  };
}

function contents(section: Section): Pick<JsonSection, 'text' | 'markdown'> {
  return { text: [...section.blocks].map(blockText).filter(Boolean).join('\n\n'), markdown: section.source };
}
