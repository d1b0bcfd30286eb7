import { describe, expect, it } from 'vitest';
import { maxFrontMatter, readFrontMatter } from '../../src/article/front-matter.ts';

describe('readFrontMatter', () => {
  it.each([
    ['prose', '---\n\ntext\n\n---\n'],
    ['a heading, which to YAML is a comment', '---\n# A heading\n---\ntext\n'],
    ['a list', '---\n\n- text\n\n---\n'],
    ['prose that breaks YAML', '---\n\n- text\n\n  word\n\n> quote\n\n---\n'],
  ])('leaves %s between two rules alone', (_, text) => {
    expect(readFrontMatter(text)).toEqual({ metadata: {}, body: text });
  });

  it('takes an empty one away', () => {
    expect(readFrontMatter('---\n---\ntext')).toEqual({ metadata: {}, body: 'text' });
  });

  it('reads what is plain in a broken one', () => {
    expect(readFrontMatter('---\ntitle: a: b\ntags: [x\n---\ntext')).toMatchObject({ title: 'a: b', body: 'text' });
  });
});

describe('YAML as people write it', () => {
  it.each([
    ['brackets closed below the key', 'tags: [\n  a,\n  b\n]'],
    ['brackets closed below the key of a key', 'tags:\n  - a\n  - b\nparams:\n  list: [\n    c\n  ]'],
    ['one key twice', 'tags: [c]\ntags: [a, b]'],
    ['tags of its own', 'params: !foo {c: d}\ndate: !r Sys.Date()\ntags: !bar [a, b]'],
    ['line ends of an old Mac', 'title: x\rtags: [a, b]'],
  ])('has %s', (_, matter) => {
    expect(readFrontMatter(`---\n${matter}\n---\ntext`)).toMatchObject({
      body: 'text',
      metadata: { tags: ['a', 'b'] },
    });
  });
});

describe('front matter that is an attack', () => {
  const times = (text: string, length: number): string => text.repeat(Math.floor(length / text.length));
  const lines = (line: (at: number) => string, length: number): string => {
    let text = '';
    for (let at = 0; text.length < length - 40; at++) text += `${line(at)}\n`;
    return text;
  };
  const shapes: Readonly<Record<string, (length: number) => string>> = {
    keys: (length) => lines((at) => `k${at}: v`, length),
    'one key': (length) => times('k: v\n', length),
    'keys that are numbers': (length) => lines((at) => `${at}: 1.5`, length),
    'keys that are lists': (length) => lines((at) => `[${at}]: v`, length),
    'keys that are maps': (length) => lines((at) => `? {a: ${at}}\n: v`, length),
    'no keys': (length) => times(': a\n', length),
    'keys of a flow map': (length) => `title: {${lines((at) => `k${at}: v,`, length)}}`,
    'anchors of one node': (length) => `title: ${times('&a ', length)}`,
    anchors: (length) => lines((at) => `k${at}: &a${at} v`, length),
    aliases: (length) => `a: &a b\n${lines((at) => `k${at}: *a`, length)}`,
    'aliases of what contains them': (length) => `title: &x [${times('*x, ', length)}*x]`,
    'aliases within aliases': (length) => `a: &a []\n${lines((at) => `k${at}: &a [*a, *a]`, length)}`,
    'merge keys': (length) => `a: &a {b: c}\nt:\n${times('  <<: *a\n', length)}`,
    'tags of one node': (length) => `title: ${times('!!str ', length)}`,
    tags: (length) => lines((at) => `k${at}: !!str v`, length),
    'tag handles': (length) => times('%TAG ! tag:a,2000:\n', length),
    directives: (length) => times('%a\n', length),
    documents: (length) => times('--- a\n', length),
    'flow lists, nested': (length) => `title: ${times('[', length)}`,
    'flow maps, nested': (length) => `title: ${times('{a: ', length)}`,
    'flow lists, nested and closed': (length) => `title: ${times('[', length / 2)}${times(']', length / 2)}`,
    'block lists, nested': (length) => times('- ', length),
    'maps, nested in a line': (length) => times('a: ', length),
    'maps, nested by indentation': (length) => lines((at) => `${' '.repeat(at % 300)}a:`, length),
    'complex keys, nested': (length) => times('? ', length),
    commas: (length) => `title: [${times(',', length)}`,
    'question marks': (length) => `title: {${times('? ', length)}`,
    comments: (length) => `title: a\n${times('# c\n', length)}`,
    quotes: (length) => times('"', length),
    'escapes in quotes': (length) => `title: "${times('\\x41', length)}"`,
    'block scalars': (length) => times('|\n', length),
    dashes: (length) => times('-\n', length),
    'empty lines': (length) => `title: a${times('\n', length)}`,
  };
  const tomlShapes: Readonly<Record<string, (length: number) => string>> = {
    keys: (length) => lines((at) => `k${at} = 1`, length),
    'dotted keys': (length) => `${times('a.', length)}b = 1`,
    tables: (length) => lines((at) => `[t${at}]`, length),
    'arrays of tables': (length) => times('[[t]]\n', length),
    'arrays, nested': (length) => `a = ${times('[', length)}`,
    'inline tables, nested': (length) => `a = ${times('{a=', length)}`,
    comments: (length) => `a = [${times('#\n', length)}]`,
    escapes: (length) => `title = "${times('\\u0041', length)}"`,
    backslashes: (length) => `title = "${times('\\', length)}`,
  };
  const texts = [60_000, 200_000].flatMap((length) => [
    ...Object.entries(shapes).map(([name, make]) => [`YAML: ${name}`, length, `---\n${make(length)}\n---\nWords.\n`]),
    ...Object.entries(tomlShapes).map(([name, make]) => [
      `TOML: ${name}`,
      length,
      `+++\n${make(length)}\n+++\nWords.\n`,
    ]),
  ]) as [name: string, length: number, text: string][];

  // On a quiet machine none takes 0.3 s; some took ten.
  it.each(texts)('%s, %i characters, is read or left alone, at once', (_, length, text) => {
    const before = process.cpuUsage();
    const { body } = readFrontMatter(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(1);
    if (length > maxFrontMatter) expect(body).toBe(text);
    else expect(text.endsWith(body)).toBe(true);
  });

  it.each([
    ['itself', 'title: &x [*x]'],
    ['itself, in a map', 'title: &x {name: *x}'],
    ['itself, often', `title: &x [${'*x, '.repeat(18)}*x]`],
    ['itself, in tags', `tags: &x [*x, ${'*x, '.repeat(18)}a]`],
    ['a map that contains itself', 'author: &x {y: &y {name: *x}, name: *y}'],
    ['ever more', 'a: &a [x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\ntitle: [*c,*c,*c,*c]'],
  ])('an alias to %s is no text', (_, matter) => {
    const { body, title = '', metadata } = readFrontMatter(`---\n${matter}\n---\nWords.\n`);
    expect(body).toBe('Words.\n');
    expect(JSON.stringify([title, metadata]).length).toBeLessThan(500);
  });

  it('an alias to a name is that name', () => {
    const { metadata } = readFrontMatter('---\neditor: &a Ann\nauthor: [*a, {name: Bob}]\n---\nWords.\n');
    expect(metadata).toEqual({ author: 'Ann, Bob' });
  });

  it('what is plain in front matter of thousands of tokens is read', () => {
    const keys = Array.from({ length: 3000 }, (_, at) => `key${at}: value`).join('\n');
    expect(readFrontMatter(`---\n${keys}\ntitle: "A: b"\n---\nWords.\n`)).toEqual({
      title: 'A: b',
      metadata: {},
      body: 'Words.\n',
    });
  });
});
