import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSimpleInlines } from '../../../src/markdown/fast/simple-inlines.ts';
import { lexInlines } from '../../../src/markdown/marked/lex-inlines.ts';
import type { Inline } from '../../../src/markdown/syntax-tree.ts';
import { createDefinitions } from '../../support/definitions.ts';
import { runs } from '../../support/effort.ts';
import { examples } from '../../support/examples.ts';
import { realTexts } from '../../support/real-texts.ts';

const definitions = createDefinitions();
definitions.links.known = { href: 'https://example.org', title: 'Known' };
definitions.footnotes.set('1', { type: 'footnote', raw: '', label: '1', tokens: [] });

/** Joins texts that are neighbours: marked's tokens end where its rules do. */
function joined(inlines: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (inline.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = { type: 'text', text: last.text + inline.text };
    } else result.push('tokens' in inline ? { ...inline, tokens: joined(inline.tokens) } : inline);
  }
  return result;
}

/** Reports whether a text is scanned; what it is scanned to must be what marked makes of it. */
function isScanned(source: string): boolean {
  const scanned = parseSimpleInlines(source, definitions);
  if (scanned === undefined) return false;
  expect({ source, inlines: joined(scanned) }).toEqual({
    source,
    inlines: joined(lexInlines(source, definitions)),
  });
  return true;
}

test.each([
  ['emphasis', '*a* **b** ***c*** _d_ ~~e~~ *f **g** h*'],
  ['stars and underscores that are none', '2 * 3 snake_case **a'],
  ['code', '`a` `` b`c `` `d'],
  ['links', '[a](b) [`c`](d "e") [f](g_(h)) [i](j?k=1&amp;l)'],
  ['references', '[a][known] [known] [known][] [unknown] [a][unknown]'],
  ['images', '![a](b) [![c](d)](e) ![known]'],
  ['notes', 'a[^1] b[^2]'],
  ['escapes', '\\* \\[a\\](b) \\a'],
  ['entities', 'a &amp; b &nbsp; &unknown; &#x1b;'],
  ['formulas', '$a_b$ and $5'],
  ['hard breaks', 'a  \nb\\\nc  '],
  ['an address in angle brackets', '<https://example.org/a> 1 < 2'],
  ['bare addresses', 'see https://example.org/a?b=c#d. (http://a.b:80) a.b+c@example.org, @d/e@1.2.3'],
  ['tags', 'a <b>c</b> *d* <img src="e" alt="f"><br> <a href="g">h</a><!-- i -->'],
  ['a tag in a link', '[<img src="a" alt="b">](c)'],
  ['brackets in a link', '[a[b[c]]](d) [a[b[c[d]]]](e)'],
  ['a destination in angle brackets', '[a](<b(c)>)'],
])('%s are scanned', (_, source) => {
  expect(isScanned(source)).toBe(true);
});

test.each([
  ['HTML that is not shown', 'a <script>c</script>'],
  ['a tag with brackets', '<b title="[a](b)">'],
  ['a bare address with other delimiters', 'see https://example.org/a_b or https://a.b/(c)'],
  ['a bare address without a scheme', 'see www.example.org'],
  ['a bare address in a tag', '<a href="b">https://example.org</a>'],
  ['a mail address with a scheme', 'mailto:a@example.org'],
  ['a link in a link', '[a [b](c) d](e)'],
  ['an address in angle brackets within a link', '[<https://a.b>](c)'],
  ['a title with a backslash', '[a](b "c\\"d")'],
])('%s is left to marked', (_, source) => {
  expect(isScanned(source)).toBe(false);
});

describe('what is scanned is what marked makes of it', () => {
  test('in real texts, nearly all of which is', () => {
    const sources = realTexts().flatMap((text) => text.split(/\n\s*\n/).map((source) => source.trim()));
    expect(sources.filter(isScanned).length / sources.length).toBeGreaterThan(0.95);
  });

  test('in the examples of the specifications', () => {
    for (const { markdown } of examples()) for (const part of markdown.split('\n\n')) isScanned(part.trim());
  });

  test('in words and delimiters in any order', () => {
    const source = fc.array(fc.constantFrom(...parts), { maxLength: 12 });
    fc.assert(
      fc.property(source, (pieces) => {
        const text = pieces.join('').trim();
        if (!/\n\s*\n/.test(text)) isScanned(text);
      }),
      runs(20_000),
    );
  });
});

const parts = [
  ...['a', 'b', '1', 'é', '«', '日', '\u00a0', ' ', ' ', '\n', '  \n', '\\\n', '"', "'", '.', '!', '#', '(', ')'],
  ...['*', '**', '***', '_', '__', '~', '~~', '`', '``', '`a`', '\\', '\\*', '\\[', '$', '$$', '&amp;', '<', '>'],
  ...[
    '[',
    ']',
    '](c)',
    '](c "d")',
    '](a(b)c)',
    '[a](b)',
    '![',
    '![a](b)',
    '[known]',
    '[known][]',
    '[a][known]',
    '[^1]',
  ],
  ...['<b>', '</b>', '<br>', '<p>', '<img alt="a b">', '<a href="c">', '</a>', '<!-- a -->', '[a[b]]', '](<d>)'],
  ...[
    '<https://a.b>',
    '@',
    'a@b.c',
    'www.a.b',
    'https://c.d',
    'https://c.d/e?f=g.',
    '(http://c.d)',
    'x-y@1.9.0',
    '@a/b@c.de',
    'mailto:',
  ],
];

test('what is long or never closed takes no longer than its length', () => {
  const shapes = ['[', '![', '[a](', '`a``', '*a', '$a', '<a', '\\', '[a][', '(', '<!--', '<b>', '[a[', '*_'].map(
    (shape) => shape.repeat(4_000),
  );
  for (const shape of shapes)
    expect(parseSimpleInlines(shape, definitions)?.length ?? 0).toBeLessThanOrEqual(shape.length);
});
