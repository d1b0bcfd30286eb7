import { detectLanguage } from '../../text/language/detect-language.ts';
import { primaryLanguage } from '../../text/language/primary-language.ts';
import type { Hyphenator } from '../tools.ts';
import { hyphenateWord, readPatterns } from './hyphenate-word.ts';

/** The languages whose patterns are included, each a file of its own. */
const languages = {
  de: () => import('./generated/patterns-de.json'),
  en: () => import('./generated/patterns-en.json'),
  es: () => import('./generated/patterns-es.json'),
  fr: () => import('./generated/patterns-fr.json'),
  it: () => import('./generated/patterns-it.json'),
};

/** The characters that are enough to detect a language. */
const sample = 20_000;

/** A word of six letters and more that is not in a name, a path or an address. */
const longWord = /(?<![\p{L}\p{M}\p{N}./@_\u00ad-])\p{L}{6,}(?![\p{L}\p{M}\p{N}\u00ad/@_-]|\.\p{L})/gu;

/** Loads the patterns of a language, by its tag or as detected from a text; undefined if there are none. */
export async function loadHyphenator(language: string | undefined, text: string): Promise<Hyphenator | undefined> {
  const name = primaryLanguage(language ?? (await detectLanguage(text.slice(0, sample))));
  if (!Object.hasOwn(languages, name)) return undefined;
  const patterns = readPatterns((await languages[name as keyof typeof languages]()).patterns);
  const isName = name === 'de' ? innerCapital : anyCapital;
  return (given) => given.replace(longWord, (word) => (isName.test(word) ? word : hyphenateWord(word, patterns)));
}

/** Names are not broken: in German, whose nouns have capitals too, those that have one within. */
const innerCapital = /(?<!^)\p{Lu}/u;
const anyCapital = /\p{Lu}/u;
