/**
 * Characters of scripts that put no space between words: Thai, Lao, Tibetan, Burmese, Khmer, Tai, Chinese, Japanese
 * (rarer ones by their first surrogate).
 */
const unspaced = /[\u0e00-\u109f\u1780-\u17ff\u1950-\u1aaf\u2e80-\ua4cf\uf900-\ufaff\uff66-\uff9f\ud840-\ud8bf]/;

/** Tells whether a text has a character of a script that puts no space between words. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}
