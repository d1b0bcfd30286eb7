import { readFrontCoded } from '../front-coded.ts';
import { eachWord } from './each-word.ts';
import { isWrittenIn, scriptOf } from './script-of.ts';

/**
 * Detects the language of a text, BCP 47: by its script where that is one language's, else by its stop words; undefined
 * where it has too few of them.
 */
export async function detectLanguage(text: string): Promise<string | undefined> {
  const script = scriptOf(text);
  if (script === undefined) return undefined;
  if (script.language) return script.language;
  const words = new Map<string, number>();
  let total = 0;
  eachWord(text, (word) => {
    if (!isWrittenIn(script, word.charCodeAt(0))) return;
    total += 1;
    words.set(word, (words.get(word) ?? 0) + 1);
  });
  const { stopWordLists } = await import('./generated/stop-word-lists.json');
  let best: string | undefined;
  let highest = 0;
  for (const [language, list] of Object.entries(stopWordLists)) {
    const { found, entries } = findStopWords(words, list);
    const score = found * Math.log(vocabulary / entries) + (common.has(language) ? Math.log(odds) : 0);
    if (score > highest && found >= total * fewestStopWords) [best, highest] = [language, score];
  }
  return best;
}

/**
 * How many words a text of another language draws from, roughly: a word is in a list by chance the more often, the longer
 * the list. The logarithm of the ratio is what a word found says for a language, as in a naive Bayes classifier.
 */
const vocabulary = 50_000;

/** Most texts are in one of these languages: one is as much likelier beforehand as its odds say. */
const common: ReadonlySet<string> = new Set('de en es fr it nl pl pt ru'.split(' '));
const odds = 20;

/** Share of a text's words that are stop words of its language, at least. */
const fewestStopWords = 0.05;

function findStopWords(words: ReadonlyMap<string, number>, list: string): { found: number; entries: number } {
  let found = 0;
  let entries = 0;
  for (const entry of readFrontCoded(list)) {
    entries += 1;
    found += words.get(entry) ?? 0;
  }
  return { found, entries };
}
