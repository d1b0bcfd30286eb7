import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../../src/source/html/html.ts';

// Pages as generators of documentation and converters make them, each the smallest that shows its kind.

const sentence = 'The ferry leaves the northern harbour at dawn, carries whatever waits on the quay, and returns.';
const prose = Array.from({ length: 6 }, (_, at) => `<p>${at}. ${sentence} ${sentence}</p>`).join('\n');

const page = (body: string, head = '') =>
  readHtml(`<!doctype html><html><head><title>The Ferry</title>${head}</head><body>${body}</body></html>`);
const generated = (name: string, body: string) => page(body, `<meta name="Generator" content="${name}">`).markdown;

describe('the ways to other pages of a manual', () => {
  test.each([
    [
      'of DocBook, with names beside them',
      '<div class="nav"><table width="100%"><tr><th colspan="3">1.2. The quay</th></tr><tr><td><a accesskey="p" href="a.html">Prev</a></td><th>The harbour</th><td><a accesskey="n" href="b.html">Next</a></td></tr></table><hr></div>',
    ],
    [
      'of Texinfo',
      '<div class="top"><p>Next: <a href="b.html" accesskey="n" rel="next">Ropes</a>, Previous: <a href="a.html" accesskey="p" rel="prev">Nets</a> &nbsp; [<a href="toc.html" rel="contents">Contents</a>]</p></div>',
    ],
    [
      'by their names',
      '<p><a href="b.html">Next</a> | <a href="a.html">Previous</a> | <a href="i.html">Contents</a></p>',
    ],
    ['on a line of the page itself', '<a href="b.html">Next</a> Previous <a href="i.html">Contents</a><hr>'],
    [
      'to numbered chapters',
      `<div>Goto: ${Array.from({ length: 12 }, (_, at) => `<a href="${at}.html">${at}</a>`).join(' ')}</div>`,
    ],
  ])('%s', (_, turns) => {
    const markdown = generated('DocBook XSL', `${turns}<h1>The Ferry</h1>${prose}${turns}`);
    expect(markdown).toMatch(/^0\\?\. The ferry/);
    expect(markdown.trimEnd()).toMatch(/5\\?\. .*returns\.$/);
  });

  test.each([
    [
      'a sentence with one',
      `<p>What follows is in the <a rel="next" href="b.html">next chapter</a>. ${sentence}</p>`,
      'next chapter',
    ],
    ['a list of years', '<p>Floods: <a href="1">1901</a>, <a href="2">1902</a>.</p>', '1902'],
    [
      'a table with notes',
      '<table><tr><td>Boat</td><td>Year</td></tr><tr><td>Tern <a href="#n">1</a></td><td>1901</td></tr></table>',
      'Tern',
    ],
  ])('%s is none', (_, html, words) => {
    expect(page(`${prose}${html}${prose}`).markdown).toContain(words);
  });
});

test('a generator is known whatever the case of its name', () => {
  const links = '<h2>Related</h2><ul><li><a href="/ropes">Ropes</a></li><li><a href="/nets">Nets</a></li></ul>';
  expect(generated('makeinfo', `<form></form>${prose}${links}`)).toMatch(/## Related\n\n- Ropes\n- Nets$/);
});

test('a page that is only a declaration is its container', () => {
  const html =
    '<div class="banner">Ferry 1.0</div><div class="contents"><p><code>int leave(void)</code></p><p>Leaves.</p></div>';
  expect(generated('Doxygen 1.9', `${html}<p>${'Made by hand. '.repeat(3)}</p>`)).toBe('`int leave(void)`\n\nLeaves.');
});

describe('a page that is a text and nothing else', () => {
  const text = `<h2>See also</h2><ul><li><a href="a.html">ropes(1)</a></li></ul><h2>Files</h2><p>None.</p>`;

  test('is the article, all of it', () => {
    expect(page(`<h2><a id="flag:menu">Name</a></h2><p>ferry</p>${prose}${text}`).markdown).toMatch(
      /^## Name\n\nferry\n[\s\S]*## See also\n\n- ropes\(1\)\n\n## Files\n\nNone\.$/,
    );
  });

  test('is another one where a part is named as a frame', () => {
    const menu = '<div class="sidebar"><p>Buy our ropes today.</p></div>';
    expect(page(`${menu}<h2>Name</h2>${prose}`).markdown).not.toContain('Buy');
  });
});

test('a page without a container is not cut to one of its parts', () => {
  const parts = [1, 2, 3, 4].map((at) => `<h2>Part ${at}</h2><p>${at}. ${sentence} ${sentence}</p>`).join('');
  const { markdown } = page(
    `<div class="menu"><a href="/">Home</a></div>${parts}<dl><dt>leave</dt><dd>${prose}</dd></dl>`,
  );
  expect(markdown).toMatch(/## Part 1\n[\s\S]*## Part 4\n/);
});

test.each([
  '<section id="comments"><h2>Comments</h2><p>They are left to the reader.</p></section>',
  '<div class="section" id="footer"><h2>Footer</h2><p>It is at the end.</p></div>',
  '<h2 id="navigation">Navigation</h2><p>By the stars.</p>',
])('a section that is called after its heading is text: %s', (section) => {
  const [, title = '', text = ''] = /<h2.*?>(.*?)<\/h2><p>(.*?)<\/p>/.exec(section) ?? [];
  expect(generated('Docutils', `${section}${prose}`)).toMatch(new RegExp(`^## ${title}\n\n${text}\n`));
});

test('a block in a heading keeps its distance', () => {
  expect(generated('rustdoc', `<h4>fn leave() -> R<div class="where">where R: Sea</div></h4>${prose}`)).toMatch(
    /^#### fn leave\(\) -> R where R: Sea\n/,
  );
});

test('the short name of an option is not a permalink', () => {
  const term = '<dl><dt><a class="option-anchor" href="#v"><code>-v</code></a></dt><dd>Talks.</dd></dl>';
  expect(generated('mdBook', `${prose}${term}`)).toMatch(/\*\*`-v`\*\*\n\nTalks\.$/);
});

test('headings of declarations at the end are kept, one label with nothing below goes', () => {
  const declarations = [1, 2, 3, 4, 5].map((at) => `<h3>fn leave_${at}()</h3>`).join('');
  expect(generated('rustdoc', `${prose}<h2>Methods</h2>${declarations}`)).toMatch(/### fn leave\\?_5\(\)$/);
  expect(generated('rustdoc', `${prose}<h2>Notes</h2>`)).not.toContain('Notes');
});

test('a heading in a summary or a term is a heading', () => {
  expect(
    generated('rustdoc', `${prose}<details><summary><h3>fn leave()</h3></summary><p>Leaves.</p></details>`),
  ).toMatch(/\n\n### fn leave\(\)\n\nLeaves\.$/);
});

test('a row that is one heading splits a table', () => {
  const rows = (name: string) =>
    `<tr><td colspan="2"><h2>${name}</h2></td></tr><tr><td>int</td><td>${name} a</td></tr><tr><td>long</td><td>b</td></tr>`;
  expect(generated('Doxygen 1.9', `${prose}<table>${rows('Fields')}${rows('Types')}</table>`)).toMatch(
    /\n\n## Fields\n\n\| {2}\| {2}\|\n\| --- \| --- \|\n\| int \| Fields a \|\n\| long \| b \|\n\n## Types\n\n\| {2}\|/,
  );
});

test('rows without a table are one', () => {
  const html = '<div><tr><th>Boat</th><th>Year</th></tr><tr><td>Tern</td><td>1901</td></tr></div><p>Made by hand.</p>';
  expect(readHtml(html, { whole: true }).markdown).toBe(
    '| Boat | Year |\n| --- | --- |\n| Tern | 1901 |\n\nMade by hand.',
  );
});

test('cells without a table are what they hold', () => {
  const html = '<div><td>The tern sails.</td><td align="right">It returns.</td></div>';
  expect(readHtml(html, { whole: true }).markdown).toBe('The tern sails.\n\nIt returns.');
});

test.each([
  ['<p>one<span><br>two</span></p>', 'one\\\ntwo'],
  ['<p><b>one <br> </b>two</p>', '**one**\\\ntwo'],
  ['<p>one<i><u><br>two</u><br></i></p>', 'one\\\n*two*'],
  ['<p><span><br>one</span></p>', 'one'],
])('a line break at the edge of an inline element separates words: %s', (html, expected) => {
  expect(readHtml(html, { whole: true }).markdown).toBe(expected);
});

describe('code', () => {
  test('a line break in a listing is not touched', () => {
    expect(page(`${prose}<pre><code>a<br>  b</code></pre>`).markdown).toContain('```\na\n  b\n```');
  });

  test('a listing within inline code is a listing', () => {
    expect(page(`${prose}<blockquote><code><pre>\n% cd a\n% ls\n</pre></code></blockquote>`).markdown).toContain(
      '> ```\n> % cd a\n> % ls\n> ```',
    );
  });

  test('inline code in lines is a listing, in a cell it is one line', () => {
    const code = '<tt>module A where<br>\n&nbsp;&nbsp;b = 1<br></tt>';
    const { markdown } = page(
      `${prose}<p>So: ${code}</p><table><tr><td>x</td><td>${code}</td></tr><tr><td>y</td><td>z</td></tr></table>`,
    );
    expect(markdown).toContain('```\nmodule A where\n  b = 1\n```');
    expect(markdown).toMatch(/\| x \| `module A where .*b = 1 ?` \|/);
  });

  test('the way to the source of a declaration is none of it', () => {
    const term =
      '<dl><dt>leave()<a href="s.html"><span class="viewcode-link">[source]</span></a></dt><dd>Leaves.</dd></dl>';
    expect(generated('Sphinx', `${prose}${term}`)).toMatch(/\*\*leave\(\)\*\*\n\nLeaves\.$/);
  });
});

describe('titles', () => {
  test.each([
    [
      'Permissions | Ferry v18 Documentation for All',
      '<h1>Ferry v18 documentation for all</h1><h2>Permissions</h2>',
      'Permissions',
    ],
    [
      'Leaving - The Long Book of the Ferry',
      '<h1>The Long Book of the Ferry</h1><h1>Leaving the harbour</h1>',
      'Leaving',
    ],
    ['11. Expansions', '<h1><a href="https://ferry.example">Ferry Internet Mailer</a></h1>', '11. Expansions'],
    ['Ferry 10 Reference (10.1) - The Engine', '<h1>Ferry 10 Reference</h1><h2>The Engine</h2>', 'The Engine'],
    [
      'FERRY - Simple and Fast',
      '<div class="headertitle"><div class="title">ferry::Leave Class Reference<div class="ingroups"><a href="g">Group</a></div></div></div>',
      'ferry::Leave Class Reference',
    ],
  ])('%s', (title, headings, expected) => {
    expect(readHtml(`<title>${title}</title>${headings}${prose}`).title).toBe(expected);
  });

  test('the one heading is kept where it is not the title', () => {
    const { title, markdown } = readHtml(`<title>Object attributes</title><h1>オブジェクトの属性</h1>${prose}`);
    expect(title).toBe('Object attributes');
    expect(markdown).toMatch(/^## オブジェクトの属性\n/);
  });
});
