import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../../src/source/html/html.ts';

const sentence = 'The words of a page stay whatever elements they are in, and reading them comes to an end.';
const text = `<p>${sentence}</p>`.repeat(6);

describe('wrappers that hold more than one empty element', () => {
  test.each([
    ['headings', '<div><h2></h2><h2></h2></div>'],
    ['headings of spaces', '<div><h2> </h2>\n<h3>&nbsp;</h3></div>'],
    ['headings in nested wrappers', '<section><div><h2></h2><h2></h2></div><div><h4></h4></div></section>'],
    ['headings beside an image', '<div><img src="/a.png" alt="A heron"><h2></h2><h2></h2></div>'],
    ['quotations', '<div><blockquote></blockquote><blockquote></blockquote></div>'],
    ['quotations in figures', '<figure><blockquote></blockquote><blockquote> </blockquote></figure>'],
    ['a quotation in a quotation', '<div><blockquote><div><blockquote></blockquote></div></blockquote></div>'],
    ['a heading in a heading', '<div><h2><h3></h3></h2></div>'],
    ['headings that say the same as their wrapper', `<div><h2><div><h3>${sentence}</h3></div></h2></div>`],
  ])('%s', (_, html) => {
    expect(readHtml(`${text}${html}${text}`).markdown).toContain(sentence);
    expect(readHtml(html + text).markdown).toContain(sentence);
  });
});

/** What people and programs nest: lists, tables, links, terms, wrappers, styles, each many times deeper than any page is. */
const nestings = [
  '<ul><li>',
  '<ol><li><p>',
  '<table><tr><td>',
  '<p><a href="/x">',
  '<dl><dd>',
  '<div>',
  '<b>',
  '<span>',
  '<blockquote>',
  '<font>',
  '<div/>',
  '<section><h2>',
];

describe.each(nestings)('200 kB of nested %s', (opening) => {
  const unit = `${opening}x `;
  const html = `${unit.repeat(Math.ceil(200_000 / unit.length))}<p>${sentence}</p>`;

  test('keep their words', () => {
    const { markdown } = readHtml(html, { whole: true });
    expect(markdown).toContain(sentence);
    expect(markdown.match(/\bx\b/g)?.length).toBe(Math.ceil(200_000 / unit.length));
    expect(readHtml(html).markdown.match(/\bx\b/g)?.length).toBeGreaterThan((200_000 / unit.length) * 0.95);
  });
});
