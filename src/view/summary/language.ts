import type { Article, Section } from '../../article/types.ts';
import { gatherCandidates } from './candidates.ts';

/**
 * The language that an article is written in, as it says itself, else as its first words tell; undefined when they do
 * not. BCP 47.
 */
export async function languageOf(article: Article): Promise<string | undefined> {
  if (article.metadata.language) return article.metadata.language;
  const sample = sampleOf([article.lead, ...article.sections]);
  if (sample.length < 24) return undefined;
  const { detect } = await import('tinyld/light');
  return detect(sample) || undefined;
}

/** Enough running text to tell a language by, in characters. */
const enough = 2000;

function sampleOf(sections: readonly Section[]): string {
  let sample = '';
  for (const section of sections) {
    for (const { text } of gatherCandidates(section).candidates) {
      sample += `${text} `;
      if (sample.length >= enough) return sample.slice(0, enough);
    }
    sample += sampleOf(section.sections);
    if (sample.length >= enough) return sample.slice(0, enough);
  }
  return sample;
}
