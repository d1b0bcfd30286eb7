import { expect, test } from 'vitest';
import { readAsciidoc } from '../../../src/source/markup/asciidoc.ts';

test.each([
  ['Term:: Words of it.\n\n* One\n** Two\n* Three', ':   Words of it.\n\n    - One\n      - Two\n    - Three'],
  ['Term:: Words of it.\n* One\n* Two', ':   Words of it.\n\n    - One\n    - Two'],
  ['Term::\n* One\n* Two', ':   - One\n    - Two'],
])('a list below a term is a list: %j', (text, list) => {
  expect(readAsciidoc(text).markdown).toBe(`Term\n${list}\n`);
});

test('values of a table are below their headings, whatever is larger than a cell, is doubled or is quoted', () => {
  const rows = (text: string): string[] =>
    readAsciidoc(text)
      .markdown.match(/^\| .*/gm)
      ?.toSpliced(1, 1) ?? [];
  expect(
    rows(
      '[cols="3*",options=header]\n|===\n|Tea |Minutes |Cups\n\n2+|black |2\n.2+|green |3 |4\n|5 |6\n2*|x |\\|\n|===',
    ),
  ).toEqual(['| Tea | Minutes | Cups |', '| black |  | 2 |', '| green | 3 | 4 |', '|  | 5 | 6 |', '| x | x | \\| |']);
  expect(rows('[%header]\n,===\nTea,Note\ngreen,"hot, not boiling"\n,===')).toEqual([
    '| Tea | Note |',
    '| green | hot, not boiling |',
  ]);
});

test.each([
  ['ifdef::env-github[]\n:pot: red\nWords for a hub.\nendif::[]\n\nA {pot} pot.', 'Words for a hub.\n\nA {pot} pot.'],
  [':pot: red\nifdef::pot[]\n:lid: {pot}dish\nendif::[]\n\nA {lid} lid.', 'A reddish lid.'],
  ['ifndef::pot[Words without one.]', 'Words without one.'],
  ['One line,\nifdef::pot[]\nanother\nendif::pot[]\nand a last.', 'One line, another and a last.'],
  ['----\nifdef::pot[]\n----', '```\nifdef::pot[]\n```'],
])('conditions go, what is between them stays: %j', (text, markdown) => {
  expect(readAsciidoc(text).markdown).toBe(`${markdown}\n`);
});

test.each([
  ['. One\n\n+\n----\ncode\n----\n\n. Two', '1. One\n\n   ```\n   code\n   ```\n\n2. Two'],
  ['. One\n\n $ make\n\n. Two', '1. One\n\n   ```\n   $ make\n   ```\n\n2. Two'],
  ['[start=4]\n. Four\n. Five', '4. Four\n5. Five'],
])('a list counts on past what is in its items: %j', (text, markdown) => {
  expect(readAsciidoc(text).markdown).toBe(`${markdown}\n`);
});

test.each([
  ['A.footnote:n[Note.] B.footnote:n[]', 'A.[^1] B.[^1]\n\n[^1]: Note.'],
  ['- [[[pp]]] Hunt.', '- \\[pp] Hunt.'],
  ['== Water [[w]]\n\nSee <<w>> and <<x>>.\n\n[[x,the pot]]Pot.', '## Water\n\nSee Water and the pot.\n\nPot.'],
  ['a:: one\nb::: two', 'a\n:   one\n\n    b\n    :   two'],
  [':v: 2\n\n[source,sh,subs=attributes+]\n----\nget {v}\n----', '```sh\nget 2\n```'],
  ['.Pots\n[caption="Rule: "]\n====\nOne.\n====', '**Rule: Pots**\n\nOne.'],
])('references, terms within terms and captions are what they represent: %j', (text, markdown) => {
  expect(readAsciidoc(text).markdown.replace(/ +$/gm, '')).toBe(`${markdown}\n`);
});
