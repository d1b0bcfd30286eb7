import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockText } from '../../../src/markdown/block-text.ts';
import { htmlBlocks } from '../../../src/markdown/html/html-blocks.ts';
import { inlines } from '../../../src/markdown/lazy-inlines.ts';
import type { Block } from '../../../src/markdown/syntax-tree.ts';
import { runs } from '../../support/effort.ts';
import { visibleText } from '../../support/visible-text.ts';

function blocksOf(html: string): readonly Block[] {
  return htmlBlocks({ type: 'html', raw: html, text: html });
}

/** Writes blocks in short: their kind and what is in them. */
function outline(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'text':
        return blockText(block);
      case 'heading':
        return { [`h${block.depth}`]: blockText(block) };
      case 'list':
        return {
          [block.ordered ? `list from ${block.start}` : 'list']: block.items.map(({ tokens }) => outline(tokens)),
        };
      case 'blockquote':
        return { quote: outline(block.tokens) };
      case 'code':
        return { [`code ${block.lang ?? ''}`.trim()]: block.text };
      case 'table':
        return { table: [block.header, ...block.rows].map((row) => row.map(({ text }) => text)), align: block.align };
      case 'definition_list':
        return {
          definitions: block.items.map(({ terms, descriptions }) => [outline(terms), outline(descriptions)]),
        };
      default:
        return block.type;
    }
  });
}

describe('htmlBlocks', () => {
  test.each<[string, unknown[]]>([
    ['<p>a <b>b</b>\n c</p>d', ['a b c', 'd']],
    ['<p>a<p>b', ['a', 'b']],
    ['<div align="center">\n<h1>a &amp; b</h1>\n\n<img alt="c" src="d">\n</div>', [{ h1: 'a & b' }, 'c']],
    ['<ul><li>a<li>b<ul><li>c</ul></ul>', [{ list: [['a'], ['b', { list: [['c']] }]] }]],
    ['<ul><li>a</li><ul><li>b</li></ul></ul>', [{ list: [['a', { list: [['b']] }]] }]],
    ['<ol start="3"><li><p>a</p><p>b</p></li></ol>', [{ 'list from 3': [['a', 'b']] }]],
    ['<blockquote>a<p>b</p></blockquote>', [{ quote: ['a', 'b'] }]],
    ['<pre>\n a &lt;\n  <b>b</b>\n</pre>', [{ code: ' a <\n  b' }]],
    ['<pre><code class="hljs language-js">a</code></pre>', [{ 'code js': 'a' }]],
    ['a<hr>b', ['a', 'hr', 'b']],
    [
      '<dl><dt>a<dt>b<dd>c<dd>d<dt>e<dd><ul><li>f</ul></dl>',
      [
        {
          definitions: [
            [
              ['a', 'b'],
              ['c', 'd'],
            ],
            [['e'], [{ list: [['f']] }]],
          ],
        },
      ],
    ],
    ['<details><summary>a</summary>b</details>', ['a', 'b']],
    ['<figure><img src="x" alt="a"><figcaption>b</figcaption></figure>', ['a', 'b']],
    [
      '<table><caption>a</caption><thead><tr><th>b<th align=right>c</thead><tbody><tr><td>d<td align=right>e</table>',
      [
        'a',
        {
          table: [
            ['b', 'c'],
            ['d', 'e'],
          ],
          align: [null, 'right'],
        },
      ],
    ],
    [
      '<table><tr><td colspan=2>a<tr><td>b<td>c<br>d</table>',
      [
        {
          table: [
            ['', ''],
            ['a', ''],
            ['b', 'c d'],
          ],
          align: [null, null],
        },
      ],
    ],
    ['<table><tr><td>a</td></tr><tr><td>b</td></tr></table>', ['a', 'b']],
    ['<table><tr><td>a</td><td><ul><li>b</ul></td></tr></table>', ['a', { list: [['b']] }]],
    ['<details>\n<summary>a</summary>\n', ['a']],
    ['</details>', []],
    ['<div>', []],
    ['<!-- a -->', []],
    ['a <!-- b', ['a']],
    ['<script>a</script>b<style>c', ['b']],
    ['<svg><text>a</text></svg>b', ['b']],
    ['<svg>a', ['a']],
    ['<template>a</template><title>b</title>c', ['c']],
    ['<a href="x">a<p>b</p>c</a>', ['a', 'b', 'c']],
    ['<td>a</td><td>b</td>', ['a', 'b']],
    ['a < b <3 <>', ['a < b <3 <>']],
    ['<p title="a > b">c', ['c']],
    ['<p title="a>b', ['b']],
    ['<address>a<br>b</address>', ['a b']],
  ])('%s', (html, expected) => {
    expect(outline(blocksOf(html))).toEqual(expected);
  });

  test('keeps links and styles', () => {
    const [paragraph] = blocksOf('<p><a href="https://a.example/?b&amp;c"><em>d</em></a></p>');
    expect(paragraph?.type === 'paragraph' && inlines(paragraph.tokens)).toEqual([
      { type: 'link', href: 'https://a.example/?b&c', tokens: [{ type: 'em', tokens: [{ type: 'text', text: 'd' }] }] },
    ]);
  });

  test('a summary is strong', () => {
    const [summary] = blocksOf('<summary>a</summary>');
    expect(summary?.type === 'paragraph' && inlines(summary.tokens)).toEqual([
      { type: 'strong', tokens: [{ type: 'text', text: 'a' }] },
    ]);
  });

  test('shows all words of any soup of tags, in order, as another parser reads it', () => {
    const names =
      'a b i code sup p div ul ol li blockquote pre h2 dl dt dd span table tbody tr td th summary details br hr img em q'.split(
        ' ',
      );
    const piece = fc.oneof(
      fc.constantFrom('one', 'two', ' ', '&amp;', '3 < 4', '\n', '<!-- no -->', '<img alt="five" src=x>'),
      fc.tuple(fc.constantFrom('<', '<', '</'), fc.constantFrom(...names)).map(([open, name]) => `${open}${name}>`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const html = pieces.join('').replaceAll('<img>', '');
        const seen = visibleText(html).words.join('').replace(/[“”]/g, '');
        const ours = blocksOf(html)
          .map(blockText)
          .join('')
          // What is raised is written so: `^(3 < 4)`.
          .replace(/\^\(([^()]*)\)/g, '$1')
          .replace(/[\s“”]+/g, '');
        expect(ours, html).toBe(seen);
      }),
      runs(1000),
    );
  });

  test.each([
    ['tags that nest without end', '<div><b>'.repeat(50_000)],
    ['lists that nest without end', '<ul><li>a'.repeat(20_000)],
    ['tables that nest without end', '<table><tr><td>a'.repeat(20_000)],
    ['characters that open nothing', '<'.repeat(100_000)],
    ['elements that hide and are not closed', '<svg>'.repeat(100_000)],
    ['quotes that are not closed', '<a b="><a c=\'>'.repeat(30_000)],
    ['a row without end', `<table><tr>${'<td>a'.repeat(50_000)}</table>`],
    ['a wide cell in every row', `<table>${'<tr><td colspan=1000>a'.repeat(1000)}</table>`],
  ])('bears %s', (_, html) => {
    const text = blocksOf(html).map(blockText).join('');
    expect(text.replace(/[^a]/g, '').length).toBe(html.match(/a(?=<|$)/g)?.length ?? 0);
  });
});
