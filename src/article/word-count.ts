import { blockText } from '../markdown/block-text.ts';
import { countBlockWords } from '../markdown/block-words.ts';
import { ownProperty } from '../text/own-property.ts';
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

/**
 * Words a minute, silent reading of running text, by language: the means of S. Trauzettel-Klosinski, K. Dietz,
 * "Standardized Assessment of Reading Performance: The New International Reading Speed Texts IReST", Investigative
 * Ophthalmology & Visual Science 53 (2012) 5452–5461, table 1; for other languages their mean over all, 184.
 */
const wordsPerMinute: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  ja: 193,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
  zh: 158,
};

/** Estimates the minutes that reading takes, rounded, at least 1; 0 for no words. `language` is a BCP 47 tag. */
export function readingMinutes(words: number, language = ''): number {
  if (words === 0) return 0;
  const rate = ownProperty(wordsPerMinute, language.split('-')[0]?.toLowerCase() ?? '') ?? 184;
  return Math.max(1, Math.round(words / rate));
}
