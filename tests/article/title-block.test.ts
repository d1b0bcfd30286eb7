import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { parseArticleLazily } from '../../src/article/parse-lazily.ts';
import { readTitleBlock } from '../../src/article/title-block.ts';

const about = { title: 'Kettles', author: 'Ada Leaf' };
const body = 'Opening words.\n';

describe('the head of a text', () => {
  it.each([
    ['YAML', `---\ntitle: Kettles\nauthor: Ada Leaf\n---\n${body}`],
    ['YAML below a comment', `<!-- lint disable -->\n\n---\ntitle: Kettles\nauthor: Ada Leaf\n---\n${body}`],
    ['YAML by name', `---yaml\ntitle: Kettles\nauthor: Ada Leaf\n---\n${body}`],
    ['JSON by name', `---json\n{ "title": "Kettles", "author": "Ada Leaf" }\n---\n${body}`],
    ['JSON by name, without its brackets', `--- JSON\n"title": "Kettles",\n"author": "Ada Leaf"\n---\n${body}`],
    ['JSON', `{\n  "title": "Kettles",\n  "author": "Ada Leaf"\n}\n\n${body}`],
    ['JSON between semicolons', `;;;\n"title": "Kettles",\n"author": "Ada Leaf"\n;;;\n${body}`],
    ['TOML', `+++\ntitle = "Kettles"\nauthor = "Ada Leaf"\n+++\n${body}`],
    ["pandoc's title block", `% Kettles\n% Ada Leaf\n\n${body}`],
    ["pandoc's title block with line ends of Windows", `% Kettles\r\n% Ada Leaf\r\n\r\n${body}`],
    ["MultiMarkdown's metadata", `Title: Kettles\nAuthor: Ada Leaf\nBase Header Level: 2\n\n${body}`],
  ])('is read as %s', async (_, text) => {
    for (const article of [parseArticle(text), await parseArticleLazily(text)]) {
      expect({ title: article.title, author: article.metadata.author }).toEqual(about);
      expect(article.source.trim()).toBe(body.trim());
    }
  });

  it('may be long: titles and authors on several lines, a date', () => {
    const { title, metadata } = parseArticle(
      '% A title\n  of two lines\n% Ada Leaf; Ben Stone\n  Cy Pot\n% 6 May 2024\n\nText.',
    );
    expect(title).toBe('A title of two lines');
    expect(metadata).toEqual({ author: 'Ada Leaf, Ben Stone, Cy Pot', date: '2024-05-06' });
  });

  it('has the lines of its text', () => {
    expect(parseArticle('Title: Kettles\n\n# One\n\nText.').sections[0]?.line).toBe(3);
  });

  it.each([
    ['a comment and a rule', '<!-- a -->\n\n---\n\nText.\n'],
    ['a percentage', '% of all people\nlike tea.\n'],
    ['an object of JSON and nothing else', '{\n  "title": "Kettles"\n}\n'],
    ['an object without a title', '{\n  "a": 1\n}\n\nText.\n'],
    ['a note', 'Note: this is prose.\n\nText.\n'],
    ['a letter', 'Title: none that ends\nand so prose.\n\nText.\n'],
    ['one line', 'Title: Kettles'],
  ])('is not %s', async (_, text) => {
    for (const article of [parseArticle(text), await parseArticleLazily(text)]) {
      expect(article.source.trim()).toBe(text.trim());
      expect(article.metadata).toEqual({});
    }
  });
});

describe('a date of a title block', () => {
  it.each([
    ['7.11.2025', '2025-11-07'],
    ['13/11/2025', '2025-11-13'],
    ['11/13/2025', '2025-11-13'],
    ['03/04/2021', '03/04/2021'],
    ['November 7, 2025', '2025-11-07'],
    ['Fri, 7 Nov 2025 23:30:00 +0100', '2025-11-07'],
    ['2025/11/07', '2025-11-07'],
    ['07-Nov-2024', '2024-11-07'],
    ['March 2025', '2025-03'],
    ['Spring 2025', 'Spring 2025'],
    ['version 3', 'version 3'],
    ['Volume 12', 'Volume 12'],
    ['$Date$', '$Date$'],
  ])('is %s where it names a day or a month: %s', (written, date) => {
    expect(readTitleBlock(`Title: Tea\nDate: ${written}\n\nWords.\n`)?.metadata.date).toBe(date);
  });

  it('has its authors on a line each', () => {
    const authors = (lines: string): string | undefined =>
      readTitleBlock(`Title: Tea\nAuthor: ${lines}\n\nWords.\n`)?.metadata.author;
    expect(authors('Ada Leaf\n\tBen Pot')).toBe('Ada Leaf, Ben Pot');
    expect(authors('Ada Leaf,\n  Ben Pot')).toBe('Ada Leaf, Ben Pot');
    expect(authors('Ada Leaf\n  the younger')).toBe('Ada Leaf the younger');
  });
});
