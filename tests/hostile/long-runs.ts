const punctuation = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];

/** A run: what is repeated, and what is before it. */
export interface Run {
  readonly before: string;
  readonly unit: string;
}

/**
 * Each ASCII punctuation character, white space and some letters by themselves, and each of the first before a letter,
 * a space and a line end, and within a line.
 */
export const runs: readonly Run[] = [
  ...[...punctuation, ' ', '\t', '\n', '\u00a0', 'a', 'A', '1', 'é', '\u0301', '漢', '😀'],
  ...['ab', 'aB', 'a1', '1.', 'a ', 'a\n', 'a\n\n', '!\n\n', '1. ', '1.\n', 'A. '],
  ...punctuation.flatMap((sign) => [`${sign}a`, `${sign} `, `${sign}\n`]),
]
  .map((unit) => ({ before: '', unit }))
  .concat(punctuation.map((unit) => ({ before: 'a ', unit })));

/** What has taken too long once. */
export const offenders: readonly Run[] = [
  { before: '', unit: '` ' },
  { before: 'a ', unit: '[' },
  { before: 'a ', unit: '\\(' },
  { before: 'a ', unit: '<h1 ' },
  { before: '', unit: '::: a\n' },
  { before: '', unit: '[\n\n' },
];

/** The text of so many bytes of a run, as nearly as whole units give it. */
export function textOf({ before, unit }: Run, bytes: number): string {
  return before + unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));
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
