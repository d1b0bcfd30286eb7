import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../../src/source/html/html.ts';
import { runs } from '../../../support/effort.ts';

// Texts made at random from blocks of every kind, in pages as they are on the web: every block is in the output, in
// order, and nothing of the page around it. Words of a block end with its number, those of a page with "Shell".

type Block = (id: string) => string;

const sentence = (id: string) =>
  `The ferry leaves the northern harbour at dawn, carries whatever waits on the quay, and returns before night, as it has done since ${id} was written down.`;

const blocks: Readonly<Record<string, Block>> = {
  prose: (id) => `<p>${sentence(id)} Nobody remembers a day on which it stayed, however high the waves were.</p>`,
  'short prose': (id) => `<p>It was ${id}.</p>`,
  'prose with links': (id) =>
    `<p>As <a href="https://other.example/a">the harbour master</a> says, ${sentence(id)}</p>`,
  'prose with names': (id) =>
    `<p>${sentence('it')} <span class="tooltip share">Then ${id}</span>, and <em class="related">again</em> at noon.</p>`,
  list: (id) => `<ul><li>Ropes ${id}</li><li>Nets and hooks</li><li>Share</li></ul>`,
  'list of sentences': (id) => `<ul><li>${sentence(id)}</li><li>Print the list before you leave.</li></ul>`,
  steps: (id) =>
    `<ol><li>Open the gate ${id}.</li><li>Click the lock.</li><li>Download the chart.</li><li>Close it.</li></ol>`,
  'list of links': (id) =>
    `<p>Sources that say so:</p><ul><li><a href="https://one.example/x">The log of ${id}</a></li><li><a href="https://two.example/y">The chart</a></li></ul>`,
  'nested list': (id) => `<ul><li>Boats<ul><li>Small ${id}</li></ul></li><li>Crews</li></ul>`,
  terms: (id) => `<dl><dt>Bow</dt><dd>The front of ${id}.</dd><dt>Stern</dt><dd>The back of it.</dd></dl>`,
  table: (id) =>
    `<table><thead><tr><th>Boat</th><th>Year</th></tr></thead><tbody><tr><td>${id}</td><td>1901</td></tr><tr><td>Tern</td><td>1902</td></tr></tbody></table>`,
  'table without heads': (id) =>
    `<table><tr><td>${id}</td><td>1901</td></tr><tr><td>Tern</td><td>1902</td></tr></table>`,
  code: (id) => `<pre><code class="language-sh">sail --to ${id}\n</code></pre>`,
  quotation: (id) => `<blockquote><p>${sentence(id)}</p><footer>— An old sailor</footer></blockquote>`,
  'short quotation': (id) => `<blockquote>No wind, no ${id}.</blockquote>`,
  note: (id) => `<div class="admonition note"><p class="admonition-title">Note</p><p>Mind the tide of ${id}.</p></div>`,
  aside: (id) =>
    `<aside class="note"><p>The mark on the quay was put there after ${id}, so that nobody forgets the flood.</p></aside>`,
  figure: (id) => `<figure><img src="https://img.example/a.jpg" width="600" alt="The ferry of ${id} at sea"></figure>`,
  section: (id) => `<h2>Next ${id}</h2><p>${sentence('it')}</p>`,
  subsection: (id) => `<h3>Warning ${id}</h3><p>${sentence('it')}</p>`,
  'captioned figure': (id) =>
    `<figure><img src="https://img.example/b.jpg" width="600" alt=""><figcaption>The quay of ${id}</figcaption></figure>`,
  'code in lines': (id) =>
    `<pre><code><div class="line"><span class="ln">1</span>sail</div><div class="line"><span> </span>--to ${id}</div></code></pre>`,
  'captioned code': (id) => `<figure><figcaption>Listing of ${id}</figcaption><pre><code>sail</code></pre></figure>`,
  callout: (id) =>
    `<div class="callout" data-callout="tip"><div class="callout-title">Tip ${id}</div><div class="callout-content"><p>Wait for the tide.</p></div></div>`,
  formula: (id) => `<p>So <span class="math">\\(${id}^2\\)</span> it is.</p>`,
  'list with images': (id) =>
    `<ul><li>Bow <img src="https://img.example/c.png" width="16" alt="red"></li><li>Stern ${id}</li></ul>`,
  'heading with a number': (id) => `<h2>3. Share ${id}</h2><p>${sentence('it')}</p>`,
  'quotation from someone': (id) =>
    `<blockquote class="pullquote"><p>${sentence('it')}</p><footer>— An old sailor, <cite>${id}</cite></footer></blockquote>`,
  'button in a sentence': (id) =>
    `<p>Before the gate opens you press <button>Open ${id}</button> and wait a while.</p>`,
  'value in a sentence': (id) => `<p>The sum is <output>${id}</output>, as <label>every</label> child knows.</p>`,
  'box called like a page’s': (id) => `<div class="sidebar-box"><p>${sentence(id)}</p></div>`,
  'section called like a page’s': (id) =>
    `<section class="related-work"><h2>Related work</h2><p>${sentence(id)}</p></section>`,
  'parts of a series': (id) =>
    `<h3>Parts of this series</h3><ul><li><a href="/part1">The quay</a></li><li><a href="/part2">The sea of ${id}</a></li></ul>`,
  'names in wrappers': (id) => `<dl><div><dt>Keel</dt><dd>The spine of ${id}.</dd></div></dl>`,
  'terms called like a page’s': (id) =>
    `<dl><dt class="subheaders" id="${id}-term">Stern of ${id}</dt><dd class="comment">The back of it.</dd></dl>`,
  'table called like a page’s': (id) =>
    `<table class="sidebar remark"><tr><th>Boat</th><th>Year</th></tr><tr><td>${id}</td><td>1901</td></tr></table>`,
  'remark in a table': (id) =>
    `<table class="remark"><tr><td><b>Remark:</b></td><td>The quay of ${id} is not to be used by boats of this size.</td></tr></table>`,
  menu: (id) => `<menu><li>Haul in ${id}</li><li>Make fast</li></menu>`,
  fieldset: (id) => `<fieldset><legend>Before dawn</legend><p>${sentence(id)}</p></fieldset>`,
  address: (id) => `<address>Quay 5<br>Harbour of ${id}</address>`,
  'element of its own': (id) => `<harbour-note><p>${sentence(id)}</p></harbour-note>`,
  details: (id) => `<details><summary>More of ${id}</summary><p>${sentence('it')}</p></details>`,
};

const links = (kind: string) =>
  `<ul>${['One', 'Two', 'Three', 'Four'].map((name) => `<li><a href="/${kind}/${name}">${name} ${kind}Shell</a></li>`).join('')}</ul>`;

const head = (title: string) => `<!doctype html><html lang="en"><head><title>${title}</title></head>`;

/** Pages as they are made, around a body. */
const shells: Record<string, (body: string) => string> = {
  news: (
    body,
  ) => `${head('How the ferry came back | The Paper')}<body><header class="site-header"><nav>${links('section')}</nav></header>
<main><article><header><h1>How the ferry came back</h1><p class="byline">By Jane Roe</p></header><div class="share-bar"><a href="#">TweetShell</a> <a href="#">MailShell</a></div>
<div class="article-body">${body}<div class="advertisement"><p>Buy our ropesShell</p></div></div><div class="newsletter-signup"><p>Sign up for our newsletterShell</p><form><input type="email"><button>GoShell</button></form></div></article>
<aside class="related"><h2>Related storiesShell</h2>${links('story')}</aside></main><footer>© The PaperShell</footer></body></html>`,
  blog: (
    body,
  ) => `${head('How the ferry came back – Harbour Notes')}<body class="home"><div id="page"><div id="sidebar" class="widget-area"><h3>ArchivesShell</h3>${links('archive')}</div>
<div id="content"><div class="post hentry"><h1 class="entry-title">How the ferry came back</h1><div class="entry-content">${body}</div><div class="post-tags">Tags: <a href="/tag/a">ferriesShell</a></div></div>
<div id="comments"><h2>3 comments</h2><ol class="commentlist"><li class="comment"><p>I was there when the ferry came, and it was the best day of the yearShell.</p></li></ol></div></div></div><div id="footer">Powered by pressShell</div></body></html>`,
  docs: (
    body,
  ) => `${head('How the ferry came back — Harbour 2.0 documentation')}<body><div class="related" role="navigation">${links('doc')}</div>
<div class="document"><div class="documentwrapper"><div class="bodywrapper"><div class="body" role="main"><section id="ferry"><h1>How the ferry came back<a class="headerlink" href="#ferry">¶</a></h1>${body}</section></div></div></div>
<div class="sphinxsidebar" role="navigation">${links('toc')}</div></div><div class="footer" role="contentinfo">CopyrightShell</div></body></html>`,
  wiki: (
    body,
  ) => `${head('How the ferry came back - Wiki')}<body><div id="mw-navigation">${links('wiki')}</div><main id="content" class="mw-body"><h1 id="firstHeading">How the ferry came back</h1>
<div id="mw-content-text"><div class="mw-parser-output">${body}</div></div></main><footer id="footer">LicenceShell</footer></body></html>`,
  forum: (
    body,
  ) => `${head('How the ferry came back - Harbour Forum')}<body><div class="navbar">${links('board')}</div><div id="wrapper"><div class="topic"><h1>How the ferry came back</h1>
<div class="post-wrapper"><div class="post-body">${body}</div></div></div></div><div class="page-footer">${links('legal')}</div></body></html>`,
  shop: (
    body,
  ) => `${head('How the ferry came back | Ropes & Sails')}<body><header>${links('shop')}</header><div class="breadcrumbs"><a href="/">HomeShell</a> › <a href="/b">BlogShell</a></div>
<main role="main"><div class="rte"><h1>How the ferry came back</h1>${body}</div><section class="recommended-products"><h2>You may also like</h2>${links('product')}</section></main>
<footer>${links('help')}<form><label>EmailShell <input></label></form></footer></body></html>`,
};

Object.assign(shells, {
  questions: (body: string) =>
    `${head('How the ferry came back - Harbour Overflow')}<body class="question-page"><header class="s-topbar"><nav>${links('top')}</nav></header>
<div class="container"><div id="content"><div id="mainbar" role="main"><div id="question-header"><h1><a href="/q/1" class="question-hyperlink">How the ferry came back</a></h1></div>
<div class="question" id="question"><div class="votecell"><button>UpShell</button></div><div class="postcell"><div class="s-prose js-post-body" itemprop="text">${body}</div><div class="post-menu"><a href="/s">ShareShell</a></div></div></div></div>
<div id="sidebar"><div class="module"><h4>LinkedShell</h4>${links('linked')}</div></div></div></div><footer>${links('help')}</footer></body></html>`,
  reference: (body: string) =>
    `${head('How the ferry came back | Reference')}<body><div class="page-wrapper"><header class="top-navigation"><nav>${links('top')}</nav></header><div class="main-wrapper"><aside class="sidebar"><nav>${links('side')}</nav></aside>
<main id="content" class="main-content"><article class="main-page-content"><header><h1>How the ferry came back</h1></header><div class="section-content">${body}</div></article></main></div></div><footer>${links('foot')}</footer></body></html>`,
  recipe: (body: string) =>
    `${head('How the ferry came back | Galley')}<body><header><nav>${links('dish')}</nav></header><main><div class="recipe-page"><h1>How the ferry came back</h1><button class="print-btn">PrintShell</button><div class="post-content">${body}</div>
<div class="newsletter-signup"><h3>NewsletterShell</h3><form><input><button>GoShell</button></form></div></div></main><footer>${links('foot')}</footer></body></html>`,
});

const names = Object.keys(blocks);

function markers(kinds: readonly string[]): readonly string[] {
  return kinds.map((kind, at) => `${kind.replace(/\W/g, '')}${at}x`);
}

/** Writes the body: prose at the start, so that it is a text, then blocks, with prose after every third of them. */
function bodyOf(kinds: readonly string[]): string {
  const ids = markers(kinds);
  return kinds.map((kind, at) => blocks[kind]?.(ids[at] ?? '') ?? '').join('\n');
}

const padded = (kinds: readonly string[]) => [
  'prose',
  'prose',
  ...kinds.flatMap((kind, at) => (at % 3 === 2 ? [kind, 'prose'] : [kind])),
  'prose',
];

function expectWhole(shell: string, kinds: readonly string[]): void {
  const { markdown } = readHtml(shells[shell]?.(bodyOf(kinds)) ?? '');
  const order = markers(kinds).map((id) => markdown.indexOf(id));
  const lost = kinds.filter((_, at) => (order[at] ?? -1) < 0);
  expect({ lost, markdown: lost.length > 0 ? markdown : '' }).toEqual({ lost: [], markdown: '' });
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(markdown).not.toContain('Shell');
}

describe.each(Object.keys(shells))('%s', (shell) => {
  test.each(names)('%s', (kind) => {
    expectWhole(shell, padded([kind, kind]));
  });

  test('blocks at random', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 14 }), (kinds) => {
        expectWhole(shell, padded(kinds));
      }),
      runs(60),
    );
  });
});

test('a wiki’s table of values in the looks of a box of links stays, such a box goes', () => {
  const cell = sentence('it');
  const box = (cells: string) => `<table class="navbox"><tr><th>Ferry</th></tr><tr>${cells}</tr></table>`;
  const wiki = shells.wiki ?? String;
  const { markdown } = readHtml(
    wiki(
      `<p>${sentence('it')}</p>${box(`<td>Gull</td><td>${cell} Twice.</td>`)}<p>${sentence('it')}</p>${box('<td><a href="/a">Tern</a> <a href="/b">Skua</a></td>')}`,
    ),
  );
  expect(markdown).toContain('Twice.');
  expect(markdown).not.toContain('Skua');
});

test('a label goes with the links below it', () => {
  const { markdown } = readHtml(
    (shells.news ?? String)(
      `<p>${sentence('it')}</p><h3>See also</h3>${links('more')}<h3>After</h3><p>${sentence('that')}</p>`,
    ),
  );
  expect(markdown).not.toMatch(/See also|Shell/);
  expect(markdown).toContain('### After');
});
