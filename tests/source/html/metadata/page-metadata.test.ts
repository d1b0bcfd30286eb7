import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../../src/source/html/html.ts';

const about = (head: string, body = '<p>x</p>', address?: string) => {
  const { title, metadata } = readHtml(
    `<html><head>${head}</head><body>${body}</body></html>`,
    address ? { address } : {},
  );
  return { ...(title && { title }), ...metadata };
};
const data = (json: object) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;

test('JSON-LD, wherever the article is in it', () => {
  const article = {
    '@type': ['Thing', 'NewsArticle'],
    headline: 'It &amp; <b>that</b>',
    datePublished: '2024-05-03T10:00:00.000+0200',
    author: [{ name: 'Jane Roe' }, 'Jean Roe'],
    publisher: { name: 'The Paper' },
    inLanguage: 'fr_CA',
    keywords: 'one, two',
  };
  const expected = {
    title: 'It & that',
    date: '2024-05-03T10:00:00+02:00',
    author: 'Jane Roe, Jean Roe',
    site: 'The Paper',
    language: 'fr-CA',
    tags: ['one', 'two'],
  };
  expect(about(data(article))).toEqual(expected);
  expect(about(data([{ '@type': 'WebSite', name: 'x' }, article]))).toEqual(expected);
  expect(about(data({ '@graph': [{ '@type': 'Organization' }, article] }))).toEqual(expected);
  expect(about(data({ '@type': 'WebPage', mainEntity: article }))).toEqual(expected);
});

test('OpenGraph and meta elements', () => {
  expect(
    about(
      '<meta property="og:title" content="A title"><meta property="og:site_name" content="The Paper"><meta property="og:locale" content="de_DE"><meta property="article:published_time" content="2024-05-03"><meta name="author" content="By Jane Roe"><meta name="description" content=" In  short. "><meta property="og:url" content="https://site.example/a">',
    ),
  ).toEqual({
    title: 'A title',
    site: 'The Paper',
    language: 'de-DE',
    date: '2024-05-03',
    author: 'Jane Roe',
    abstract: 'In short.',
    address: 'https://site.example/a',
  });
});

describe('title', () => {
  test.each([
    ['<title>A long enough title | The Paper</title>', '', 'A long enough title'],
    ['<title>A title – and its second half</title>', '', 'A title – and its second half'],
    ['<title>Page | Site</title>', '<h1>The heading</h1>', 'The heading'],
    ['<title>One - The Paper</title>', '<h1>One</h1><h1>Two</h1>', 'One'],
    ['<title>  </title>', '', undefined],
  ])('%s %s', (head, body, title) => {
    expect(about(head, body).title).toBe(title);
  });
});

describe('date', () => {
  test.each([
    ['2024-05-03', '2024-05-03'],
    ['2024-05-03T10:00', '2024-05-03T10:00'],
    ['2024-05-03 10:00:00', '2024-05-03T10:00:00'],
    ['2024-05-03T10:00:00Z', '2024-05-03T10:00:00Z'],
    ['20240503', '2024-05-03'],
    ['2024/05/03', '2024-05-03'],
    ['Fri, 03 May 2024 10:00:00 GMT', '2024-05-03T10:00:00Z'],
    ['May 3, 2024', '2024-05-03'],
    ['2024-13-03', undefined],
    ['soon', undefined],
    ['12', undefined],
  ])('%s', (value, date) => {
    expect(about(`<meta name="date" content="${value}">`).date).toBe(date);
  });

  test('of <time>, the article’s own first', () => {
    expect(
      about('', '<time datetime="2020-01-01">x</time><article><time datetime="2024-05-03">y</time></article>').date,
    ).toBe('2024-05-03');
  });
});

test('nothing that is no web address, no name and no language', () => {
  expect(
    about(
      '<link rel="canonical" href="javascript:alert(1)"><meta name="author" content="https://site.example/jane"><meta http-equiv="content-language" content="not a tag">',
    ),
  ).toEqual({});
});

test('the requested address wins', () => {
  const head = '<link rel="canonical" href="/canonical">';
  expect(about(head, '', 'https://site.example/requested').address).toBe('https://site.example/requested');
});

test('a page without a head has its title where it is', () => {
  expect(readHtml('<html lang=en><title>Tea</title><h2>Water</h2><p>Bring it to the boil.</p></html>').title).toBe(
    'Tea',
  );
  expect(readHtml('<body><svg><title>Logo</title></svg><h2>Water</h2><p>x</p></body>').title).toBeUndefined();
});

describe('the title that a page’s sources agree on', () => {
  const ld = (json: object) => data({ '@type': 'Article', ...json });
  test.each([
    [
      'a headline that is a description',
      `${ld({ headline: 'island in the north', name: 'Sable Island' })}<title>Sable Island - The Book</title>`,
      '<h1>Sable Island</h1>',
      'Sable Island',
    ],
    [
      'a heading that is the site’s',
      '<title>How the mill was saved – The Paper</title>',
      '<h1>The Paper</h1>',
      'How the mill was saved',
    ],
    [
      'a heading that is the site’s, and the text’s own below it',
      '<title>The old mill - Chapter 1 - Jane [A House of Tales]</title>',
      '<h1>A House of Tales <sup>beta</sup></h1><h2>The old mill</h2><h3>Summary</h3>',
      'The old mill',
    ],
    [
      'the site’s and the page’s heading, both in the title',
      '<title>Sharing a changed history — the evolve extension</title>',
      '<h1>the evolve extension</h1><h1>Sharing a changed history</h1>',
      'Sharing a changed history',
    ],
    [
      'a headline with the author behind it, where OpenGraph has none',
      `${ld({ headline: 'The mill and its water - Jane Roe' })}<meta property="og:title" content="The mill and its water">`,
      '<h1>The mill and its water</h1>',
      'The mill and its water',
    ],
    [
      'a site that says what it is',
      '<title>How the mill was saved – Jane’s blog</title>',
      '',
      'How the mill was saved',
    ],
    [
      'a heading that is a slogan',
      '<title>How the mill was saved</title>',
      '<h1>Truth daily</h1>',
      'How the mill was saved',
    ],
    [
      'the site’s name, known',
      '<meta property="og:site_name" content="The Paper"><title>The mill - The Paper</title>',
      '',
      'The mill',
    ],
    [
      'the site’s name, by the address',
      '<title>The mill - The Paper</title><link rel="canonical" href="https://www.the-paper.example/x">',
      '',
      'The mill',
    ],
    ['the site’s name in brackets', '<title>How the mill was saved [The Paper]</title>', '', 'How the mill was saved'],
    [
      'a separator of the title itself',
      '<title>The mill – a story of water and stone</title>',
      '<h1>The mill – a story of water and stone</h1>',
      'The mill – a story of water and stone',
    ],
    [
      'OpenGraph in other words than the heading',
      '<meta property="og:title" content="How the old mill was saved"><title>Old mill saved | The Paper</title>',
      '<h1>The old mill is saved</h1>',
      'How the old mill was saved',
    ],
    [
      'a permalink in the heading',
      '<title>The mill</title>',
      '<h1>The mill<a class="headerlink" href="#m">¶</a></h1>',
      'The mill',
    ],
  ])('%s', (_, head, body, title) => {
    expect(about(head, body).title).toBe(title);
  });
});

describe('bylines that one sees', () => {
  test.each([
    ['<p class="byline">By Jane Roe</p>', 'Jane Roe'],
    ['<center><i>by A. Leaf, March 1998</i></center>', 'A. Leaf'],
    ['<div class="article-byline">Jane Roe and Jean de la Roe | 3 May 2024</div>', 'Jane Roe and Jean de la Roe'],
    ['<p>Von Anna Müller, Jan Weiß</p>', 'Anna Müller, Jan Weiß'],
    ['<p>Par Jeanne Roe - Publié le 3 mai</p>', 'Jeanne Roe'],
  ])('%s', (html, author) => {
    expect(about('', `<h1>The mill</h1>${html}<p>The text of it.</p>`)).toMatchObject({ author });
  });

  test.each([
    '<p>By noon the square was full.</p>',
    '<p>By John Doe Street one sees the mill, and the river.</p>',
    '<p>Di tutto</p>',
  ])('none: %s', (html) => {
    expect(about('', html)).not.toHaveProperty('author');
  });
});
