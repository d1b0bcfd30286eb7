const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');
const row = (cell: string, columns: number): string => `|${`${cell}|`.repeat(columns)}\n`;

/**
 * Texts that no person writes and that bring a parser to its knees: too deep, too long, or quadratic to somebody's rule.
 * Each is as large as its name says, or smaller, by what makes of a count another one.
 */
export const shapes: Readonly<Record<string, (of: (count: number) => number) => string>> = {
  'quotes 100,000 deep': (of) => '>'.repeat(of(100_000)),
  'quotes 100,000 deep around a word': (of) => `${'> '.repeat(of(100_000))}word`,
  'quotes that get deeper': (of) => lines(of(1_500), (at) => `${'>'.repeat(at)} word`),
  'lists nested by indentation': (of) => lines(of(5_000), (at) => `${' '.repeat(2 * at)}- item ${at}`),
  'lists nested in a line': (of) => `${'- '.repeat(of(10_000))}word`,
  'numbered lists nested in a line': (of) => `${'1. '.repeat(of(10_000))}word`,
  'quotes and lists in turn': (of) => `${'> - '.repeat(of(5_000))}word`,
  'footnotes within footnotes': (of) => `${'[^1]: '.repeat(of(10_000))}word`,
  'HTML 10,000 deep': (of) => `${'<div>'.repeat(of(10_000))}word${'</div>'.repeat(of(10_000))}`,
  'inline HTML 10,000 deep': (of) => `a ${'<b>'.repeat(of(10_000))}word${'</b>'.repeat(of(10_000))}`,
  'opening brackets': (of) => '['.repeat(of(100_000)),
  'links that never close': (of) => '[a]('.repeat(of(50_000)),
  'links that close at the very end': (of) => `${'[a](b'.repeat(of(50_000))})`,
  'links within links': (of) => `${'['.repeat(of(25_000))}a${'](b)'.repeat(of(25_000))}`,
  'references to nothing': (of) => '[a]['.repeat(of(50_000)),
  'images within images': (of) => `${'![a'.repeat(of(10_000))}${'](b)'.repeat(of(10_000))}`,
  'opening stars': (of) => '*a '.repeat(of(50_000)),
  'opening stars, one and two': (of) => '*a **a '.repeat(of(50_000)),
  'stars alone': (of) => '**'.repeat(of(20_000)),
  'stars around a letter': (of) => `${'*'.repeat(of(20_000))}a${'*'.repeat(of(20_000))}`,
  'emphasis 10,000 deep': (of) => `${'**a '.repeat(of(10_000))}b${' a**'.repeat(of(10_000))}`,
  'underscores within a word': (of) => 'a_b'.repeat(of(50_000)),
  'tildes that do not match': (of) => '~a~~ '.repeat(of(25_000)),
  backticks: (of) => `a ${'`'.repeat(of(100_000))}`,
  'backticks alone': (of) => `${'`'.repeat(of(100_000))}\na`,
  'backticks in runs that do not match': () => lines(500, (at) => `${'`'.repeat(at + 1)} a`).replaceAll('\n', ' '),
  'opening angles': (of) => '<'.repeat(of(50_000)),
  'comments that never close': (of) => 'x <!-- '.repeat(of(50_000)),
  'sections of CDATA that never close': (of) => 'x <![CDATA[ '.repeat(of(50_000)),
  'a star, spaces and stars': (of) => `* ${' '.repeat(of(50_000))}${'*'.repeat(of(50_000))}`,
  'a rule that is none': (of) => `${'- '.repeat(of(50_000))}a`,
  dollars: (of) => '$'.repeat(of(50_001)),
  backslashes: (of) => '\\'.repeat(of(100_000)),
  'an address that never ends': (of) => `http://a${'!'.repeat(of(50_000))}`,
  'a mail address that is none': (of) => `${'a.'.repeat(of(50_000))}@`,
  'one line of 10 MB': (of) => 'word '.repeat(of(2_000_000)),
  'one word of 10 MB': (of) => 'x'.repeat(of(10_000_000)),
  'one line of 10 MB with markup': (of) => 'a *b* `c` [d](e) '.repeat(of(600_000)),
  'one paragraph of 10 MB': (of) => 'some *words* on a line\n'.repeat(of(450_000)),
  'a table of 5 MB': (of) => `| a | b | c |\n|---|---|---|\n${'| one | *two* words | three |\n'.repeat(of(180_000))}`,
  'a table of 2,000 columns': (of) =>
    row(' head ', of(2_000)) + row('---', of(2_000)) + row(' cell ', of(2_000)).repeat(20),
  'a table of 2,000 columns and empty rows': (of) =>
    row(' head ', of(2_000)) + row('---', of(2_000)) + '|a\n'.repeat(of(2_000)),
  '100,000 definitions': (of) =>
    `${lines(of(100_000), (at) => `[l${at}]: https://a.example/${at}`)}\n\n${'See [l1] and *[l2]*.\n\n'.repeat(of(1_000))}`,
  '100,000 headings': (of) => lines(of(100_000), (at) => `${'#'.repeat(1 + (at % 6))} Heading ${at}\n\nText.\n`),
  '100,000 headings of one name': (of) => '# Same\n\n'.repeat(of(100_000)),
  '100,000 footnotes': (of) => lines(of(100_000), (at) => `Text[^${at}].\n\n[^${at}]: Note ${at}.\n`),
  '50,000 lazy lines of a list': (of) => `- item\n${'lazy\n'.repeat(of(50_000))}`,
  '50,000 lazy lines of a quote': (of) => '> a\nb\n'.repeat(of(50_000)),
  'quotes that begin again': (of) => '> ```\n> a\n> ```\nb\n'.repeat(of(20_000)),
  '100,000 items': (of) => '- item\n'.repeat(of(100_000)),
  tabs: (of) => `${'\t'.repeat(of(100_000))}x`,
  'one letter with 100,000 marks': (of) => `a${'\u0301'.repeat(of(100_000))}`,
  'an emoji of 50,000 parts': (of) => '👨\u200d'.repeat(of(50_000)),
  '100,000 changes of direction': (of) => '\u202e\u2066a'.repeat(of(50_000)),
  'aliases of aliases in front matter': () =>
    `---\na: &a [x,x,x,x,x,x,x,x,x]\n${lines(8, (at) => `${'bcdefghi'[at]}: &${'bcdefghi'[at]} [${`*${'abcdefgh'[at]},`.repeat(8)}x]`)}\ntags: [*i]\n---\n\nText.\n`,
};
