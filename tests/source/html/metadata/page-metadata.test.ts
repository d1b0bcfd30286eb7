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

test('JSON-LD, wherever the article stands in it', () => {
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

test('the address that was asked for wins', () => {
  const head = '<link rel="canonical" href="/canonical">';
  expect(about(head, '', 'https://site.example/asked').address).toBe('https://site.example/asked');
});

test('a page without a head has its title where it stands', () => {
  expect(readHtml('<html lang=en><title>Tea</title><h2>Water</h2><p>Bring it to the boil.</p></html>').title).toBe(
    'Tea',
  );
  expect(readHtml('<body><svg><title>Logo</title></svg><h2>Water</h2><p>x</p></body>').title).toBeUndefined();
});
