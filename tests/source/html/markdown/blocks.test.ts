import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../../src/source/html/html.ts';

const markdown = (html: string) => readHtml(html, { whole: true, address: 'https://site.example/' }).markdown;

describe('code', () => {
  test.each([
    ['<pre><code class="language-js">x</code></pre>', 'js'],
    ['<pre class="lang-py prettyprint">x</pre>', 'py'],
    ['<div class="highlight-source-c++"><pre>x</pre></div>', 'c++'],
    ['<div class="highlight-rust notranslate"><div class="highlight"><pre>x</pre></div></div>', 'rust'],
    ['<pre class="brush: java; toolbar: false">x</pre>', 'java'],
    ['<pre class="sourceCode haskell">x</pre>', 'haskell'],
    ['<pre><code class="hljs css">x</code></pre>', 'css'],
    ['<pre data-language="Go">x</pre>', 'go'],
    ['<pre class="rust rust-example-rendered"><code>x</code></pre>', 'rust'],
    ['<pre><code class="perl">x</code></pre>', 'perl'],
    ['<div class="go"><pre class="box">x</pre></div>', ''],
    ['<pre class="highlight">x</pre>', ''],
    ['<pre><code class="language-plaintext">x</code></pre>', ''],
    ['<pre><code class="hljs language-ts">x</code></pre>', 'ts'],
    ['<div class="language-vue vp-adaptive-theme"><pre class="shiki shiki-themes"><code>x</code></pre></div>', 'vue'],
    ['<pre data-enlighter-language="php">x</pre>', 'php'],
    ['<figure class="highlight lua"><pre>x</pre></figure>', 'lua'],
  ])('%s is %s', (html, language) => {
    expect(markdown(html)).toBe(`\`\`\`${language}\nx\n\`\`\``);
  });

  test('without the numbers and buttons beside it', () => {
    const html =
      '<table><tr><td class="gutter"><pre>1\n2</pre></td><td><pre>a<br>b<button>Copy</button></pre></td></tr></table>';
    expect(markdown(html)).toBe('```\na\nb\n```');
  });

  test.each([
    [
      'with the white space that elements of it hold',
      '<pre><span class="k">if</span><span class="w"> </span>a:<span class="w">\n\n    </span>b</pre>',
      '```\nif a:\n\n    b\n```',
    ],
    [
      'in a frame with a gutter in each line',
      '<figure><pre data-language="ts"><code><div class="ec-line"><div class="gutter"><div class="ln">1</div></div><div class="code">a</div></div><div class="ec-line"><div class="gutter"><div class="ln">2</div></div><div class="code">\n</div></div><div class="ec-line"><div class="gutter"><div class="ln">3</div></div><div class="code"><span>  </span>b</div></div></code></pre><div class="copy"><button>Copy</button></div></figure>',
      '```ts\na\n\n  b\n```',
    ],
    [
      'without the label of its language',
      '<div class="language-sh"><button>Copy</button><span class="lang">sh</span><pre><code>a</code></pre></div>',
      '```sh\na\n```',
    ],
    [
      'of rows',
      '<div class="syntaxhighlighter java"><table><tr><td class="gutter"><div class="line">1</div><div class="line">2</div></td><td class="code"><div class="container"><div class="line"><code>int</code> <code>a;</code></div><div class="line"><code>&nbsp;&nbsp;</code><code>b();</code></div></div></td></tr></table></div>',
      '```java\nint a;\n  b();\n```',
    ],
    [
      'with its caption',
      '<figure><figcaption>Listing 1</figcaption><pre><code data-lang="c">int x;</code></pre></figure>',
      'Listing 1\n\n```c\nint x;\n```',
    ],
  ])('%s', (_, html, expected) => expect(markdown(html)).toBe(expected));

  test('with fences in it', () => expect(markdown('<pre>```\nx</pre>')).toBe('````\n```\nx\n````'));
});

describe('tables', () => {
  test.each([
    [
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>',
      '| a | b |\n| --- | --- |\n| 1 | 2 |',
    ],
    [
      '<table><caption>C</caption><tr><td>a</td><td>b</td></tr><tr><td>1</td></tr></table>',
      'C\n\n| a | b |\n| --- | --- |\n| 1 |  |',
    ],
    [
      '<table><tr><th>a</th><td>1</td></tr><tr><th>b</th><td>2</td></tr></table>',
      '|  |  |\n| --- | --- |\n| a | 1 |\n| b | 2 |',
    ],
    ['<table><tr><td>only</td></tr></table>', 'only'],
    [
      '<table><tr><td><p>one</p><ul><li>x</li></ul></td><td>two</td></tr><tr><td>3</td><td>4</td></tr></table>',
      'one\n\n- x\n\ntwo\n\n3\n\n4',
    ],
    ['<table><td>one<td>two</table>', '| one | two |\n| --- | --- |'],
    ['<table><tr>Loose<td>three</tr></table>', '| Loose | three |\n| --- | --- |'],
    [
      '<table><tr><th rowspan=2>a</th><th colspan=2>b</th></tr><tr><th>c</th><th>d</th></tr><tr><td rowspan="2">1</td><td>2</td><td>3</td></tr><tr><td colspan=2>4</td></tr></table>',
      '| a | b |  |\n| --- | --- | --- |\n|  | c | d |\n| 1 | 2 | 3 |\n|  | 4 |  |',
    ],
    [
      '<table><tr><th align=right>a</th><th style="text-align: center">b</th><th>c</th></tr><tr><td>1</td><td>2</td><td align=left>3</td></tr></table>',
      '| a | b | c |\n| ---: | :---: | :--- |\n| 1 | 2 | 3 |',
    ],
  ])('%s', (html, expected) => {
    expect(markdown(html)).toBe(expected);
  });
});

describe('footnotes', () => {
  test.each([
    [
      'raised links',
      '<p>a<sup><a href="#fn1">1</a></sup> b<sup><a href="#fn2">2</a></sup></p><ol><li id="fn1">one <a href="#r">↩</a></li><li id="fn2"><p>two</p></li></ol>',
      'a[^1] b[^2]\n\n[^1]: one\n\n[^2]: two',
    ],
    [
      'an encyclopedia’s',
      '<p>a<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> b<sup><a href="#cite_note-1">[1]</a></sup></p><ol><li id="cite_note-1">one</li></ol>',
      'a[^1] b[^1]\n\n[^1]: one',
    ],
    [
      'Substack’s, which lead to each other',
      '<p>a<a id="footnote-anchor-1-9" href="#footnote-1-9" class="footnote-anchor">1</a></p><div class="footnote"><a id="footnote-1-9" href="#footnote-anchor-1-9" class="footnote-number">1</a><div class="footnote-content"><p>one</p></div></div>',
      'a[^1]\n\n[^1]: one',
    ],
    [
      'markdown-it’s, two of one note',
      '<p>a<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup> b<sup class="footnote-ref"><a href="#fn1" id="fnref1:1">[1:1]</a></sup></p><section class="footnotes"><ol><li id="fn1"><p>one <a href="#fnref1" class="footnote-backref">↩︎</a></p></li></ol></section>',
      'a[^1] b[^1]\n\n[^1]: one',
    ],
    [
      'GitHub’s, whose heading goes with them',
      '<p>a<sup><a href="#user-content-fn-1" data-footnote-ref>1</a></sup></p><section class="footnotes"><h2 class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1"><p>one <a href="#user-content-fnref-1" class="data-footnote-backref"><g-emoji>↩</g-emoji></a></p></li></ol></section><p>b</p>',
      'a[^1]\n\nb\n\n[^1]: one',
    ],
    [
      'Asciidoctor’s',
      '<p>a<sup class="footnote">[<a id="_footnoteref_1" class="footnote" href="#_footnotedef_1">1</a>]</sup></p><div id="footnotes"><hr><div class="footnote" id="_footnotedef_1"><a href="#_footnoteref_1">1</a>. one</div></div>',
      'a[^1]\n\n[^1]: one',
    ],
    [
      'Word’s, with names for ids',
      '<p>a<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><hr><div><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> one</p></div>',
      'a[^1]\n\n[^1]: one',
    ],
    [
      'Google Docs’',
      '<p><span>a</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;one</span></p></div>',
      'a[^1]\n\n[^1]: one',
    ],
    [
      'Easy Footnotes’',
      '<p>a<span class="easy-footnote"><a href="#easy-footnote-bottom-1-7" title="one"><sup>1</sup></a></span></p><div class="easy-footnote-title"><h4>Notes</h4></div><ol><li><span id="easy-footnote-bottom-1-7"></span>one<a href="#easy-footnote-1-7"></a></li></ol>',
      'a[^1]\n\n[^1]: one',
    ],
    [
      'side notes',
      '<p>a<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-1"><span class="sidenote">one</span> b</p>',
      'a[^1] b\n\n[^1]: one',
    ],
    [
      'LaTeXML’s',
      '<p>a<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>one</span></span></span> b</p>',
      'a[^1] b\n\n[^1]: one',
    ],
    ['named ones', '<p>a<a role="doc-noteref" href="#n">*</a></p><div id="n">one</div>', 'a[^1]\n\n[^1]: one'],
  ])('%s', (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });

  test('a page’s own attribute makes none', () => {
    expect(markdown('<p>a<sup data-note="1">x</sup></p>')).toBe('a<sup>x</sup>');
  });
});

test.each([
  [
    'a remark',
    '<div class="admonition warning"><p class="admonition-title">Warning</p><p>Mind.</p></div>',
    '> [!WARNING]\n> Mind.',
  ],
  [
    'a remark with a name of its own',
    '<div class="admonition faq"><p class="admonition-title">FAQ</p><p>Mind.</p></div>',
    '> [!FAQ]\n> Mind.',
  ],
  [
    'task items',
    '<ul><li><input type="checkbox" checked> a</li><li><input type="checkbox"> b</li></ul>',
    '- [x] a\n- [ ] b',
  ],
  ['a formula', '<p>a <math alttext="x^2"><mi>x</mi></math> b</p>', 'a $x^2$ b'],
  ['ruby', '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>', '漢(かん)'],
  ['a list from 3', '<ol start="3"><li>a</li><li>b</li><li value="9">c</li></ol>', '3. a\n4. b\n9) c'],
  ['a list that counts down', '<ol reversed><li>a</li><li>b</li></ol>', '2. a\n1) b'],
  ['a list of letters', '<ol type="A" start="26"><li>a</li><li>b</li></ol>', 'Z. a\n\nAA. b'],
  ['a list of Roman numerals', '<ol type="i"><li value="4">a</li><li>b</li></ol>', 'iv. a\n\nv. b'],
  ['a list below a text', '<ol start="-1"><li>a</li></ol>', '\\-1. a'],
  ['a list directly in a list', '<ol><li>a</li><ol><li>b</li></ol><li>c</li></ol>', '1. a\n   1. b\n2. c'],
  ['a list at the very start of a list', '<ul><ul><li>a</li></ul><li>b</li></ul>', '- - a\n- b'],
  ['nested lists', '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>', '- a\n  1. b\n- c'],
  ['terms', '<dl><dt>a</dt><dd>b</dd></dl>', '**a**\n\nb'],
  ['details', '<details><summary>More</summary>text</details>', '**More**\n\ntext'],
  ['keys and powers', '<p><kbd>Esc</kbd> 2<sup>8</sup></p>', '<kbd>Esc</kbd> 2<sup>8</sup>'],
  [
    'emphasis beside letters',
    '<p><b>Note:</b>text <i>a</i><b>b</b></p>',
    '<strong>Note:</strong>text <em>a</em><strong>b</strong>',
  ],
  ['an image in a link', '<a href="/x"><img src="/a.png" alt="words"></a>', '![words](https://site.example/a.png)'],
  ['a bang before a link', '<p>Look!<a href="/x">here</a></p>', 'Look\\![here](https://site.example/x)'],
  [
    'what would be markup',
    '<p># a</p><p>- b</p><p>1. c</p><p>*d* _e_ `f` [g] &lt;b&gt; &amp;amp; $h$</p>',
    '\\# a\n\n\\- b\n\n1\\. c\n\n\\*d\\* \\_e\\_ \\`f\\` \\[g] \\<b> \\&amp; \\$h\\$',
  ],
  ['permalinks', '<h2>Part <a class="headerlink" href="#part">¶</a></h2>', '## Part'],
])('%s', (_, html, expected) => {
  expect(markdown(html)).toBe(expected);
});

describe('abbreviations', () => {
  test.each([
    [
      'at first use',
      'WHO|World Health Organization WHO|World Health Organization',
      'WHO (World Health Organization) WHO',
    ],
    ['as text', 'AB|A*b*', 'AB (A\\*b\\*)'],
    ['not of a time', 'today|2024-01-01T10:00Z', 'today'],
    ['not of itself', 'AB|AB', 'AB'],
  ])('%s', (_, pairs, expected) => {
    const elements = pairs.replace(/(\S+?)\|(.+?)(?= \S+\||$)/g, '<abbr title="$2">$1</abbr>');
    expect(markdown(`<p>${elements}</p>`)).toBe(expected);
  });

  test('not in headings, and not where the author has written it out', () => {
    const html =
      '<h2>On <abbr title="United Nations">UN</abbr></h2><p>United Nations (<abbr title="United Nations">UN</abbr>)</p>';
    expect(markdown(html)).toBe('## On UN\n\nUnited Nations (UN)');
  });
});

describe('addresses in a text', () => {
  test.each([
    'https://fr.wiki.example/Été_indien_(saison)',
    'https://site.example/{user}/~{name}_file',
    'https://site.example/a_b_',
    'https://site.example/*a*?q=[1]&b=$c',
    'http://site.example/a|b#`c`',
  ])('%s', (address) => {
    for (const around of ['', '.', ', and', ')', '!”']) {
      expect(markdown(`<p>See ${address.replace('&', '&amp;')}${around}`)).toContain(`See <${address}>`);
    }
    expect(markdown(`<p>(${address.replace('&', '&amp;')})<br>x`)).toBe(`(<${address}>)\\\nx`);
  });

  test.each([
    ['in brackets', '<p>[https://a.example/e][x]', '\\[<https://a.example/e>]\\[x]'],
    ['without a scheme', '<p>www.a.example/b_c_.', '[www.a.example/b_c\\_](<http://www.a.example/b_c_>).'],
    ['in a link', '<p><a href="/x">https://a.example/_b_</a>', '[https://a.example/\\_b\\_](https://site.example/x)'],
    [
      'in a link or emphasised before a line break',
      '<p><a href="https://a.example/">https://a.example/</a><br><b>https://b.example</b><br>x',
      '[https://a.example/](https://a.example/)\\\n**https://b.example** \\\nx',
    ],
    [
      'before a line break',
      '<p>https://a.example/q?a=1<br>www.a.example<br>x',
      '<https://a.example/q?a=1>\\\n[www.a.example](<http://www.a.example>)\\\nx',
    ],
    ['in code', '<p><code>https://a.example/_b_</code>', '`https://a.example/_b_`'],
    ['that is none', '<p>https:// and www.', 'https:// and www.'],
  ])('%s', (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });
});

test.each([
  ['cells that span very many columns and rows', '<tr><td colspan=1000 rowspan=1000>word</td></tr>'.repeat(500)],
  ['one long row among many short ones', `<tr>${'<td>word'.repeat(2_000)}${'<tr><td>word'.repeat(2_000)}`],
])('%s make no endless table', (_, rows) => {
  const text = markdown(`<table>${rows}</table>`);
  expect(text.match(/word/g)).toHaveLength(rows.match(/word/g)?.length ?? 0);
  expect(text.length).toBeLessThan(2 * rows.length);
});
