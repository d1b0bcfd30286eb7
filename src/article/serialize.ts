import type { Block, Paragraph } from '../markdown/syntax-tree.ts';
import type { Article, Section } from './article-tree.ts';
import { wholeSource } from './each-section.ts';

/**
 * Serializes an article, with its blocks, inlines and word counts, as JSON that {@link deserializeArticle} reads
 * without parsing any Markdown. The build does so with the bundled articles.
 */
export function serializeArticle(article: Article): string {
  const { source, ...rest } = article;
  const stored = { ...rest, ...(source !== bodyOf(article) && { source }), footnotes: [...article.footnotes] };
  return JSON.stringify(stored, (_, value) =>
    value && typeof value === 'object' && 'blocks' in value ? serializeSection(value) : value,
  );
}

function serializeSection(section: Section): object {
  const { source, blocks, ...rest } = section;
  return {
    ...rest,
    blocks: Array.from(blocks, (block) => {
      if (!hasText.has(block.type) || (block as Paragraph).text !== block.raw) return block;
      const { text: _, ...without } = block as Paragraph;
      return without;
    }),
    // A getter of the section's class, which the spread above leaves out.
    words: section.words,
    ...(source !== sourceOf(section) && { source }),
  };
}

/** Deserializes an article that {@link serializeArticle} has serialized. */
export function deserializeArticle(json: string): Article {
  const stored = JSON.parse(json);
  for (const section of [stored.lead, ...stored.sections]) restoreSection(section);
  stored.source ??= bodyOf(stored);
  return { ...stored, footnotes: new Map(stored.footnotes) };
}

function restoreSection(section: Mutable<Section>): void {
  for (const block of section.blocks) if (hasText.has(block.type)) (block as Mutable<Paragraph>).text ??= block.raw;
  section.source ??= sourceOf(section);
  for (const each of section.sections) restoreSection(each);
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

// What can be derived from blocks and sections is not stored again: it would be half of everything.

const hasText: ReadonlySet<Block['type']> = new Set(['paragraph', 'html']);

function sourceOf({ heading, blocks }: Section): string {
  let source = heading?.raw ?? '';
  for (const block of blocks) source += block.raw;
  return source;
}

function bodyOf({ lead, sections }: Pick<Article, 'lead' | 'sections'>): string {
  return [lead, ...sections].map(wholeSource).join('');
}
