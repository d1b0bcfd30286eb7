import { expect, test } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { renderPlain } from '../../../src/render/plain/render-plain.ts';
import type { View } from '../../../src/view/view.ts';
import { plainPage as page } from '../../support/render-text.ts';

function render(view: View): string {
  return [...renderPlain(view, page)].join('');
}

function read(markdown: string): string {
  return render({ kind: 'article', article: parseArticle(markdown) });
}

test('a paragraph is one line, a hard break a line end', () => {
  expect(read('One\ntwo\nthree.\n\nFour  \nfive.\n')).toBe('One two three.\n\nFour\nfive.\n');
});

test('headings are bare, between blank lines', () => {
  expect(read('# A *b*\n\nC.\n## D\nE.\n')).toBe('A b\n\nC.\n\nD\n\nE.\n');
});

test.each([
  ['- a\n- b\n  - c\n\n    d\n', '- a\n- b\n  - c\n\n    d\n'],
  ['5. a\n6. b\n', '5. a\n6. b\n'],
  ['9. a\n\n   b\n10. c\n', '9. a\n\n   b\n\n10. c\n'],
  ['* [x] a\n* [ ] b\n', '- [x] a\n- [ ] b\n'],
  ['* [x] a\n\n* [ ] b\n', '- [x] a\n\n- [ ] b\n'],
  ['1. ```\n   a\n\n     b\n   ```\n', '1. a\n\n     b\n'],
  ['- \n- a\n', '-\n- a\n'],
  ['- > a\n  > b\n', '- a b\n'],
])('lists keep their numbers and indent by their markers: %j', (markdown, expected) => {
  expect(read(`x\n\n${markdown}`)).toBe(`x\n\n${expected}`);
});

test('a table is rows separated by tabs, whatever its cells hold', () => {
  expect(read('x\n\n| a | b |\n|---|--:|\n| **1** | `2 \\| 3` |\n| 4&#9;5<br>6 | &#10;7 |\n')).toBe(
    'x\n\na\tb\n1\t2 | 3\n4 5 6\t7\n',
  );
});

test('code and formulas are verbatim', () => {
  expect(read('```js\na  b\t<c>\n\n\nd &amp;\n```\n\n$$\n\\frac{1}{2}\n$$\n')).toBe(
    'a  b\t<c>\n\n\nd &amp;\n\n\\frac{1}{2}\n',
  );
});

test('links are their text, images what they show, quotes what they say', () => {
  expect(read('> [a](https://b.example) ![c](d.png) ![](e.png)\n')).toBe('a c\n');
});

test('a link that reads as another address says where it leads', () => {
  expect(read('[bank.example](https://evil.example/login), [here](https://evil.example), https://example.org\n')).toBe(
    'bank.example (https://evil.example/login), here, https://example.org\n',
  );
});

test('an alert says what it is, in the language of the article', () => {
  expect(read('> [!WARNING]\n> a\n>\n> b\n')).toBe('Warning: a\n\nb\n');
  expect(read('---\nlang: fr\n---\n> [!WARNING]\n> a\n')).toBe('Attention: a\n');
});

test('a rule is a wider gap', () => {
  expect(read('a\n\n***\n\nb\n\n> c\n>\n> ---\n>\n> d\n')).toBe('a\n\n\nb\n\nc\n\n\nd\n');
});

test('powers stay powers', () => {
  expect(read('10<sup>8</sup>, H<sub>2</sub>O, 1<sup>er</sup>, e<sup>2x</sup>')).toBe('10⁸, H₂O, 1er, e^(2x)\n');
});

test('footnotes are at the end of their section, once, in the order of their first mention', () => {
  expect(
    read('a[^x] b[^y]\n\n# C\n\nd[^x] e[^z]\n\n[^z]: Z[^w]\n[^y]: Y\n\n    more\n[^x]: X\n[^w]: W\n[^v]: V\n'),
  ).toBe('a[1] b[2]\n\n[1] X\n\n[2] Y\n\n    more\n\nC\n\nd[1] e[3]\n\n[3] Z[4]\n\n[4] W\n\n[5] V\n');
});

test('the outline is one section a line, and no field breaks it', () => {
  const article = parseArticle('# A&#9;b\\\n\n## *C* `d`\n\ne f\n\n# Ü?\n');
  expect(render({ kind: 'outline', article })).toBe('1\ta-b\t1\t6\tA b\\\n1.1\tc-d\t2\t4\tC d\n2\tü\t1\t1\tÜ?\n');
});

test('a summary is one line, its abstract and a phrase without a full stop have lines of their own', () => {
  const article = parseArticle('B.\n\n## A\n\nB.\n');
  const [section] = article.sections;
  if (!section) throw new Error('No section.');
  const sentences = ['B.', 'C\nd.'].map((text) => ({ text, section, score: 1 }));
  expect(render({ kind: 'summary', article, abstract: 'What\nit is.', sentences })).toBe('What it is.\nB. C d.\n');
  const phrases = ['A phrase', 'B.', 'C.'].map((text) => ({ text, section, score: 1 }));
  expect(render({ kind: 'summary', article, sentences: phrases })).toBe('A phrase\nB. C.\n');
  const japanese = ['一。', '二。'].map((text) => ({ text, section, score: 1 }));
  expect(render({ kind: 'summary', article, sentences: japanese })).toBe('一。二。\n');
  expect(render({ kind: 'summary', article, sentences: [] })).toBe('');
});

test('a summary of each section is a section a line', () => {
  const article = parseArticle('B.\n\n## A\tx\n\nC d.\n\n### E\n\n- f\n');
  const [section] = article.sections;
  const [child] = section?.sections ?? [];
  if (!section || !child) throw new Error('No section.');
  const sentence = { text: 'C d.', section, score: 1 };
  const each = [
    { section, sentence },
    { section: child, beginning: 'f' },
  ];
  expect(render({ kind: 'summary', article, sentences: [sentence], each })).toBe(
    '1\ta-x\tA x\tC d.\n1.1\te\tE\t2 words: f\n',
  );
});

test('the shelf is one article a line', () => {
  const article = parseArticle('---\ntitle: A\ndate: 2026-01-30\nlang: fr\n---\n\nb\n');
  expect(
    render({
      kind: 'shelf',
      entries: [
        { name: 'a', article },
        { name: 'b', article: parseArticle('c') },
      ],
    }),
  ).toBe('a\tA\t2026-01-30\tfr\t1\nb\t\t\t\t1\n');
});

test('some sections come with their subsections', () => {
  const article = parseArticle('# A\n\na\n\n## B\n\nb\n\n# C\n\nc\n');
  expect(render({ kind: 'sections', article, sections: article.sections.slice(0, 1) })).toBe('A\n\na\n\nB\n\nb\n');
});

test('nothing comes of nothing', () => {
  expect(read('')).toBe('');
  expect(read('<!-- a -->\n\n[b]: c\n')).toBe('');
});
