import { describe, expect, it } from 'vitest';
import { blockElements } from '../../../src/markdown/html/block-elements.ts';
import { flatText } from '../../../src/source/html/fallback-text.ts';
import { readHtml } from '../../../src/source/html/html.ts';
import { plain } from '../../support/render-text.ts';

const places: Readonly<Record<string, (html: string) => string>> = {
  'a page': (html) => readHtml(`<body><div>${html}</div></body>`, { whole: true }).markdown,
  'a page too large for a document': (html) => flatText(`<body><div>${html}</div></body>`),
  'a block of HTML in Markdown': (html) => plain(`<div>${html}</div>\n`),
  'a paragraph of Markdown': (html) => plain(`Words ${html}\n`),
  'a heading in HTML': (html) => plain(`<h2>${html}</h2>\n`),
};

/** Three words, the second in an element, where that may stand. */
function around(name: string): string {
  if (name === 'hr') return 'First<hr>second<hr>third';
  if (/^t(?:body|foot|head)$/.test(name)) return `First<table><${name}><tr><td>second</${name}></table>third`;
  return `First<${name} open>second</${name}>third`;
}

describe.each(Object.entries(places))('in %s', (_, textOf) => {
  it.each([...blockElements].filter((name) => !/^(?:html|body)$/.test(name)))('<%s> joins no words', (name) => {
    const words = textOf(around(name)).split(/[^\p{L}]+/u);
    expect(words.filter((word) => /first|second|third/i.test(word))).toEqual(['First', 'second', 'third']);
  });
});

it.each(['audio', 'canvas', 'noscript', 'video'])('a page’s <%s> stands within a line and joins no words', (name) => {
  const [, page = ''] = /^(.*?)$/m.exec(readHtml(`<p>A word <${name}>else</${name}> and a word.</p>`).markdown) ?? [];
  expect(page).toMatch(/^A word (?:else)? ?and a word\.$/);
});

/** What ends without a closing tag. */
const open = /^(?:hr|p|li|d[td]|t[rdh]|thead|tbody|tfoot|h[1-6])$/;

it.each([...blockElements].filter((name) => !open.test(name)))('<%s> that nothing closes breaks no line', (name) => {
  expect(plain(`Name <${name}> and the rest.\n`)).toBe('Name and the rest.\n');
});

it.each([...blockElements].filter((name) => /^(?:p|li|d[td]|h[1-6])$/.test(name)))(
  '<%s> needs no closing tag',
  (name) => {
    expect(plain(`Name <${name}>and the rest.\n`)).toBe('Name \nand the rest.\n');
  },
);
