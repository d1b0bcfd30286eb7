/**
 * Characters of scripts that put no space between words: Thai, Lao, Tibetan, Burmese, Khmer, Tai, Chinese, Japanese
 * (rarer ones by their first surrogate).
 */
const unspaced = /[\u0e00-\u109f\u1780-\u17ff\u1950-\u1aaf\u2e80-\ua4cf\uf900-\ufaff\uff66-\uff9f\ud840-\ud8bf]/;

/** Reports whether a text has a character of a script that puts no space between words. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

/**
 * Characters between which a line end replaces no space, as in CSS (Text, 4.1.3), as a class of a regular expression:
 * wide ones but Korean. Thai, which is unspaced too, has spaces between phrases, and its lines end there.
 */
export const spaceless = String.raw`\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6`;

const oneSpaceless = new RegExp(`[${spaceless}]`);

/** Reports whether a character is {@link spaceless}: a line end between two such replaces no space. */
export function isSpaceless(character: string): boolean {
  return oneSpaceless.test(character);
}
