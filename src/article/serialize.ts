import { inlines } from '../markdown/inlines.ts';
import type { Block, Paragraph } from '../markdown/types.ts';
import type { Article, Section } from './types.ts';

/**
 * An article as JSON that {@link reviveArticle} reads without parsing any Markdown: blocks, inlines and word counts
 * stand in it. Made when the program is built, of the articles that come with it.
 */
export function storeArticle(article: Article): string {
  const { source, ...rest } = article;
  const stored = { ...rest, ...(source !== bodyOf(article) && { source }), footnotes: [...article.footnotes] };
  return JSON.stringify(stored, (key, value) => {
    // Those of marked's own arrays; the others give themselves.
    if (key === 'tokens' && Array.isArray(value)) return inlines(value);
    return value && typeof value === 'object' && 'blocks' in value ? storeSection(value) : value;
  });
}

function storeSection(section: Section): object {
  const { source, blocks, ...rest } = section;
  return {
    ...rest,
    blocks: Array.from(blocks, (block) => {
      if (!hasText.has(block.type) || (block as Paragraph).text !== block.raw) return block;
      const { text: _, ...without } = block as Paragraph;
      return without;
    }),
    // A section counts its words when it is asked.
    words: section.words,
    ...(source !== sourceOf(section) && { source }),
  };
}

/** The article that {@link storeArticle} made JSON of. */
export function reviveArticle(json: string): Article {
  const stored = JSON.parse(json);
  for (const section of [stored.lead, ...stored.sections]) reviveSection(section);
  stored.source ??= bodyOf(stored);
  return { ...stored, footnotes: new Map(stored.footnotes) };
}

function reviveSection(section: Mutable<Section>): void {
  for (const block of section.blocks) if (hasText.has(block.type)) (block as Mutable<Paragraph>).text ??= block.raw;
  section.source ??= sourceOf(section);
  for (const each of section.sections) reviveSection(each);
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

// What blocks and sections say already is not stored again: it would be half of all.

const hasText: ReadonlySet<Block['type']> = new Set(['paragraph', 'html']);

function sourceOf({ heading, blocks }: Section): string {
  let source = heading?.raw ?? '';
  for (const block of blocks) source += block.raw;
  return source;
}

function bodyOf({ lead, sections }: Pick<Article, 'lead' | 'sections'>): string {
  return [lead, ...sections].map(wholeSource).join('');
}

function wholeSource({ source, sections }: Section): string {
  return source + sections.map(wholeSource).join('');
}
