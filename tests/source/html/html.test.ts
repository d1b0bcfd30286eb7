import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/source/html/html.ts';

const paragraph =
  'A paragraph that is long enough to be one, with commas, and with a second half that says nothing new.';
const body = Array.from({ length: 6 }, (_, index) => `<p>${paragraph} Number ${index}.</p>`).join('\n');

describe('pieces of pages', () => {
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

  test('cells are kept apart whatever signs stand in them', () => {
    const html = `<table><tr><th>a\u001f&#30;b</th><th>c</th></tr><tr><td>1|2</td><td><img src="https://x.example/a.png" alt="x&#31;y">z</td></tr></table>`;
    expect(readHtml(html).markdown).toBe('| ab | c |\n| --- | --- |\n| 1\\|2 | ![x y](https://x.example/a.png)z |');
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
    [
      'a caption',
      '<figure><img src="/x.jpg" alt="A picture of it"><figcaption>Seen from above</figcaption></figure>',
      'Seen from above',
    ],
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
      'a picture',
      '<figure><img src="/x.jpg" alt="A picture of it"><figcaption>c</figcaption></figure>',
      '![A picture of it](https://site.example/x.jpg)',
    ],
    [
      'a picture by its caption',
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
  ])('stays: %s', (_, html, words) => {
    expect(page(html)).toContain(words);
  });

  test('no rule takes a third of the text', () => {
    const inside = `<div class="trending">${body.replaceAll('Number', 'Relative')}</div>`;
    expect(page(inside)).toContain('Relative 5');
  });
});
