const lower = 'a-zß-öø-ÿ';
const letter = `A-ZÀ-ÖØ-Þ${lower}`;
const space = String.raw` \t\u00a0`;
const close = String.raw`"'()[\]{}\u00ab\u00bb\u2018\u2019\u201c\u201d`;

/** Short texts of Latin letters and common punctuation; versions of Unicode differ about a semicolon after an end. */
const latin = new RegExp(
  String.raw`^(?!.*[.!?][${close}]*[${space}]*;)[\t -~\u00a0\u00ab\u00bb${letter}\u2018\u2019\u201c\u201d\u2013\u2014]{0,1024}$`,
);

/**
 * The rules of UAX 29 for sentences (revision 47, SB6 to SB11) in such a text. No sentence ends before a digit
 * (`3.5`) or a capital within a word (`U.S`), where lower case follows, or before a comma and the like.
 */
const end = new RegExp(
  [
    String.raw`(?:[!?]|(?<=[${letter}])\.(?![\dA-Z\u00c0-\u00d6\u00d8-\u00de])|(?<![${letter}])\.(?!\d))`,
    `[${close}]*(?![${close}])[${space}]*(?![${space}.!?,:–—-]|$)`,
    String.raw`(?<!\.[${close}]*[${space}]*(?=[^${letter}.!?]*[${lower}]))`,
  ].join(''),
  'g',
);

/** Finds the ends of the segmenter's sentences where these are known without it, which takes long to create. */
export function latinEnds(text: string): readonly number[] | undefined {
  if (!latin.test(text)) return undefined;
  const ends = Array.from(text.matchAll(end), ({ 0: { length }, index }) => index + length);
  return text === '' ? ends : [...ends, text.length];
}
