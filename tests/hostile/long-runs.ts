const punctuation = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];

/**
 * What a long run repeats: each ASCII punctuation character, white space and some letters by themselves, and each of
 * the first before and after a letter, and before a space, a line end and an empty line.
 */
export const units: readonly string[] = [
  ...[...punctuation, ' ', '\t', '\n', '\u00a0', 'a', 'A', '1', 'é', '\u0301', '漢', '😀'],
  ...['ab', 'aB', 'a1', '1.', 'a ', 'a\n', 'a\n\n', '1. ', '1.\n', 'A. '],
  ...punctuation.flatMap((sign) => [`${sign}a`, `a${sign}`, `${sign} `, `${sign}\n`, `${sign}\n\n`, `a${sign} b `]),
];

/** What has taken too long once. */
export const offenders: readonly string[] = ['` ', '[\n\n'];

/** A run of so many bytes, as nearly as whole units give it. */
export function longRun(unit: string, bytes: number): string {
  return unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));
}

/** The kinds of source, by the ending that tells them. */
export const kinds = ['md', 'html', 'txt'] as const;

/** The commands that a run is given to, with the file's name left out. */
export const commands: Readonly<Record<string, readonly string[]>> = {
  read: ['read', '--color', 'always', '--no-pager'],
  sections: ['sections', '--no-pager'],
  summary: ['summary', '--no-pager'],
  search: ['search', 'a', '--no-pager'],
};
