import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dialects, expandDialects } from '../../../src/markdown/dialects/expand.ts';
import { runs } from '../../support/effort.ts';
import { examples } from '../../support/examples.ts';
import { expectLinear } from '../../support/growth.ts';
import { realTexts } from '../../support/real-texts.ts';

/** Returns the text without dialects, a blank line where there are several. */
function expanded(source: string): string {
  return expandDialects(source)
    .markdown.replace(/\n{3,}/g, '\n\n')
    .trim();
}

const cases: Readonly<Record<string, readonly (readonly [source: string, markdown: string])[]>> = {
  'HTML headings': [
    ['<h1 align="center">Kettle</h1>', '# Kettle'],
    ['<h2>\n  <a name="faq"></a>\n  Questions\n</h2>\n\nText.', '## <a name="faq"></a> Questions\n\nText.'],
    [
      '<div align="center">\n<h1>A_b *c*</h1>\n<p>Words.</p>\n</div>',
      '<div align="center">\n\n# A\\_b \\*c\\*\n\n<p>Words.</p>\n</div>',
    ],
    ['<h3>One</h3><h3>Two</h3>', '### One\n\n### Two'],
  ],
  attributes: [
    ['## Install {#get .wide}', '## Install'],
    ['## Install {#get} ##', '## Install ##'],
    ['Install {#get}\n=======', 'Install\n======='],
    ['# Header\n{: .no_toc #custom }\n\nText.\n{: .lead}', '# Header\n\nText.'],
    ['* TOC\n{:toc}\n\nText', 'Text'],
    ['A `code`{.js} span.', 'A `code` span.'],
    ['Some [small words]{.smallcaps} here.', 'Some small words here.'],
    ['A [link](a.md){:target="_blank"} and ![b](b.png){ width=40 }.', 'A [link](a.md) and ![b](b.png).'],
  ],
  containers: [
    ['::: tip Read this\nWords.\n:::', '> [!TIP] Read this\n> Words.'],
    [':::warning\n\nOne.\n\n- Two\n\n:::\n\nThree.', '> [!WARNING]\n>\n> One.\n>\n> - Two\n>\n\nThree.'],
    ['::: details Click\n```js\na\n```\n:::', '> [!DETAILS] Click\n> ```js\n> a\n> ```'],
    ['::: code-group\n\n```sh [npm]\nnpm i\n```\n\n:::', '**npm**\n\n```sh [npm]\nnpm i\n```'],
    ['::::note\n:::tip\nDeep.\n:::\n::::', '> [!NOTE]\n>\n> > [!TIP]\n> > Deep.\n>'],
    ['::: {.column width="50%"}\nWords.\n:::', 'Words.'],
    ['```{note} Title\n:class: x\nWords.\n```', '> [!NOTE] Title\n> Words.'],
    [':::{note} Title\n:class: x\nWords.\n:::', '> [!NOTE] Title\n> Words.'],
    [':::tip[Of two words]\nWords.\n:::', '> [!TIP] Of two words\n> Words.'],
    ['```{code-cell} python\n:tags: [x]\nprint(1)\n```', '```python\nprint(1)\n```'],
    ['```{list-table} Pots\n:header-rows: 1\n* - A\n```', '**Pots**\n\n```\n* - A\n```'],
    ['```{figure} a.png\n:width: 9\nThe pot.\n```', '![](<a.png>)\n\nThe pot.'],
  ],
  MDX: [
    ["import A from 'a';\nimport { B } from '../b';\n\n# Title", '# Title'],
    ['export const meta = {\n  author: "x",\n};\n\nText.', 'Text.'],
    ['Before {/* hidden */} after.\n\n{/* more\nof it */}\n\nText.', 'Before  after.\n\nText.'],
  ],
  "MDX's labels": [
    ['<TabItem label="Linux">\n\nWords.\n\n</TabItem>', '**Linux**\n\nWords.\n\n</TabItem>'],
    ['<TabItem value="mac" label="Mac">Some *words*.</TabItem>', '**Mac**\n\nSome *words*.'],
    ['<Image src={pot} alt="A pot" />', 'A pot'],
  ],
  MyST: [
    ['(water)=\n## Water', '## Water'],
    ['See {ref}`water`, {doc}`the leaves <leaf>` and {py:func}`brew`.', 'See water, the leaves and `brew`.'],
    ['H{sub}`2`O and {math}`x^2`', 'H<sub>2</sub>O and $x^2$'],
  ],
  "Pandoc's blocks": [
    ['| A pot,\n|   a lid\n| and tea.', 'A pot,\\\n\u00a0\u00a0a lid\\\nand tea.'],
    ['(@) One\n(@two) Two\n\nAs (@two) says.', '1. One\n2. Two\n\nAs (2) says.'],
    ['#. One\n#. Two', '1. One\n1. Two'],
    ['Pot\n  ~ What holds it.\n  ~ What is on it.', 'Pot\n: What holds it.\n: What is on it.'],
  ],
  "Pandoc's tables": [
    [
      '  Right     Left\n-------  --------\n     12  1 | 2\n    123  x\n\nWords.',
      '| Right | Left |\n| --- | --- |\n| 12 | 1 \\| 2 |\n| 123 | x |\n\nWords.',
    ],
    ['-------  -----\n     12  a\n-------  -----', '|  |  |\n| --- | --- |\n| 12 | a |'],
    [
      '-----------------------\n Multi    Header\n line     two\n-------- --------------\n First    row\n          more\n\n Second   row\n-----------------------',
      '| Multi line | Header two |\n| --- | --- |\n| First | row more |\n| Second | row |',
    ],
    [
      '+-----+------+\n| a   | b    |\n+=====+======+\n| 1   | - x  |\n|     | - y  |\n+-----+------+',
      '| a | b |\n| --- | --- |\n| 1 | - x - y |',
    ],
    ['Words.\n\n+:-+-:+\n|a |b |\n+:-+-:+', 'Words.\n\n|  |  |\n| --- | --- |\n| a | b |'],
  ],
  Liquid: [
    ['A {% comment %}gone{% endcomment %}b\n\n{::comment}\ngone\n{:/comment}', 'A b'],
    ['{{< tab "Linux" >}}Words.{{< /tab >}}', '**Linux** Words.'],
    ['{{< figure src="a.png" title="A pot" caption="of tea" >}}', 'A pot – of tea'],
    ['Write {{</* toc */>}} there.', 'Write {{< toc >}} there.'],
    ['{% highlight ruby %}\nputs 1\n{% endhighlight %}', '~~~ruby\nputs 1\n~~~'],
    ['{% if page.x %}\nWords.\n{% endif %}', 'Words.'],
    ['{% include note.html content="Read this." %}', 'Read this.'],
    ['{{< hint info >}}\nWords.\n{{< /hint >}}', 'Words.'],
  ],
  Obsidian: [
    ['See [[Note|the alias]] and [[Note#Part]].', 'See the alias and Note › Part.'],
    ['![[Embedded note]] and [[Note]].', 'Embedded note and Note.'],
    ['Seen %%hidden%% words.\n\n%%\nhidden\n%%\n\nEnd', 'Seen  words.\n\nEnd'],
    ['[[toc]]\n\nText ^a1b', 'Text'],
    ['%% a comment %% and words of [[#Local|x]], [[#Local]].', 'and words of x, Local.'],
  ],
  'formulas of LaTeX': [
    ['About \\(2 \\times 3\\) W', 'About $2 \\times 3$ W'],
    ['\\[\nQ = m c\n\\]', '$$\nQ = m c\n$$'],
    ['\\[ E = mc^2 \\]', '$$\nE = mc^2\n$$'],
  ],
  "Pandoc's inlines": [
    ['An ==old word== here', 'An <mark>old word</mark> here'],
    ['x^2^ and H~2~O', 'x<sup>2</sup> and H<sub>2</sub>O'],
  ],
  abbreviations: [
    [
      '<abbr title="World Health Organization">WHO</abbr> and <abbr title="World Health Organization">WHO</abbr>',
      'WHO (World Health Organization) and WHO',
    ],
    ['<abbr title="A &amp; *b*">AB</abbr>', 'AB (A &#38; &#42;b&#42;)'],
    ['<ABBR class=x title=circa>c.</ABBR> 1900', 'c. (circa) 1900'],
    ['The <abbr title="United Nations">UN</abbr> (United Nations)', 'The UN (United Nations)'],
    [
      '## <abbr title="Too Long">TL</abbr>\n\n<abbr title="Too Long">TL</abbr>',
      '## <abbr title="Too Long">TL</abbr>\n\nTL (Too Long)',
    ],
    [
      'The HTML `HTML` of HTML.\n\n*[HTML]: Hypertext Markup Language',
      'The HTML (Hypertext Markup Language) `HTML` of HTML.',
    ],
    [
      'See [W3C](https://W3C.org), not XW3C.\n\n*[W3C]: World Wide Web Consortium',
      'See [W3C (World Wide Web Consortium)](https://W3C.org), not XW3C.',
    ],
  ],
  'footnotes in the text': [
    [
      'Tea^[A leaf, [dried](a.md).] is hot.^[Ibid.] A ^[a-z] stays.',
      '[^inline-note-1]: A leaf, [dried](a.md).\n\n[^inline-note-2]: Ibid.\n\nTea[^inline-note-1] is hot.[^inline-note-2] A ^[a-z] stays.',
    ],
    [
      'A ^[note of *two* kinds]\n\n<!-- open',
      '[^inline-note-1]: note of *two* kinds\n\nA [^inline-note-1]\n\n<!-- open',
    ],
  ],
  'style sheets within HTML': [
    ['<div>\n<style scoped>\n.a {}\n\n.b {}\n</style>\n<table></table>\n</div>', '<div>\n\n<table></table>\n</div>'],
  ],
};

describe.each(Object.entries(cases))('%s', (_, pairs) => {
  test.each(pairs)('%j', (source, markdown) => {
    expect(expanded(source)).toBe(markdown);
  });

  test.each(pairs)('%j in a code block is code', (source) => {
    const block = `~~~~~\n${source}\n~~~~~\n`;
    expect(expandDialects(block).markdown).toBe(block);
  });
});

test.each([
  ['comparisons', 'if (a == b && c == d) and x = ==y and a==b==c'],
  ['carets', 'a ^ b, 2^10 and ^_^ and [^1]'],
  ['expressions', 'Write ^[a-z]+$, ^[0-9 ]*, `^[a b c]`, \\^[a b], x^[2] or ^[a b](c).'],
  ['code at the start of a text with notes', '    code\n\nA^[note of words] b'],
  ['strikethrough', '~Hi~ Hello, ~there~ world! ~~gone~~ ~/a and ~/b'],
  ['parentheses', 'Write \\(like this\\) or \\[this\\]'],
  ['an address', '[a]: https://e.org/#x-\\(type=checkbox\\)'],
  ['internal properties', 'the [[Class]] property, [[Prototype]] too'],
  ['nested brackets', '[[*foo* bar]] and [[[foo]]] and ![[foo]]\n\n[[foo]]: /url'],
  ['a shell test', 'Run [[ -f x ]] && echo y'],
  ['prose about imports', 'import duties rose.\nexport of tea fell.'],
  ['templates', 'Write {{ page.title }} there, or {a: 1}.'],
  ['percentages', '50% of it, 100%% sure'],
  ['a comment of MDX that nothing closes', 'Before {/* after.\n\nMore *words*.'],
  ['a comment of MDX in an address', 'See https://e.org/{/*a and https://e.org/{/*b*/}c.'],
  ['dashes', 'A\n\n--- ---\n\nB\n--- --\n\n- - -'],
  ['a table without its last bars', '| a | b\n|---|---\n| 1 | 2'],
  ['bars', '| alone\n\n|| twice ||'],
  ['a drawing', '+---+\n| a |\n+---+--+\n| b    |\n+------+'],
  ['tildes', 'About ~ 5 of them\n\n~ alone\n\n~~~\ncode\n~~~'],
  ['braces before code', 'Write {name}`code`, `{ref}` and {}`x`.'],
  ['a link with attributes that are none', '[a]{b} and [c](d) and [e][f]'],
  ['elements of HTML', '<Table>\n\n<Center title="x">\n\n<DIV TITLE="y">'],
  ['a comment of Liquid that nothing closes', 'A {::comment} b'],
  ['percentages between words', 'It is 50%% sure, or 60 %% so.'],
  ['percent signs alone or in an address', 'a %%%% b, https://e.org/%%a%%b, https://e.org/%%%%, [a](/b%%c%%d)'],
  ['colons', 'Note::: this\n\n:::\n\na ::: b'],
  ['a container without an end', '::: tip\nWords.'],
  ['a heading in a table', '<table>\n<tr><td><h2>Cell</h2></td></tr>\n</table>'],
  ['a heading in a comment', '<!--\n<h2>Hidden</h2>\n-->'],
  ['a heading in code', 'Write `<h2>a</h2>`, `==a==`, `{% x %}` or `[[a|b]]`.'],
  ['attributes in code', 'Write `{#id}`, `{: .lead}` and `## A {#a}`.'],
  ['a set', 'The set {a, b} and \\{#x\\} {}'],
  ['abbreviations in code', 'Write `<abbr title="Too Long">TL</abbr>`.'],
  ['an abbreviation without a title', 'The <abbr>TL</abbr> and <abbr class="x">TL</abbr>'],
  ['a list of emphasis', '*[a]* b: c\n*[a](b): c*\n* [x]: y'],
  ['a script of its own', '<script>\nfoo\n</script>1. *bar*'],
])('ordinary text stays: %s', (_, text) => {
  expect(expandDialects(text).markdown).toBe(text);
});

test('the examples of the specifications stay, but for their HTML headings', () => {
  for (const { markdown } of examples()) {
    if (!/<h[1-6]/.test(markdown)) expect(expandDialects(markdown).markdown).toBe(markdown);
  }
});

test('real texts lose no word: what is rewritten is HTML headings', () => {
  for (const text of realTexts()) {
    const letters = (markdown: string) =>
      markdown.replace(/<\/?h[1-6][^>]*>|[^\p{L}\d]/giu, '').replace(/<[^>]*>/g, '');
    expect(letters(expandDialects(text).markdown).length).toBeGreaterThanOrEqual(letters(text).length * 0.99);
  }
});

test('each line knows where it comes from', () => {
  const source = '# A {#a}\n\n::: tip\nWords.\n:::\n\n<h2>B</h2>\n\nEnd.';
  const { markdown, lines } = expandDialects(source);
  const from = (text: string) => lines?.at(markdown.split('\n').indexOf(text));
  expect(from('# A')).toMatchObject({ from: 0, id: 'a' });
  expect(from('> Words.')).toMatchObject({ from: 3 });
  expect(from('## B')).toMatchObject({ from: 6 });
  expect(from('End.')).toMatchObject({ from: 8 });
});

const repeated = {
  '<h1>': 20_000,
  '<h1>\n': 20_000,
  '::: tip\n': 5_000,
  '{% ': 50_000,
  '[[': 50_000,
  '==': 50_000,
  '==a': 30_000,
  '%%a': 30_000,
  '\\(': 50_000,
  '\\[\n': 20_000,
  'a^b': 30_000,
  'a~b': 30_000,
  '{#': 50_000,
  '`': 100_000,
  '`a': 50_000,
  'a\n<style>\n': 5_000,
  '<abbr title=a>': 20_000,
  '<abbr title="abc">a</abbr>': 10_000,
  '*[a]: ab\n': 20_000,
  '{/*': 30_000,
  'import a from "a"\n': 10_000,
  ': a\n': 20_000,
  '| a\n': 20_000,
  '-- --\n': 20_000,
  'a\n-- --\n': 10_000,
  '----------\n': 20_000,
  '+--+\n': 20_000,
  '(@) a\n': 20_000,
  'a\n  ~ b\n': 10_000,
  '{ref}`': 30_000,
  '{ref}`a`': 20_000,
  '[a]{.b}': 20_000,
  '{::comment}': 20_000,
  '^[': 50_000,
  '^[a [': 20_000,
  '^[a b]': 20_000,
  '<Tab label="': 10_000,
  '<Tab label="a">\n': 10_000,
};

test.each(Object.entries(repeated))(
  'what nobody writes takes time as its length does: %j, %i times',
  (unit, count) => expectLinear(count, (times) => expandDialects(unit.repeat(times))),
  60_000,
);

describe('what a text must contain', () => {
  const marked = Object.values(cases).flatMap((each) => each.map(([source]) => source));
  const pieces = marked.flatMap((source) => source.match(/\w+|\s+|[^\w\s]{1,3}/g) ?? []);
  const contains = ({ substrings }: (typeof dialects)[number], text: string) =>
    substrings.some((substring) => text.includes(substring));

  test('is in every text that the pattern of a dialect matches', () => {
    const text = fc.array(fc.constantFrom(...new Set(pieces)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.oneof(
          text.map((all) => all.join('')),
          fc.constantFrom(...marked),
        ),
        (source) => {
          for (const dialect of dialects) {
            if (dialect.pattern.test(source)) expect(contains(dialect, source)).toBe(true);
          }
        },
      ),
      runs(5000),
    );
  });

  test('is in no row of a table alone', () => {
    const table = '| a | b |\n| :- | -: |\n| c | d |\n';
    expect(dialects.filter(({ pattern }) => pattern.test(table))).toEqual([]);
  });
});
