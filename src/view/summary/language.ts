import type { Article, Section } from '../../article/article-tree.ts';
import { detectLanguage } from '../../text/language/detect-language.ts';
import { gatherCandidates } from './candidates.ts';

/**
 * Returns the language of an article, BCP 47: as it declares it, else as detected from its first paragraphs; undefined
 * where neither is known.
 */
export async function languageOf(article: Article): Promise<string | undefined> {
  if (article.metadata.language) return article.metadata.language;
  const sections = [article.lead, ...article.sections];
  const paragraphs = sampleOf(sections, false);
  // Items of lists are often notes in another language.
  const sample = paragraphs.length < fewest ? sampleOf(sections, true) : paragraphs;
  return sample.length < fewest ? undefined : detectLanguage(sample);
}

/** The running text that is needed to detect a language, and what is enough, in characters. */
const fewest = 24;
const enough = 2000;

function sampleOf(sections: readonly Section[], items: boolean): string {
  let sample = '';
  for (const section of sections) {
    for (const { text, item } of gatherCandidates(section).candidates) {
      if (item && !items) continue;
      sample += `${text} `;
      if (sample.length >= enough) return sample.slice(0, enough);
    }
    sample += sampleOf(section.sections, items);
    if (sample.length >= enough) return sample.slice(0, enough);
  }
  return sample;
}
