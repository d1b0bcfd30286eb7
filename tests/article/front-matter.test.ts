import { describe, expect, it } from 'vitest';
import { maxFrontMatter, readFrontMatter } from '../../src/article/front-matter.ts';
import { frontMatterShapes } from '../hostile/front-matter-shapes.ts';
import { expectLinear } from '../support/growth.ts';

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
  const texts = [60_000, 200_000].flatMap((length) =>
    Object.entries(frontMatterShapes).map(([name, textOf]) => [name, length, textOf] as const),
  );

  it.each(texts)(
    '%s, %i characters, is read or left alone, in time that grows as it does',
    async (_, length, textOf) => {
      const text = textOf(length);
      const { body } = readFrontMatter(text);
      if (length > maxFrontMatter) expect(body).toBe(text);
      else expect(text.endsWith(body)).toBe(true);
      await expectLinear(length, (size) => readFrontMatter(textOf(size)));
    },
  );

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
