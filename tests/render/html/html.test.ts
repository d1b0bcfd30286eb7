import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../../src/article/article-tree.ts';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { articleWords } from '../../../src/article/word-count.ts';
import { renderHtml } from '../../../src/render/html/render-html.ts';
import { plainPage } from '../../../src/render/page.ts';
import { renderPlain } from '../../../src/render/plain/render-plain.ts';
import { countWords } from '../../../src/text/words.ts';
import type { View } from '../../../src/view/view.ts';
import { plainDigits } from '../../support/compare.ts';
import { runs } from '../../support/effort.ts';
import { goldenFiles } from '../../support/golden.ts';

type Document = ReturnType<typeof parseHTML>['document'];

function html(view: View): string {
  return Array.from(renderHtml(view, plainPage)).join('');
}

function page(markdown: string): Document {
  return parse(html({ kind: 'article', article: parseArticle(markdown) }));
}

function parse(text: string): Document {
  return parseHTML(text).document;
}

/** Renders the body of a page for a text without headings, without the section around it. */
function body(markdown: string): string {
  return page(markdown).querySelector('section')?.innerHTML.trim() ?? '';
}

const everything = readFileSync(new URL('../../fixtures/html/everything.md', import.meta.url), 'utf8');
const guide = readFileSync(new URL('../../../articles/guide.md', import.meta.url), 'utf8');
const french = readFileSync(new URL('../../../articles/amazon-openai.md', import.meta.url), 'utf8');

function allSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

/** Returns every view that a text can be shown in. */
function views(markdown: string): View[] {
  const article = parseArticle(markdown);
  const [first] = allSections(article.sections);
  const sentence = { text: '<b>A</b> sentence.', section: first ?? article.lead, score: 1 };
  return [
    { kind: 'article', article },
    { kind: 'sections', article, sections: article.sections.slice(0, 2) },
    { kind: 'outline', article },
    { kind: 'summary', article, abstract: '<i>All</i> of it.', sentences: [sentence] },
    { kind: 'shelf', entries: [{ name: 'a-name', article }] },
  ];
}

describe('a page', () => {
  it('is this, for a text with everything in it', () => {
    const text = html({ kind: 'article', article: parseArticle(everything) });
    goldenFiles('tests/golden/html', '.html').expectGolden('everything.html', text.slice(text.indexOf('<body>')));
  });

  it.each([
    ['guide', guide],
    ['French', french],
    ['everything', everything],
  ])('has one section with its id for each of the article: %s', (_, markdown) => {
    const article = parseArticle(markdown);
    const document = page(markdown);
    const ids = [...document.querySelectorAll('section[id]')].map(({ id }) => id);
    const lead = ids.includes('lead') ? ['lead'] : [];
    expect(ids).toEqual([...lead, ...allSections(article.sections).map(({ id }) => id)]);
    for (const section of allSections(article.sections)) {
      const inner = document.getElementById(section.id)?.querySelectorAll(':scope > section') ?? [];
      expect([...inner].map(({ id }) => id)).toEqual(section.sections.map(({ id }) => id));
    }
  });

  it('has a table of contents that leads to every section, in order', () => {
    const links = [...page(guide).querySelectorAll('nav a')];
    expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual(
      allSections(parseArticle(guide).sections).map(({ id, title }) => [`#${id}`, title]),
    );
    expect(page('# One\n\nWords.').querySelector('nav')).toBeNull();
  });

  it.each([guide, french, everything])('has no id twice, and no link within it that leads nowhere', (markdown) => {
    for (const view of views(markdown)) {
      const document = parse(html(view));
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const link of document.querySelectorAll('a[href^="#"]')) {
        expect(ids).toContain(link.getAttribute('href')?.slice(1));
      }
    }
  });

  it.each([guide, french, everything])('says the words of the plain text', (markdown) => {
    const article = parseArticle(markdown);
    const document = page(markdown);
    // What the page says of its own: numbers of notes, the labels of images, hosts of links that deceive.
    for (const own of document.querySelectorAll('[role="doc-noteref"], small')) {
      own.remove();
    }
    for (const cell of document.querySelectorAll('th, td')) cell.append(' ');
    const text = document.querySelector('main')?.textContent ?? '';
    const pieces = [...renderPlain({ kind: 'article', article: { ...article, title: '' } }, plainPage)];
    const plain = plainDigits(pieces.join('')).replace(/ \(https?:[^\s)]*\)/g, '');
    const words = (of: string) =>
      of.replace(/\[(?:\d+|x| |!\w+)\]|(?:^|\n)(?:-|\d+\.) |Image(?:\u00a0)?:? /g, ' ').match(/[\p{L}\p{N}]+/gu);
    const ours = [...new Set(words(text))].sort();
    const theirs = [...new Set(words(plain))].sort();
    expect(ours.filter((word) => !theirs.includes(word))).toEqual([]);
    expect(theirs.filter((word) => !ours.includes(word) && !/^\d+$/.test(word))).toEqual([]);
    expect(countWords(text)).toBeGreaterThanOrEqual(articleWords(article) * 0.98);
  });

  it('fetches nothing and runs nothing', () => {
    for (const markdown of [guide, french, everything]) {
      for (const view of views(markdown)) {
        const text = html(view);
        const document = parse(text);
        expect(document.querySelectorAll('script, img, iframe, object, embed, audio, video, form, base')).toHaveLength(
          0,
        );
        expect(document.querySelectorAll('link:not([rel="canonical"]), [src], [srcset], [style]')).toHaveLength(0);
        expect(document.querySelector('style')?.textContent).not.toMatch(/url\(|@import|@font-face|expression/i);
        const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
        expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
        expect(document.head?.firstElementChild?.getAttribute('charset')).toBe('utf-8');
      }
    }
  });

  it('is the same each time, in whole lines', () => {
    for (const view of views(everything)) {
      const pieces = Array.from(renderHtml(view, plainPage));
      expect(Array.from(renderHtml(view, plainPage))).toEqual(pieces);
      for (const piece of pieces) expect(piece).toMatch(/^$|\n$/);
    }
  });

  it('has for machines what the article says of itself', () => {
    const document = page(
      '---\ntitle: A "T" & <b>\nauthor: Rédaction\ndate: 2026-02-03\nlang: ar\ndescription: All\ntags: [a, b]\nsource: https://example.com/\n---\nx',
    );
    const meta = (name: string) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content');
    expect(document.title).toBe('A "T" & <b>');
    expect(['author', 'date', 'description', 'keywords'].map(meta)).toEqual(['Rédaction', '2026-02-03', 'All', 'a, b']);
    expect(document.documentElement?.getAttribute('lang')).toBe('ar');
    expect(document.documentElement?.getAttribute('dir')).toBe('rtl');
    expect(document.querySelector('time')?.getAttribute('datetime')).toBe('2026-02-03');
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe('https://example.com/');
    expect(page('x').documentElement?.hasAttribute('lang')).toBe(false);
  });

  it('gives the headings levels without a gap', () => {
    const levels = (markdown: string) =>
      [...page(markdown).querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => localName);
    expect(levels('# Title\n\n## A\n\n#### B\n\n## C')).toEqual(['h1', 'h2', 'h3', 'h2']);
    expect(levels('## A\n\n### B\n\n## C')).toEqual(['h1', 'h2', 'h1']);
    expect(levels(Array.from({ length: 6 }, (_, index) => `${'#'.repeat(index + 1)} ${index}`).join('\n\n'))).toEqual([
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
    ]);
  });

  it('is whole, whatever there is to show', () => {
    const article = parseArticle('');
    for (const view of [
      ...views(''),
      { kind: 'summary', article, sentences: [] },
      { kind: 'shelf', entries: [] },
    ] as View[]) {
      expect(html(view)).toMatch(/^<!doctype html>\n<html[\s\S]*<\/html>\n$/);
    }
  });
});

describe('blocks', () => {
  it.each([
    ['emphasis', '**a** *b* ~~c~~ `d`', '<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>'],
    [
      'HTML that means something',
      '<kbd>a</kbd> H<sub>2</sub>O <mark>b</mark>',
      '<p><kbd>a</kbd> H<sub>2</sub>O <mark>b</mark></p>',
    ],
    ['characters of markup', 'a < b & c > d "e"', '<p>a &lt; b &amp; c &gt; d "e"</p>'],
    ['code', '```js x\na<b>\n```', '<pre><code class="language-js">a&lt;b&gt;</code></pre>'],
    ['a hard break', 'a\\\nb', '<p>a<br>\nb</p>'],
    ['a list from 3', '3. a\n4. b', '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
    ['a loose list', '- a\n\n- b', '<ul>\n<li><p>a</p></li>\n<li><p>b</p></li>\n</ul>'],
    ['a quote', '> a\n>\n> > b', '<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>'],
    ['an alert', '> [!TIP]\n> a', '<aside class="tip" role="note">\n<p class="label">Tip</p>\n<p>a</p>\n</aside>'],
    ['a rule', 'a\n\n---', '<p>a</p>\n<hr>'],
    [
      'formulas',
      '$a<b$\n\n$$\nc\n$$',
      '<p><code class="math">a&lt;b</code></p>\n<pre class="math"><code>c</code></pre>',
    ],
    ['definitions', '<dl><dt>a<dd>b</dl>', '<dl>\n<dt>a</dt>\n<dd><p>b</p></dd>\n</dl>'],
    [
      'an image',
      '![a "b"](https://example.com/c.png)',
      '<p><a href="https://example.com/c.png"><span class="image">Image: a "b"</span></a></p>',
    ],
    ['an image that leads nowhere', '![a](c.png)', '<p><span class="image">Image: a</span></p>'],
  ])('%s', (_, markdown, expected) => {
    expect(body(markdown)).toBe(expected);
  });

  it('a task list', () => {
    const boxes = [...page('- [ ] a\n- [x] b\n').querySelectorAll('li.task input')];
    expect(
      boxes.map((box) => [box.hasAttribute('checked'), box.hasAttribute('disabled'), box.getAttribute('aria-label')]),
    ).toEqual([
      [false, true, 'to do'],
      [true, true, 'done'],
    ]);
  });

  it('a table', () => {
    const document = page('| a | b | c |\n| - | :-: | -: |\n| 1 | *2* | 3 |\n');
    const cells = [...document.querySelectorAll('th, td')].map((cell) => [
      cell.localName,
      cell.className,
      cell.innerHTML,
    ]);
    expect(cells).toEqual([
      ['th', '', 'a'],
      ['th', 'center', 'b'],
      ['th', 'right', 'c'],
      ['td', '', '1'],
      ['td', 'center', '<em>2</em>'],
      ['td', 'right', '3'],
    ]);
    expect(page('| | |\n|-|-|\n| 1 | 2 |\n').querySelector('thead')).toBeNull();
  });

  it('footnotes, in the order in which they are referred to, each with its way back', () => {
    const document = page('A[^b], b[^a], c[^b].\n\n[^a]: One[^c].\n[^b]: Two.\n[^c]: Three.\n[^d]: Never.\n');
    const notes = [...document.querySelectorAll('.notes li')];
    expect(notes.map((note) => [note.id, note.textContent?.replace(/(?:\s|↩\ufe0e)+/g, ' ').trim()])).toEqual([
      ['note.1', 'Two.'],
      ['note.2', 'One3.'],
      ['note.3', 'Three.'],
      ['note.4', 'Never.'],
    ]);
    expect(
      [...document.querySelectorAll('[role="doc-noteref"]')].map(({ id, textContent }) => [id, textContent]),
    ).toEqual([
      ['ref.1', '1'],
      ['ref.2', '2'],
      ['ref.1.2', '1'],
      ['ref.3', '3'],
    ]);
    expect([...document.querySelectorAll('[role="doc-backlink"]')].map((link) => link.getAttribute('href'))).toEqual([
      '#ref.1',
      '#ref.1.2',
      '#ref.2',
      '#ref.3',
    ]);
  });

  it('footnotes that refer to each other come to an end', () => {
    expect(page('A[^a].\n\n[^a]: A[^b].\n[^b]: B[^a].\n').querySelectorAll('.notes li')).toHaveLength(2);
  });

  it('keep French punctuation with its words, and no others', () => {
    expect(body('---\nlang: fr\n---\nQuoi ? « Ça ; là » : oui !')).toBe(
      '<p>Quoi&#160;? «&#160;Ça&#160;; là&#160;»&#160;: oui&#160;!</p>',
    );
    expect(body('What ? « There »')).toBe('<p>What ? « There »</p>');
  });
});

describe('links', () => {
  const target = (href: string, front = '') =>
    page(`${front}[text](<${href}>)\n\n## Là-bas\n\nWords.\n`).querySelector('main p a')?.getAttribute('href') ??
    undefined;
  const from = '---\nsource: https://example.com/a/b.html\n---\n';

  it.each([
    ['https://example.com/é?a=1&b="2"', 'https://example.com/%C3%A9?a=1&b=%222%22'],
    ['http://example.com', 'http://example.com/'],
    ['mailto:me@example.com', 'mailto:me@example.com'],
    ['#là-bas', '#là-bas'],
    ['#l%C3%A0-bas', '#là-bas'],
    ['#Là-Bas', '#là-bas'],
  ])('%s lead to %s', (href, expected) => {
    expect(target(href)).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    '&#106;avascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://example.com',
    '#nowhere',
    '#note.1',
    '#%',
    'page.html',
    '//example.com',
    'https://',
  ])('%j lead nowhere, and their words stay', (href) => {
    expect(target(href)).toBeUndefined();
    expect(body(`[text](<${href}>)`)).toContain('text');
  });

  it.each([
    ['c.html', 'https://example.com/a/c.html'],
    ['/c', 'https://example.com/c'],
    ['//other.example/c', 'https://other.example/c'],
    ['?q', 'https://example.com/a/b.html?q'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
  ])('%s start from the address of the article', (href, expected) => {
    expect(target(href, from)).toBe(expected);
  });

  it('say where they lead when their words say something else', () => {
    expect(body('[bank.example](https://evil.example/x)')).toBe(
      '<p><a href="https://evil.example/x">bank.example</a> <small>(evil.example)</small></p>',
    );
    expect(body('<https://example.com/a>')).not.toContain('small');
  });
});

describe('nothing that an article says becomes markup', () => {
  const elements = new Set(
    (
      'html head meta title link style body header nav main section h1 h2 h3 h4 h5 h6 p a ol ul li span time strong em del kbd sup sub ' +
      'mark ins code pre br hr input blockquote aside div table thead tbody tr th td dl dt dd small details summary'
    ).split(' '),
  );
  const attributes: Record<string, RegExp> = {
    id: /^[\p{L}\p{M}\p{N}\p{Pc}.-]+$/u,
    class: /^(?:[a-z]+|language-[\w+#.-]{1,40})$/,
    href: /^(?:#[\p{L}\p{M}\p{N}\p{Pc}.-]+|https?:\/\/[\x21-\x7e]+|mailto:[\x21-\x7e]+)$/u,
    role: /^(?:doc-[a-z]+|note)$/,
    start: /^-?\d+$/,
    type: /^checkbox$/,
    scope: /^col$/,
    disabled: /^$/,
    checked: /^$/,
    open: /^$/,
    lang: /^[\w-]+$/,
    dir: /^rtl$/,
    'aria-label': /./,
    title: /^/,
    datetime: /^\d{4}-/,
    charset: /^utf-8$/,
    content: /^/,
    name: /^(?:viewport|color-scheme|referrer|author|date|description|keywords)$/,
    'http-equiv': /^Content-Security-Policy$/,
    rel: /^canonical$/,
  };

  function check(document: Document): void {
    const foreign: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      if (!elements.has(element.localName)) foreign.push(element.localName);
      for (const { name, value } of element.attributes) {
        if (!attributes[name]?.test(value)) foreign.push(`${name}=${value}`);
      }
    }
    expect(foreign).toEqual([]);
  }

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<a href="javascript:alert(1)" onclick="alert(1)">a</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<style>*{display:none}</style><link rel=stylesheet href=//evil.example>',
    '<base href="//evil.example"><form action=//evil.example><input name=a><button>b</button></form>',
    '</main></body></html><script>alert(1)</script>',
    '</p></section><h1>Forged</h1>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '`</code><script>alert(1)</script>`',
    '```"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```',
    '[a](https://example.com/"onmouseover="alert(1))',
    '[a](https://example.com "t\\"><script>alert(1)</script>")',
    '![a"><script>alert(1)</script>](https://example.com/"onerror="x)',
    '[^"><script>]\n\n[^"><script>]: note\n',
    '# <script>alert(1)</script> "><b onclick=x>\n',
    '| <script>a</script> | "onclick=x |\n| - | - |\n| </td><script> | b |\n',
    "---\ntitle: \"</title><script>alert(1)</script>\"\nauthor: '\"><script>alert(1)</script>'\ndate: '2026-\"><script>'\nlang: 'en\"onload=x'\ndescription: '\"><img src=x>'\nsource: 'https://example.com/\"><script>'\n---\nx",
    '&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;',
    '<p><strong id=note.1 class="x" style="color:red">a</strong></p>',
  ])('%j', (markdown) => {
    for (const view of views(markdown)) check(parse(html(view)));
  });

  it('whatever is put together from such pieces', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '&lt;',
      '</',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<style>',
      '</style>',
      '<svg>',
      '<title>',
      '</title>',
      '<a href=',
      'javascript:',
      'onerror=',
      '<img src=x ',
      '[',
      '](',
      ')',
      '![',
      '`',
      '```',
      '\n',
      '\n\n',
      '# ',
      '> ',
      '- ',
      '| ',
      '|-|-|',
      '[^1]',
      '[^1]: ',
      '$',
      '$$',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '<table>',
      '<td>',
      '<textarea>',
      '<p>',
      '</p>',
      '</main>',
      '\0',
      '\x1b[31m',
      '\u202e',
      'words ',
      '*',
      '**',
      '<dl>',
      '<dt>',
      '---\n',
      'title: ',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), (pieces) => {
        for (const view of views(pieces.join(''))) {
          const text = html(view);
          expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
          check(parse(text));
        }
      }),
      runs(200),
    );
  });
});
