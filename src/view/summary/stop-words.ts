/// <reference path="./stopword.d.ts" />
import { ownProperty } from '../../text/own-property.ts';
import { primaryLanguage } from './cues.ts';
import { eachWord } from './terms.ts';

/**
 * Loads a language's words without content of their own, in lower case, from the `stopword` package: only that list is
 * read. `language` is a BCP 47 tag; empty where there is no list.
 */
export async function loadStopWords(language: string | undefined): Promise<ReadonlySet<string>> {
  const primary = primaryLanguage(language);
  const list = ownProperty(lists, primary);
  const words = new Set<string>(ownProperty(elided, primary)?.split(' '));
  if (!list) return words;
  for (const loaded of Object.values(await list())) {
    // An entry of two words, or with an apostrophe, is split as a text is.
    for (const entry of loaded) eachWord(entry, (word) => words.add(word));
  }
  return words;
}

/** Words before an apostrophe, which the lists lack. */
const elided: Readonly<Record<string, string>> = {
  fr: 'qu jusqu lorsqu puisqu quoiqu est sont été était être avait ont aujourd hui',
  it: 'dell nell all sull dall un quest quell',
};

const lists: Readonly<Record<string, () => Promise<Readonly<Record<string, Iterable<string>>>>>> = {
  ar: () => import('stopword/src/stopwords_ara.js'),
  bg: () => import('stopword/src/stopwords_bul.js'),
  bn: () => import('stopword/src/stopwords_ben.js'),
  ca: () => import('stopword/src/stopwords_cat.js'),
  cs: () => import('stopword/src/stopwords_ces.js'),
  da: () => import('stopword/src/stopwords_dan.js'),
  de: () => import('stopword/src/stopwords_deu.js'),
  el: () => import('stopword/src/stopwords_ell.js'),
  en: () => import('stopword/src/stopwords_eng.js'),
  es: () => import('stopword/src/stopwords_spa.js'),
  et: () => import('stopword/src/stopwords_est.js'),
  eu: () => import('stopword/src/stopwords_eus.js'),
  fa: () => import('stopword/src/stopwords_fas.js'),
  fi: () => import('stopword/src/stopwords_fin.js'),
  fr: () => import('stopword/src/stopwords_fra.js'),
  ga: () => import('stopword/src/stopwords_gle.js'),
  gl: () => import('stopword/src/stopwords_glg.js'),
  gu: () => import('stopword/src/stopwords_guj.js'),
  he: () => import('stopword/src/stopwords_heb.js'),
  hi: () => import('stopword/src/stopwords_hin.js'),
  hr: () => import('stopword/src/stopwords_hrv.js'),
  hu: () => import('stopword/src/stopwords_hun.js'),
  hy: () => import('stopword/src/stopwords_hye.js'),
  id: () => import('stopword/src/stopwords_ind.js'),
  it: () => import('stopword/src/stopwords_ita.js'),
  ja: () => import('stopword/src/stopwords_jpn.js'),
  ko: () => import('stopword/src/stopwords_kor.js'),
  lt: () => import('stopword/src/stopwords_lit.js'),
  lv: () => import('stopword/src/stopwords_lav.js'),
  mr: () => import('stopword/src/stopwords_mar.js'),
  ms: () => import('stopword/src/stopwords_msa.js'),
  nb: () => import('stopword/src/stopwords_nob.js'),
  nl: () => import('stopword/src/stopwords_nld.js'),
  no: () => import('stopword/src/stopwords_nob.js'),
  pl: () => import('stopword/src/stopwords_pol.js'),
  pt: () => import('stopword/src/stopwords_por.js'),
  ro: () => import('stopword/src/stopwords_ron.js'),
  ru: () => import('stopword/src/stopwords_rus.js'),
  sk: () => import('stopword/src/stopwords_slk.js'),
  sl: () => import('stopword/src/stopwords_slv.js'),
  sv: () => import('stopword/src/stopwords_swe.js'),
  sw: () => import('stopword/src/stopwords_swa.js'),
  th: () => import('stopword/src/stopwords_tha.js'),
  tl: () => import('stopword/src/stopwords_tgl.js'),
  tr: () => import('stopword/src/stopwords_tur.js'),
  uk: () => import('stopword/src/stopwords_ukr.js'),
  ur: () => import('stopword/src/stopwords_urd.js'),
  vi: () => import('stopword/src/stopwords_vie.js'),
  zh: () => import('stopword/src/stopwords_zho.js'),
};
