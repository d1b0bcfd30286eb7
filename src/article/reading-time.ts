import { primaryLanguage } from '../text/language/primary-language.ts';
import { ownProperty } from '../text/own-property.ts';

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
  const rate = ownProperty(wordsPerMinute, primaryLanguage(language)) ?? 184;
  return Math.max(1, Math.round(words / rate));
}

/** The fewest minutes of a section that are shown in a list of them. */
export const fewestMinutes = 2;
