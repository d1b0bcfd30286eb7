import { readFrontCoded } from '../front-coded.ts';
import { ownProperty } from '../own-property.ts';
import { eachWord } from './each-word.ts';
import { primaryLanguage } from './primary-language.ts';

/**
 * Loads a language's words without content of their own, in lower case, from the `stopword` package: only that list is
 * read. `language` is a BCP 47 tag; empty where there is no list.
 */
export async function loadStopWords(language: string | undefined): Promise<ReadonlySet<string>> {
  const { stopWordLists } = await import('./generated/stop-word-lists.json');
  const primary = primaryLanguage(language);
  const list = ownProperty(stopWordLists, primary === 'no' ? 'nb' : primary);
  const words = new Set<string>(ownProperty(elided, primary)?.split(' '));
  // An entry of two words, or with an apostrophe, is split as a text is.
  for (const entry of readFrontCoded(list ?? '')) eachWord(entry, (word) => words.add(word));
  return words;
}

/** Words before an apostrophe, which the lists lack. */
const elided: Readonly<Record<string, string>> = {
  fr: 'qu jusqu lorsqu puisqu quoiqu est sont été était être avait ont aujourd hui',
  it: 'dell nell all sull dall un quest quell',
};
