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

/** Words that are common in one of these languages and in none of the others. */
const common: Readonly<Record<keyof typeof languages, RegExp>> = {
  de: /\b(?:der|das|und|ist|nicht|mit)\b/gi,
  en: /\b(?:the|and|of|with|that)\b/gi,
  es: /\b(?:el|los|las|que|por|una)\b/gi,
  fr: /\b(?:le|les|des|est|dans|une)\b/gi,
  it: /\b(?:il|gli|che|della|sono|di)\b/gi,
};

/** A word of six letters and more that is not in a name, a path or an address. */
const longWord = /(?<![\p{L}\p{M}\p{N}./@_\u00ad-])\p{L}{6,}(?![\p{L}\p{M}\p{N}\u00ad/@_-]|\.\p{L})/gu;

/** Loads the patterns of a language, by its tag or by the commonest words of a text; undefined if there are none. */
export async function loadHyphenator(language: string | undefined, text: string): Promise<Hyphenator | undefined> {
  const name = language === undefined ? languageOf(text) : /^[a-z]{2}(?![a-z])/i.exec(language)?.[0].toLowerCase();
  if (!name || !Object.hasOwn(languages, name)) return undefined;
  const patterns = readPatterns((await languages[name as keyof typeof languages]()).patterns);
  const isName = name === 'de' ? innerCapital : anyCapital;
  return (given) => given.replace(longWord, (word) => (isName.test(word) ? word : hyphenateWord(word, patterns)));
}

/** Names are not broken: in German, whose nouns have capitals too, those that have one within. */
const innerCapital = /(?<!^)\p{Lu}/u;
const anyCapital = /\p{Lu}/u;

function languageOf(text: string): string | undefined {
  const sample = text.slice(0, 20_000);
  let best: string | undefined;
  let most = 3;
  for (const [name, pattern] of Object.entries(common)) {
    const count = sample.match(pattern)?.length ?? 0;
    if (count > most) [best, most] = [name, count];
  }
  return best;
}
