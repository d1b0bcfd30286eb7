import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/markdown/inline-text.ts';
import { inlines } from '../../../src/markdown/lazy-inlines.ts';
import { lexBlocks } from '../../../src/markdown/marked/lex-blocks.ts';
import type { Inline, InlineContent } from '../../../src/markdown/syntax-tree.ts';
import { createDefinitions } from '../../support/definitions.ts';
import { runs } from '../../support/effort.ts';

function read(markdown: string): readonly Inline[] {
  const [block] = lexBlocks(markdown, createDefinitions());
  if (!block || !('tokens' in block)) throw new Error(`No paragraph: ${markdown}`);
  return inlines(block.tokens as InlineContent);
}

const text = (text: string): Inline => ({ type: 'text', text });
const styled = (
  type: 'strong' | 'em' | 'del' | 'kbd' | 'sup' | 'sub' | 'mark' | 'ins',
  ...tokens: Inline[]
): Inline => ({
  type,
  tokens,
});

describe('entities', () => {
  test.each([
    ['&#38;copy; &copy; &amp;copy;', '&copy; © &copy;'],
    ['\\&copy; \\&amp;', '&copy; &amp;'],
    ['*&#42;a&#42;*', '*a*'],
    ['&#95;a&#95; &#91;x&#93;(y)', '_a_ [x](y)'],
    ['<code>&lt;b&gt; &#38;lt;</code>', '<b> &lt;'],
    ['![&#38;amp; &amp;](x)', '&amp; &'],
  ])('are decoded once: %s', (markdown, expected) => {
    expect(plainText(read(markdown))).toBe(expected);
  });

  test('stay in code spans', () => {
    expect(read('`&amp;`')).toEqual([{ type: 'codespan', text: '&amp;' }]);
  });

  test('are decoded in addresses and titles, but for those behind a backslash', () => {
    expect(read('[a](/?x=1&amp;y=2 "&quot;&#38;lt;")')).toEqual([
      { type: 'link', href: '/?x=1&y=2', title: '"&lt;', tokens: [text('a')] },
    ]);
    expect(read('[a](/\\&amp;&gt; "\\&lt;&gt;")')).toEqual([
      { type: 'link', href: '/&amp;>', title: '&lt;>', tokens: [text('a')] },
    ]);
  });

  test('never bring a control character in', () => {
    const character = fc.integer({ min: 0, max: 0x9f }).filter((code) => code < 0x20 || code > 0x7e);
    fc.assert(
      fc.property(
        character,
        fc.constantFrom('a&R;b', '[a&R;](u "t&R;")', '![&R;](x&R;)', '<b title="&R;">&R;</b>', '`&R;`'),
        (code, form) => {
          for (const reference of [`#${code}`, `#x${code.toString(16)}`]) {
            expect(JSON.stringify(read(form.replaceAll('R', reference)))).not.toMatch(/\\u00[01]|\\[bfr]|[\x7f-\x9f]/);
          }
        },
      ),
    );
  });
});

describe('HTML', () => {
  test.each<[string, Inline[]]>([
    ['<b>a</b> <STRONG>b</STRONG>', [styled('strong', text('a')), text(' '), styled('strong', text('b'))]],
    ['<cite>a</cite><s>b</s>', [styled('em', text('a')), styled('del', text('b'))]],
    [
      '<kbd>a</kbd><mark>b</mark><u>c</u>',
      [styled('kbd', text('a')), styled('mark', text('b')), styled('ins', text('c'))],
    ],
    ['H<sub>2</sub>O x<sup>2</sup>', [text('H'), styled('sub', text('2')), text('O x'), styled('sup', text('2'))]],
    ['<code>a <b>b</b></code>', [{ type: 'codespan', text: 'a ' }, styled('strong', { type: 'codespan', text: 'b' })]],
    ['<q>a <q>b</q></q>', [text('“a b”')]],
    ['a<br>b<br/>c', [text('a'), { type: 'br' }, text('b'), { type: 'br' }, text('c')]],
    ['<a href="/x&amp;y" title=t>a</a>', [{ type: 'link', href: '/x&y', title: 't', tokens: [text('a')] }]],
    ['<a name="here">a</a>', [text('a')]],
    ['<a href=x>a [b](y)</a>', [{ type: 'link', href: 'x', tokens: [text('a b')] }]],
    ['a <img src="s" alt="b c"> d', [text('a '), { type: 'image', href: 's', text: 'b c' }, text(' d')]],
    ['<span style="x">a</span> <blink>b</blink>', [text('a b')]],
    ['a <!-- b --> c', [text('a c')]],
    ['a <?b?> c <!D e> f <![CDATA[g]]> h', [text('a c f h')]],
    ['a <script>b *c*</script> d <style>e</style>f', [text('a d f')]],
    ['a <script> b', [text('a b')]],
    ['<b>a', [styled('strong', text('a'))]],
    ['a</b> b', [text('a b')]],
    ['<b>a <i>b</b> c</i> d', [styled('strong', text('a '), styled('em', text('b'))), text(' c d')]],
    ['*a <b>b* c</b>', [styled('em', text('a '), styled('strong', text('b'))), text(' c')]],
    ['<b><b>a</b> b</b>', [styled('strong', text('a b'))]],
    ['a <p>b</p> c', [text('a '), { type: 'br' }, text('b'), { type: 'br' }, text(' c')]],
  ])('%s', (markdown, expected) => {
    expect(read(markdown)).toEqual(expected);
  });
});

describe('text', () => {
  test.each([
    ['a\n  b', 'a\nb'],
    ['a \n\tb', 'a\nb'],
    ['a\tb', 'a b'],
    ['中文\n字体', '中文字体'],
    ['かな\n「字」', 'かな「字」'],
    ['한국\n어', '한국\n어'],
    ['中文\nLatin', '中文\nLatin'],
    ['a\u00a0\nb', 'a\u00a0\nb'],
    ['a \\* b', 'a * b'],
    ['1 < 2 & 3 > 2', '1 < 2 & 3 > 2'],
    ['https://example.org', 'https://example.org'],
  ])('%j is %j', (markdown, expected) => {
    expect(
      read(markdown)
        .map((inline) => ('text' in inline ? inline.text : plainText(read(markdown))))
        .join(''),
    ).toBe(expected);
  });

  test('that needs no lexer is what the lexer makes of it', () => {
    const words = fc.constantFrom(
      'a',
      'Été',
      '中',
      ' ',
      '  ',
      '\n',
      '.',
      ':',
      '(',
      '!',
      '-',
      '+',
      '#',
      '"',
      '“',
      '3',
      ')',
      '=',
      '|',
      '>',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), (parts) => {
        const source = `a${parts.join('')}a`.replace(/\s*\n\s*/g, '\nb');
        // A reference to nothing changes nothing, but calls for the lexer.
        expect(read(`${source}\\`)).toEqual([text(`${plainLines(read(source))}\\`)]);
      }),
      runs(300),
    );
  });
});

function plainLines(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');
}

// An escape before a text is what no shortcut knows: behind it the lexer reads everything.
test('text that is read without the lexer means what it means to the lexer', () => {
  const fragments =
    'word|a|é|字|7| |\n|`code`|`a b`|`|``|*|**|_|__|*em*|_em_|**strong:**|__x__|[a](b)|[a](https://x.example/y_z*)|[`c`](d)|[@me](e)|[r]|[a][r]|[r][]|[`c`]|[a][b]|[|]|(|)|!|^|@|.|:|"|\'|#|~|&|&amp;|<|>|\\|//|www.|$|x_y|data:';
  const written = fc.array(fc.constantFrom(...fragments.split('|')), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(written, (markdown) => {
      const definitions = '\n\n[r]: /x_y\n[`c`]: /z';
      const [first, ...rest] = read(`\\. a ${markdown}${definitions}`);
      if (first?.type !== 'text') throw new Error('The escape is text.');
      expect(read(`a ${markdown}${definitions}`)).toEqual([text(first.text.slice(2)), ...rest]);
    }),
    runs(3000),
  );
});
