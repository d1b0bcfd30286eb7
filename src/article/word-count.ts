import { blockText } from '../markdown/block-text.ts';
import { countBlockWords } from '../markdown/block-words.ts';
import { countWords } from '../text/words.ts';
import type { Article, Section } from './article-tree.ts';

/** Counts the words of a section's own heading and blocks: see {@link Section.words}, which keeps them. */
export function countSectionWords({ heading, blocks }: Pick<Section, 'heading' | 'blocks'>): number {
  return (heading ? countWords(blockText(heading)) : 0) + countBlockWords(blocks);
}

/** Counts the words of a section and of all its subsections. */
export function treeWords(section: Section): number {
  return section.sections.reduce((sum, child) => sum + treeWords(child), section.words);
}

/** Counts the words of an article, without its title. */
export function articleWords(article: Article): number {
  return article.sections.reduce((sum, section) => sum + treeWords(section), article.lead.words);
}
