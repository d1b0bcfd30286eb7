import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/source/html/html.ts';

const paragraph =
  'A paragraph that is long enough to be one, with commas, and with a second half that says nothing new.';
const body = Array.from({ length: 6 }, (_, index) => `<p>${paragraph} Number ${index}.</p>`).join('\n');

describe('fragments of pages', () => {
  test.each([
    ['', ''],
    ['just text', 'just text'],
    ['<p>One<p>Two', 'One\n\nTwo'],
    ['<body><h2>Head</h2>text', '## Head\n\ntext'],
    ['<html>bare', 'bare'],
    ['<!-- c --><!doctype html><html><body>x</body>tail</html>after', 'xtailafter'],
    ['<title>T</title>rest', 'rest'],
    ['<p>cut <a href="http', 'cut'],
    ['<frameset><frame src="x"></frameset>', ''],
    ['<p>a</p><nav>menu</nav><script>alert(1)</script><style>p{}</style>', 'a'],
  ])('%j', (html, markdown) => {
    expect(readHtml(html).markdown.replace(/\s+/g, ' ')).toBe(markdown.replace(/\s+/g, ' '));
  });

  test('a short page keeps what a search for an article would not believe', () => {
    expect(readHtml('<h1>Closed</h1><p>Back on Monday.</p>').markdown).toBe('# Closed\n\nBack on Monday.');
  });
});

describe('addresses', () => {
  const links = (html: string, address?: string) =>
    [...readHtml(body + html, address ? { address } : {}).markdown.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1]);

  test('become absolute', () => {
    const html = `<p>${paragraph} <a href="/a">one</a> <a href="b?c=d#e">two</a> <a href="//cdn.example/x">three</a></p>`;
    expect(links(html, 'https://site.example/dir/page')).toEqual([
      'https://site.example/a',
      'https://site.example/dir/b?c=d#e',
      'https://cdn.example/x',
    ]);
  });

  test('follow <base>', () => {
    const html = `<html><head><base href="/other/"></head><body>${body}<p>${paragraph} <a href="x">y</a></p></body></html>`;
    expect(readHtml(html, { address: 'https://site.example/dir/page' }).markdown).toContain(
      '(https://site.example/other/x)',
    );
  });

  test('of other schemes go, their words stay', () => {
    const html = `<p>${paragraph} <a href="javascript:alert(1)">click</a> <a href="data:text/html,x">data</a> <a href="file:///etc/passwd">file</a> <a href="mailto:a@b.example">mail</a> <a href="relative">lost</a></p>`;
    const { markdown } = readHtml(body + html);
    expect(markdown).toContain('click data file [mail](mailto:a@b.example) lost');
  });
});

describe('hostile pages', () => {
  const text = `<p>${paragraph}</p>`.repeat(5);
  test.each([
    ['100,000 nested <div>', '<div>'.repeat(100_000) + text + '</div>'.repeat(100_000)],
    ['100,000 open <div>', '<div>'.repeat(100_000) + text],
    ['nested lists', '<ul><li>x'.repeat(2_000) + text],
    ['nested quotations', '<blockquote>'.repeat(5_000) + text],
    ['nested tables', '<table><tr><td>'.repeat(1_000) + text],
    ['nested links', '<a href=x>'.repeat(20_000) + text],
    ['200,000 references', text + '&lt;'.repeat(200_000)],
    ['200,000 <', text + '<'.repeat(200_000)],
    ['200,000 class names', `<div class="${'related '.repeat(200_000)}">${text}</div>`],
    ['an open comment', `${text}<!-- ${'x'.repeat(1_000_000)}`],
    ['120,000 line breaks', text + '<br>x'.repeat(120_000)],
    ['200,000 blank lines of code', `${text}<pre>${'\n'.repeat(200_000)}x</pre>`],
    ['nested JSON-LD', `<script type="application/ld+json">${'['.repeat(50_000)}${']'.repeat(50_000)}</script>${text}`],
    [
      'a headline of objects',
      `<script type="application/ld+json">{"@type":"Article","headline":${'{"name":'.repeat(5_000)}1${'}'.repeat(5_000)}}</script>${text}`,
    ],
    ['broken JSON-LD', `<script type="application/ld+json">{"@type":"Article",</script>${text}`],
  ])('%s: the text is there', (_, html) => {
    expect(readHtml(html).markdown).toContain('long enough to be one');
    expect(readHtml(html, { whole: true }).markdown).toContain('long enough to be one');
  });

  test('no control character survives, raw or as a reference', () => {
    const html = `<title>T\u001b[31m</title><p title="&#27;">a\u001b[31mb&#27;]0;x&#7;c&#x9b;31m\u0000\u001f\u001e</p>${body}<img src="https://x.example/a.png" alt="alt &#27;[2J words">`;
    const { markdown, title } = readHtml(html);
    expect(markdown + title).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
  });

  test('cells are kept apart whatever characters are in them', () => {
    const html = `<table><tr><th>a\u001f&#30;b</th><th>c</th></tr><tr><td>1|2</td><td><img src="https://x.example/a.png" alt="x&#31;y">z</td></tr></table>`;
    expect(readHtml(html).markdown).toBe('| ab | c |\n| --- | --- |\n| 1\\|2 | ![x y](https://x.example/a.png)z |');
  });
});

describe('pages of other times and makers', () => {
  const words = 'The latest versions of the library are here and there, and a mirror is elsewhere.';

  test('a page laid out as a table of one row is no column of numbers, though one listing is in it', () => {
    const inner = `<p>${words}</p><ul><li>See it:<pre>git clone</pre></li></ul>`;
    for (const depth of [1, 3]) {
      const page = '<table><tr><td>'.repeat(depth) + inner + '</td></tr></table>'.repeat(depth);
      const { markdown } = readHtml(`<html><body>${page}</body></html>`);
      expect(markdown).toContain(words);
      expect(markdown).toContain('git clone');
    }
    const code = readHtml('<table><tr><td><pre>1\n2</pre></td><td><pre>a\nb</pre></td></tr></table>');
    expect(code.markdown).toBe('```\na\nb\n```');
  });

  test('a line is not dropped for an id that is its own words', () => {
    const rows =
      '<dt id="to-Share"><b>to Share</b></dt><dd><p>Copy it.</p></dd><dt id="noheaders"><b>--noheaders</b></dt><dd></dd>';
    const { markdown } = readHtml(
      `<html><body><h1>Pots</h1><p>${words.repeat(4)}</p><dl>${rows}</dl><p>${words.repeat(4)}</p></body></html>`,
    );
    expect(markdown).toContain('to Share');
    expect(markdown).toContain('noheaders');
  });

  test('a remark in a table of one row stays', () => {
    const remark =
      '<table class="remark"><tr><td><b>Remark:</b></td><td>This pot does not allow for its lid to be changed.</td></tr></table>';
    const { markdown } = readHtml(
      `<html><body><div class="x"><h1>Pots</h1><p>${words.repeat(9)}</p>${remark}<p>${words.repeat(4)}</p></div></body></html>`,
    );
    expect(markdown).toContain('allow for its lid');
  });

  test('documentation is known by its maker, however the page spells that', () => {
    for (const name of ['generator', 'Generator', 'GENERATOR']) {
      const { markdown } = readHtml(
        `<html><head><meta name="${name}" content="makeinfo"></head><body><h4>Lids</h4><p><code>(lid)</code></p><dl><dt>Function: <strong>lid</strong></dt></dl><p>${words.repeat(9)}</p><dl><dt>Function: <strong>lid-off</strong></dt><dd><p>${words}</p></dd></dl></body></html>`,
      );
      expect(markdown).toMatch(/\(lid\)[\s\S]*\*\*Function: lid\*\*[\s\S]*lid-off/);
    }
  });

  test('a method is not dropped for its name', () => {
    const method = `<div id="method-i-read_next_id" class="method-detail"><p>Reads the next one.</p><pre>def read_next_id</pre></div>`;
    const { markdown } = readHtml(
      `<html><body><main><h1>Pots</h1><p>${words.repeat(9)}</p>${method}<p>${words.repeat(4)}</p></main></body></html>`,
    );
    expect(markdown).toContain('Reads the next one.');
  });

  test('a manual page of AsciiDoc has its name, which is in its header', () => {
    const header =
      '<div id="header"><h1>pot(1) Manual Page</h1><h2>NAME</h2><div class="sectionbody"><p>pot - hold tea</p></div></div>';
    const { markdown } = readHtml(
      `<html><body class="manpage">${header}<div id="content"><div class="sect1"><h2>SYNOPSIS</h2><div class="sectionbody"><p>${words.repeat(3)}</p></div></div></div><div id="footer">Last updated</div></body></html>`,
    );
    expect(markdown).toMatch(/^## NAME\n\npot - hold tea\n\n## SYNOPSIS/);
  });
});

test('blank lines of code stay', () => {
  const { markdown } = readHtml(
    `<pre>def a():\n    pass\n\n\ndef b():\n    pass</pre><ul><li>x<pre>1\n\n\n2</pre></li></ul>`,
  );
  expect(markdown).toBe('```\ndef a():\n    pass\n\n\ndef b():\n    pass\n```\n\n- x\n\n  ```\n  1\n\n\n  2\n  ```');
});

describe('what surrounds an article', () => {
  const page = (inside: string) =>
    readHtml(`<html><body><article>${body}${inside}${body}</article></body></html>`, {
      address: 'https://site.example/a/b',
    }).markdown;

  test.each([
    ['a pointer to another article', '<p><b>Read also:</b> <a href="/c">Elsewhere, another story</a></p>', 'Elsewhere'],
    ['an advertisement', '<div>Advertisement</div>', 'Advertisement'],
    ['a credit', '<p>(Photo: A. Person/Agency)</p>', 'Agency'],
    ['a card', '<div><a href="/c"><h3>Another story</h3><p>Its first words</p></a></div>', 'Another story'],
    [
      'a list of links',
      '<ul><li><a href="/c">One story</a></li><li><a href="/d">Two stories</a></li></ul>',
      'Two stories',
    ],
    ['an appeal', '<p><em><a href="/n">Sign up for our newsletter</a></em></p>', 'newsletter'],
  ])('goes: %s', (_, html, words) => {
    expect(page(html)).not.toContain(words);
  });

  test.each([
    [
      'a heading named after comments',
      '<h2 class="comments-heading">Comment on en est arrivé là</h2>',
      'Comment on en est',
    ],
    ['a heading named after relations', '<h2 id="related">Related work</h2>', '## Related work'],
    [
      'an image',
      '<figure><img src="/x.jpg" alt="A picture of it"></figure>',
      '![A picture of it](https://site.example/x.jpg)',
    ],
    [
      'a caption beside the words of an image',
      '<figure><img src="/x.jpg" alt="A picture of it"><figcaption>Seen from above</figcaption></figure>',
      '![A picture of it (Seen from above)](https://site.example/x.jpg)',
    ],
    [
      'an image within a line',
      '<p>Press the <img src="/key.png" width="16" alt="red key"> to stop.</p>',
      'Press the ![red key](https://site.example/key.png) to stop.',
    ],
    [
      'an image that loads late',
      '<p><img src="data:image/gif;base64,R0lGOD" data-src="/late.jpg" alt="The mill in snow"></p>',
      '![The mill in snow](https://site.example/late.jpg)',
    ],
    [
      'an image by its caption',
      '<figure><img src="/x.jpg"><figcaption>Seen from above</figcaption></figure>',
      '![Seen from above]',
    ],
    [
      'links that lead elsewhere',
      '<ul><li><a href="https://one.example/">First source</a></li><li><a href="https://two.example/">Second source</a></li></ul>',
      'Second source',
    ],
    [
      'a quoted post',
      '<div class="social-embed"><blockquote class="social-post"><p>Posted words</p></blockquote></div>',
      '> Posted words',
    ],
    ['a heading of one word that buttons have', '<h2>Next</h2><p>What comes after it.</p>', '## Next'],
    [
      'a step that begins like an appeal',
      '<ol><li>Click File.</li><li>Download it.</li><li>Register.</li></ol>',
      '2. Download it.',
    ],
    ['single items of a list', '<ul><li>Phone</li><li>Email</li><li>Print</li></ul>', '- Email\n- Print'],
    ['a sentence that begins like an appeal', '<p>Click Save when you are asked to.</p>', 'Click Save when'],
    ['a sentence that begins like a dateline', '<p>Created in 1998, it has not changed.</p>', 'Created in 1998'],
    ['a sentence that begins like a caption', '<p>Image: the name of the image that is pulled.</p>', 'Image: the name'],
    [
      'words of a sentence, whatever they are called',
      '<p>It was <span class="tooltip">drawn in</span> <span class="share">1751</span>, and <small class="related">again</small> later.</p>',
      'It was drawn in 1751, and again later.',
    ],
    [
      'links to elsewhere, the address of the page unknown or not',
      '<p>Two sites:</p><ul><li><a href="https://one.example/">First source</a></li><li><a href="https://two.example/">Second source</a></li></ul>',
      'Second source',
    ],
    [
      'what is below the next heading after a label',
      '<h2>See also</h2><p>teapot(1), cup(5)</p><h2>Diagnostics</h2><p>None.</p>',
      '## See also\n\nteapot(1), cup(5)\n\n## Diagnostics',
    ],
    ['a heading in a wrapper', '<div class="section-header"><h2>Next part</h2></div>', '## Next part'],
    ['a bold line', '<p><b>The next part</b></p>', '## The next part'],
    ['a number before a heading', '<h2>1. The mill</h2><p>It turns.</p>', '## 1. The mill'],
    [
      'a caption that is all that is said of an image',
      '<figure><img src="/m.png" alt=""><figcaption class="image-caption">The mill in fog</figcaption></figure>',
      '![The mill in fog](https://site.example/m.png)',
    ],
    [
      'a card that leads to another site',
      '<figure class="bookmark"><a href="https://other.example/x"><div>A book of mills</div></a></figure>',
      'A book of mills',
    ],
  ])('stays: %s', (_, html, words) => {
    expect(page(html)).toContain(words);
  });

  test('a short text in its container is all of the page', () => {
    const readme = '<article class="markdown-body"><h1>Mill</h1><p>It grinds.</p><h2>Licence</h2><p>MIT</p></article>';
    const page = `<title>jane/mill</title><div><a href="/src">src</a></div>${readme}<div><h2>About</h2><p>Stars</p></div>`;
    expect(readHtml(page).markdown).toBe('# Mill\n\nIt grinds.\n\n## Licence\n\nMIT');
  });

  test('cards are the text of a page of little else', () => {
    const card = (at: number) =>
      `<section><h3><a href="/story/${at}">The ferry of day ${at}</a></h3><p>It came before noon and left at dusk.</p></section>`;
    const cards = Array.from({ length: 9 }, (_, at) => card(at)).join('');
    const { markdown } = readHtml(`<main><h1>Ferries</h1>${cards}</main>`, { address: 'https://site.example/' });
    expect(markdown).toContain('The ferry of day 8');
  });

  test('no rule takes a third of the text', () => {
    const inside = `<div class="trending">${body.replaceAll('Number', 'Relative')}</div>`;
    expect(page(inside)).toContain('Relative 5');
  });
});

describe('what pages have in another place', () => {
  const text = (html: string) =>
    readHtml(`<html><body><article>${body}${html}${body}</article></body></html>`).markdown;

  test('parts that are streamed', () => {
    const html = `<main><template id="B:0"></template><i></i></main><div hidden id="S:0">${body}</div><script>x("B:0","S:0")</script>`;
    expect(readHtml(html).markdown).toContain('Number 5');
  });

  test('an overlay that holds the only text', () => {
    expect(readHtml(`<div style="display:none">${body}</div><p>Loading</p>`).markdown).toContain('Number 5');
  });

  test('markup that is escaped in a text for those without scripts is none', () => {
    const tracker = `&lt;img src="https://count.example/${'x'.repeat(200)}" width=1&gt;`;
    expect(text(`<noscript>${tracker}</noscript>`)).not.toContain('count');
  });

  test.each([
    [
      'a task',
      '<ul><li><input type="checkbox" checked> boil</li><li><input type="checkbox"> steep</li></ul>',
      '- [x] boil\n- [ ] steep',
    ],
    [
      'TeX in a script',
      '<p>When <span class="MathJax">a≠0</span><script type="math/tex">a \\ne 0</script>.</p>',
      'When $a \\ne 0$.',
    ],
    ['TeX on lines of its own', '<div><script type="math/tex; mode=display">x = 1</script></div>', '$$\nx = 1\n$$'],
    [
      'TeX in the words of an image',
      '<p>So <span class="mwe-math-element"><img alt="{\\displaystyle x^{2}}" src="/x.svg"></span>.</p>',
      'So $x^{2}$.',
    ],
    [
      'TeX of KaTeX',
      '<p>So <span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x1</span></span>.</p>',
      'So $x_1$.',
    ],
    [
      'TeX that a script would typeset',
      '<script src="/mathjax.js"></script><p>Let \\(a^2\\) be, not <code>\\(b\\)</code>.</p>',
      'Let $a^2$ be, not `\\(b\\)`.',
    ],
    ['TeX in brackets, named so', '<p>Let <span class="math inline">\\(y\\)</span> be.</p>', 'Let $y$ be.'],
    [
      'TeX in the words of an image of it',
      '<p>Let <img class="latex" alt="x^2" src="/l.png"> be.</p>',
      'Let $x^2$ be.',
    ],
    [
      'an image for those without scripts alone',
      '<div><noscript><img src="https://img.example/h.jpg" alt="A heron"></noscript></div>',
      '![A heron](https://img.example/h.jpg)',
    ],
    [
      'a caption of older WordPress',
      '<div class="wp-caption"><img src="https://img.example/h.jpg" alt="A heron"><p class="wp-caption-text">At the pond</p></div>',
      '![A heron (At the pond)](https://img.example/h.jpg)',
    ],
    [
      'two images of one figure',
      '<figure><img src="https://img.example/1.jpg" alt="A heron"><img src="https://img.example/2.jpg" alt="A duck"><figcaption>At the pond</figcaption></figure>',
      '![A duck (At the pond)](https://img.example/2.jpg)',
    ],
    [
      'the caption of a table',
      '<figure><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table><figcaption>All that is known</figcaption></figure>',
      '| 1 | 2 |\n\nAll that is known',
    ],
    [
      'a remark of VitePress',
      '<div class="tip custom-block"><p class="custom-block-title">TIP</p><p>Mind.</p></div>',
      '> [!TIP]\n> Mind.',
    ],
    [
      'a callout of Obsidian Publish',
      '<div data-callout="bug" class="callout"><div class="callout-title"><div class="callout-title-inner">Loose board</div></div><div class="callout-content"><p>Mind.</p></div></div>',
      '> [!CAUTION]\n> Loose board\n>\n> Mind.',
    ],
    ['a remark of Bootstrap', '<div class="alert alert-info" role="alert"><p>Mind.</p></div>', '> [!NOTE]\n> Mind.'],
    ['text for those without scripts', `<noscript><p>${paragraph}  Noscript.</p></noscript>`, 'Noscript.'],
    [
      'code with numbers',
      '<pre><code><span class="ln">1</span>p = 61\n<span class="ln">2</span>q = 97</code></pre>',
      'p = 61\nq = 97',
    ],
    [
      'code beside numbers',
      '<table class="highlighttable"><tr><td class="linenos"><pre>1\n2</pre></td><td><pre>a\nb</pre></td></tr></table>',
      '```\na\nb\n```',
    ],
    [
      'notes without links',
      '<p>Slate.<sup>1</sup> Brick.<sup>2</sup></p><hr><p><sup>1</sup> From the quarry.</p><p><sup>2</sup> Left over.</p>',
      'Slate.[^1] Brick.[^2]',
    ],
  ])('%s', (_, html, expected) => {
    expect(text(html)).toContain(expected);
  });

  test.each([
    [
      '<mfrac><mn>1</mn><mn>2</mn></mfrac><mo>+</mo><msqrt><mi>x</mi></msqrt><mo>+</mo><msub><mi>a</mi><mi>i</mi></msub>',
      '1/2 + √x + aᵢ',
    ],
    [
      '<msup><mi>x</mi><mn>10</mn></msup><mo>=</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>',
      'x¹⁰ = (a + b)/c',
    ],
    ['<msubsup><mi>x</mi><mi>q</mi><mn>2</mn></msubsup>', 'x_q²'],
    [
      '<mover accent="true"><mi>x</mi><mo>˙</mo></mover><mo>=</mo><mover><mi>v</mi><mo>→</mo></mover><mover><mi>y</mi><mn>2</mn></mover>',
      'ẋ = v\u20d7y²',
    ],
  ])('MathML %s', (math, expected) => {
    expect(text(`<p>So <math>${math}</math> holds.</p>`)).toContain(`So ${expected} holds.`);
  });

  test('what controls hold is shown with the whole page alone', () => {
    const html = `<p>${'A sentence of some length that goes on. '.repeat(8)}</p><p>Choose <select><option>Red<option>Blue</select> now.</p>
      <form><textarea>A draft</textarea> <label>Size <select><option>Small</select></label></form>
      <object data="x"><p>A film on tea.</p></object>`;
    const whole = readHtml(html, { whole: true }).markdown;
    for (const words of ['Choose Red / Blue now.', 'A draft', 'Size Small', 'A film on tea.'])
      expect(whole).toContain(words);
    expect(readHtml(html).markdown).not.toMatch(/Red|Blue|draft|Small/);
  });

  test('a recipe in JSON-LD, of a page that has little', () => {
    const recipe = {
      '@type': 'Recipe',
      recipeIngredient: ['1 spoon of tea'],
      recipeInstructions: [{ text: 'Boil <b>water</b>.' }, 'Pour.'],
    };
    const html = `<script type="application/ld+json">${JSON.stringify(recipe)}</script><p>Good tea.</p>`;
    expect(readHtml(html).markdown).toBe('Good tea.\n\n- 1 spoon of tea\n\n1. Boil water.\n2. Pour.');
  });

  test('a page of one image', () => {
    expect(readHtml('<body><img src="/pics/grey%20heron.jpg">').markdown).toBe('![grey heron.jpg]()');
    expect(readHtml('<body><img src="/x.jpg" alt="A heron">').markdown).toBe('![A heron]()');
  });

  test('several h1 keep their tree', () => {
    const html = `<title>Manual</title><h1>Manual</h1>${body}<h1>Water</h1>${body}<h2>Heat</h2>${body}<h1>Leaves</h1>${body}`;
    expect(readHtml(html).markdown.match(/^#+ .*/gm)).toEqual(['## Water', '### Heat', '## Leaves']);
  });

  test('a script below the title is no standfirst', () => {
    const script =
      '<div class="summary"><script>!function(n){if(!window.x){window.x={},window.x.cmd=[]}}</script></div>';
    const page = `<title>The bridge</title><article><h1>The bridge</h1>${script}<div class="text">${body}</div></article>`;
    expect(readHtml(page).markdown).not.toContain('window');
  });

  test('the standfirst is the first paragraph', () => {
    const dek = 'The old bridge is replaced after eighty years; a ferry carries who has to cross.';
    for (const html of [`<p class="article-teaser">${dek}</p>`, `<h2>${dek}</h2>`]) {
      const page = `<head><meta name="description" content="${dek}"><title>The bridge</title></head><body><article><header><h1>The bridge</h1>${html}</header><div class="text">${body}</div></article>`;
      const { markdown } = readHtml(page);
      expect(markdown.startsWith(dek)).toBe(true);
      expect(markdown.split(dek).length).toBe(2);
    }
  });
});
