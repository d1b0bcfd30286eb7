import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { boundDepth } from '../../../../src/source/html/dom/bound-depth.ts';
import { openDocument } from '../../../../src/source/html/dom/open-document.ts';
import { readHtml } from '../../../../src/source/html/html.ts';
import { nestings } from '../../../hostile/nestings.ts';
import { isThorough } from '../../../support/effort.ts';
import { expectLinear } from '../../../support/growth.ts';
import { typed } from '../../../support/typed.ts';

const sentence = 'The words of a page stay whatever elements they are in, and reading them comes to an end.';
const text = `<p>${sentence}</p>`.repeat(6);
const folder = mkdtempSync(join(tmpdir(), 'nesting-'));
afterAll(() => rmSync(folder, { recursive: true }));

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

/** How many bytes of nested elements are tried: their depth is hundreds of times what is kept all the same. */
const size = isThorough ? 200_000 : 40_000;

describe.each(nestings)('deeply nested %s', (opening) => {
  const unit = `${opening}x `;
  const nested = (bytes: number) => `${unit.repeat(Math.ceil(bytes / unit.length))}<p>${sentence}</p>`;

  test('keep their words', () => {
    const html = nested(size);
    const { markdown } = readHtml(html, { whole: true });
    expect(markdown).toContain(sentence);
    expect(markdown.match(/\bx\b/g)?.length).toBe(Math.ceil(size / unit.length));
    expect(readHtml(html).markdown.match(/\bx\b/g)?.length).toBeGreaterThan((size / unit.length) * 0.95);
  });

  test('are read in time that grows as they do, the whole program taken together', async () => {
    await expectLinear(size, async (bytes) => {
      writeFileSync(join(folder, 'nested.html'), nested(bytes));
      const { exitCode, errors } = await typed(['read', 'nested.html', '--plain'], folder);
      expect([exitCode, errors]).toEqual([0, '']);
    });
  });
});

describe('a tag of an element that was dropped for its depth', () => {
  const deep = (inside: string, after: string) =>
    openDocument(`<section>${'<div>'.repeat(130)}${inside}${'</div>'.repeat(130)}</section>${after}`).body;

  test.each([
    ['a list', '<ul><li>x</li></ul>'],
    ['lists in lists', '<ul><li>x<ul><li>y</li></ul></li></ul>'],
    ['paragraphs left open', '<p>x<p>y'],
    ['a wrapper', '<div><section>x</section></div>'],
  ])('%s: what follows it is where it was', (_, inside) => {
    const body = deep(inside, '<p>after</p>');
    expect(body.children.map(({ localName }) => localName)).toEqual(['section', 'p']);
    expect(body.lastChild?.textContent).toBe('after');
  });

  test('none is dropped of what is not deep', () => {
    const html = '<p>a<p>b<ul><li>c<li>d</ul><table><tr><td>e<td>f<tr><td>g</table>'.repeat(300);
    expect(boundDepth(html)).toBe(html);
  });
});
