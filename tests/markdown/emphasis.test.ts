import { HtmlRenderer, Parser } from 'commonmark';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { inlines } from '../../src/markdown/lazy-inlines.ts';
import { lexBlocks } from '../../src/markdown/marked/lex-blocks.ts';
import type { Inline } from '../../src/markdown/syntax-tree.ts';
import { createDefinitions } from '../support/definitions.ts';
import { runs } from '../support/effort.ts';

/** Each visible character with the styles that it has, so that it does not matter in which order they nest. */
type Styled = readonly string[];

function ours(markdown: string): Styled {
  const found: string[] = [];
  const walk = (nodes: readonly Inline[], styles: readonly string[]): void => {
    for (const node of nodes) {
      if ('tokens' in node) walk(node.tokens, node.type === 'link' ? styles : [...styles, node.type]);
      else if ('text' in node) for (const character of node.text) put(found, character, styles);
    }
  };
  for (const block of lexBlocks(markdown, createDefinitions()))
    if (block.type === 'paragraph') walk(inlines(block.tokens), []);
  return found;
}

interface Node {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly tagName: string;
  readonly childNodes: Iterable<Node>;
}

function reference(markdown: string): Styled {
  const html = new HtmlRenderer().render(new Parser().parse(markdown));
  const found: string[] = [];
  const walk = (node: Node, styles: readonly string[]): void => {
    if (node.nodeType === 3) for (const character of node.nodeValue ?? '') put(found, character, styles);
    if (node.nodeType !== 1) return;
    const name = node.tagName.toLowerCase();
    const more = ['em', 'strong', 'del'].includes(name) ? [...styles, name] : styles;
    for (const child of node.childNodes) walk(child, more);
  };
  walk(parseHTML(`<html><body>${html}</body></html>`).document.body, []);
  return found;
}

function put(found: string[], character: string, styles: readonly string[]): void {
  if (/\s/.test(character)) return;
  found.push(`${character} ${[...new Set(styles)].sort().join(' ')}`.trim());
}

const characters = [
  '*',
  '**',
  '***',
  '*',
  '_',
  '__',
  'a',
  'b',
  ' ',
  '.',
  '(',
  '”',
  'é',
  '中',
  '☺',
  '𝒳',
  '\u00a0',
  '`*`',
  '[_a*](b)',
  '\\*',
  '\n',
];

test('is where CommonMark has it, whatever the delimiters', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 24 }), (parts) => {
      const markdown = `x${parts.join('')}`.replace(/\n\s*/g, '\nx').trim();
      expect(ours(markdown), markdown).toEqual(reference(markdown));
    }),
    runs(3000),
  );
});

test.each([
  ['~~a~~ ~b~', ['a del', 'b del']],
  ['a ~~~b~~~', ['a', '~', '~', '~', 'b', '~', '~', '~']],
  ['~~a~ b~~', ['a del', '~ del', 'b del']],
  ['*a (~b~) c*', ['a em', '( em', 'b del em', ') em', 'c em']],
  ['a~~b~~c', ['a', 'b del', 'c']],
  ['~~ a ~~', ['~', '~', 'a', '~', '~']],
])('strikes through as GFM has it: %s', (markdown, expected) => {
  expect(ours(markdown)).toEqual(expected);
});

test('takes a character beyond U+FFFF for the character that it is, as the specification has it', () => {
  expect(ours('x *é**😀*')).toEqual(['x', 'é em', '*', '😀', '*']);
});

test('sees emphasis around what is struck through, as cmark-gfm does', () => {
  expect(ours('a**~~b~~**c')).toEqual(['a', 'b del strong', 'c']);
});

test.each([
  ['openers', '*a '.repeat(10_000)],
  ['closers', 'a* '.repeat(10_000)],
  ['pairs within each other', '*a '.repeat(5_000) + 'a* '.repeat(5_000)],
  ['delimiters of two kinds', '*a_ '.repeat(5_000)],
  ['runs of two lengths', '*a **a '.repeat(5_000)],
  ['one long run', '*'.repeat(100_000)],
  ['delimiters without end', `${'**'.repeat(5_000)}a`],
  ['what is struck through without end', '~a ~~b '.repeat(5_000)],
])('takes linear time and no depth for %s', (_, markdown) => {
  const kept = ours(markdown).map((character) => character.charAt(0));
  expect(kept.filter((character) => /[ab]/.test(character)).length).toBe(markdown.match(/[ab]/g)?.length ?? 0);
});
