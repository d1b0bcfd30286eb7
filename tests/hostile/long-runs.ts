const punctuation = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];

/** A run: what is repeated, and what is before and after it. */
export interface Run {
  readonly before: string;
  readonly unit: string;
  readonly after?: string;
}

/** What is repeated alone: each ASCII punctuation character, white space, and letters of some kinds. */
export const characters: readonly Run[] = [
  ...[...punctuation, ' ', '\t', '\n', '\u00a0', 'a', 'A', '1', 'é', '\u0301', '漢', '😀'],
].map((unit) => ({ before: '', unit }));

const pairCharacters = [...punctuation, ' ', '\n', 'a'];

/** Each two punctuation characters, a space, a line end and a letter among them; and some more that are paragraphs, items, words. */
const pairs: readonly Run[] = pairCharacters
  .flatMap((one) => pairCharacters.filter((other) => other !== one).map((other) => one + other))
  .concat('aB', 'a1', '1.', 'a\n\n', '!\n\n', '1. ', '1.\n', 'A. ', '~a~~b')
  .map((unit) => ({ before: '', unit }));

/** Within a line, and before words that go on: what an expression takes to the end of a text it may try from each place anew. */
const inWords: readonly Run[] = punctuation
  .map((unit): Run => ({ before: 'a ', unit }))
  .concat(
    [...punctuation, ' ', '\u00a0', 'a', 'I', '1', '。', 'www.', '/a', '*a*'].map((unit) => ({
      before: 'a ',
      unit,
      after: ' x.\n\nb',
    })),
  );

/** What has taken too long once. */
export const offenders: readonly Run[] = [
  { before: '', unit: '` ' },
  { before: 'a ', unit: '[' },
  { before: 'a ', unit: '\\(' },
  { before: 'a ', unit: '<h1 ' },
  { before: '', unit: '::: a\n' },
  { before: '', unit: '[\n\n' },
  { before: 'a ', unit: '--\n' },
  { before: '', unit: '|a|b|\n|-|\n' },
  { before: '# a ', unit: ' ', after: '{#c} x' },
  { before: 'a\n', unit: '{:.a}\n' },
  { before: '# a {#b}\n\n# x {', unit: 'a="b" ' },
  { before: '[a](b){.c} ', unit: '){a=' },
  { before: '::: a\nb\n:::\n\n', unit: ':', after: ']' },
  { before: '', unit: '```{note}\na\n````\n\n' },
  { before: '{% a %}\n\n', unit: '{%a ' },
  { before: '{% a %}\n\n{% highlight ', unit: 'a' },
  { before: '==a== ', unit: '](' },
  { before: '<h1>a</h1>\n\n', unit: '<ul ' },
  { before: '', unit: '<h1>a</h1>' },
  { before: 'a ', unit: '=', after: ' x.' },
  { before: "import a from 'a'\n\nimport", unit: ' ', after: 'x' },
  { before: '<p>Some words.</p>', unit: '<abbr></abbr>' },
  { before: '<table>', unit: '<tr><td colspan=1000 rowspan=1000>a</td></tr>', after: '</table>' },
  { before: `<table><tr>${'<td>a'.repeat(20_000)}`, unit: '<tr><td>a', after: '</table>' },
];

const elements =
  'a abbr address area article aside b blockquote br button caption center cite code dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 header hr i iframe img input ins kbd label legend li link main mark math menu meta nav noscript object ol optgroup option p picture pre q rp rt ruby s section select small source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr u ul var video wbr x-y'.split(
    ' ',
  );

/** Of each element very many that are empty, that hold words, that are not closed; and one with very many attributes. */
const elementRuns: readonly Run[] = elements.flatMap((name) => [
  { before: '<p>Some words.</p>', unit: `<${name}></${name}>` },
  { before: '<p>Some words.</p>', unit: `<${name}>word, and some </${name}>` },
  { before: '<p>Some words.</p>', unit: `<${name}>word ` },
  { before: '<p>Some words.</p>', unit: `<div><${name}></${name}><h2></h2><blockquote></blockquote></div>` },
  { before: `<p>Some words.</p><${name} `, unit: 'a#="b" ', after: `>word</${name}>` },
]);

/** All others: so many that they are tried in turns. */
export const others: readonly Run[] = [...pairs, ...inWords, ...elementRuns];

/** Returns the text of so many bytes of a run, as nearly as whole units give it. Each `a#` is another name. */
export function textOf({ before, unit, after = '' }: Run, bytes: number): string {
  let count = 0;
  const repeated = unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));
  return before + repeated.replace(/a#/g, () => `a${count++}`) + after;
}

/** The kinds of source, by their extension. */
export const kinds = ['md', 'html', 'txt'] as const;

/** The commands that a run is given to, with the file's name left out. */
export const commands: Readonly<Record<string, readonly string[]>> = {
  read: ['read', '--color', 'always', '--no-pager'],
  sections: ['sections', '--no-pager'],
  summary: ['summary', '--no-pager'],
  search: ['search', 'a', '--no-pager'],
};
