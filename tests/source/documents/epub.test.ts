import { describe, expect, it } from 'vitest';
import { eachSection } from '../../../src/article/each-section.ts';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { readEpub } from '../../../src/source/documents/epub.ts';
import { ZipArchive } from '../../../src/source/documents/zip.ts';
import { makeZip } from './make-zip.ts';

const page = (body: string, type = ''): string =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body${type && ` epub:type="${type}"`}>${body}</body></html>`;

const prose = 'It was a long sentence about kettles and what they are for. ';

const book: Record<string, string> = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
  'OEBPS/book.opf': `<?xml version="1.0"?>
    <package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <metadata>
        <dc:title>The Kettle &amp; the Pot</dc:title><dc:creator>Ada Leaf</dc:creator><dc:creator>Ben Stone</dc:creator>
        <dc:language>en-GB</dc:language><dc:date>2024-03-01T00:00:00Z</dc:date><dc:publisher>Tea Press</dc:publisher>
        <dc:subject>Tea</dc:subject><dc:subject>Water</dc:subject><dc:description>&lt;p>A tale.&lt;/p></dc:description>
      </metadata>
      <manifest>
        <item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
        <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
        <item id="rights" href="r.xhtml" media-type="application/xhtml+xml"/>
        <item id="one" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/>
        <item id="more" href="text/one-b.xhtml" media-type="application/xhtml+xml"/>
        <item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
        <item id="extra" href="text/extra.xhtml" media-type="application/xhtml+xml"/>
      </manifest>
      <spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="rights"/><itemref idref="one"/><itemref idref="more"/>
        <itemref idref="two"/><itemref idref="extra" linear="no"/></spine>
    </package>`,
  'OEBPS/nav.xhtml': page(
    '<nav epub:type="toc"><ol><li><a href="text/one%20a.xhtml">Chapter 1: Water</a><ol><li><a href="text/one%20a.xhtml#hard">Hard water</a></li></ol></li><li><a href="text/two.xhtml">Leaves</a></li></ol></nav>',
  ),
  'OEBPS/cover.xhtml': page('<img src="cover.jpg" alt="Cover"/>'),
  'OEBPS/r.xhtml': page('<p>All rights reserved.</p>', 'copyright-page'),
  'OEBPS/text/one a.xhtml': page(
    `<h1>Chapter 1: Water</h1><p>${prose.repeat(6)} See <a href="two.xhtml#x">leaves</a> and <a href="https://example.org">a page</a>.</p><h2 id="hard">Hard water</h2><p>${prose}</p>`,
  ),
  'OEBPS/text/one-b.xhtml': page(`<h2>Soft water</h2><p>${prose}</p>`),
  'OEBPS/text/two.xhtml': page(`<p>${prose.repeat(3)}</p>`),
  'OEBPS/text/extra.xhtml': page('<p>Not in the book.</p>'),
};

describe('an EPUB', () => {
  it('has its chapters by its own table of contents, and what it says of itself', () => {
    const source = readEpub(makeZip(book));
    expect(source?.title).toBe('The Kettle & the Pot');
    expect(source?.metadata).toEqual({
      author: 'Ada Leaf, Ben Stone',
      date: '2024-03-01',
      language: 'en-GB',
      site: 'Tea Press',
      abstract: 'A tale.',
      tags: ['Tea', 'Water'],
    });
    expect(source?.markdown.match(/^#.*$/gm)).toEqual([
      '## Chapter 1: Water',
      '### Hard water',
      '### Soft water',
      '## Leaves',
    ]);
    expect(source?.markdown).toContain('See leaves and [a page](https://example.org/)');
    expect(source?.markdown).not.toMatch(/Cover|rights|Not in the book/);
  });

  it('has its notices, its cover and what is beside it as a whole', () => {
    const { markdown = '' } = readEpub(makeZip(book), { whole: true }) ?? {};
    for (const words of ['All rights reserved.', 'Cover', 'Not in the book.']) expect(markdown).toContain(words);
  });

  it('has the titles that only its table of contents knows for titles, and its notes, wherever they are', () => {
    const contents =
      '<nav epub:type="toc"><ol><li><span>Part One</span><ol><li><a href="text/one%20a.xhtml">Water</a><ol><li><a href="text/one%20a.xhtml#h">Hard water</a></li></ol></li></ol></li><li><span>Part Two</span><ol><li><a href="text/two.xhtml">Leaves</a></li></ol></li></ol></nav>';
    const { markdown = '' } =
      readEpub(
        makeZip({
          ...book,
          'OEBPS/nav.xhtml': page(contents),
          'OEBPS/text/one a.xhtml': page(
            `<p class="t">Water</p><p>${prose}<a epub:type="noteref" href="extra.xhtml#n1">1</a></p><p id="h"><b>Hard water</b></p><p>${prose}</p>`,
          ),
          'OEBPS/text/extra.xhtml': page('<section epub:type="endnotes"><p id="n1">1. It was.</p></section>'),
        }),
      ) ?? {};
    expect(markdown.match(/^#.*$/gm)).toEqual([
      '## Part One',
      '### Water',
      '#### Hard water',
      '### Soft water',
      '## Part Two',
      '### Leaves',
    ]);
    expect(markdown).toContain('are for. <sup>1</sup>');
    expect(markdown).toContain('It was.');
  });

  it.each([
    ['is its paragraph', '<p>The key of C #</p>'],
    ['is in its contents alone', ''],
  ])('keeps a number sign at the end of a title that %s', (_, paragraph) => {
    const contents = '<nav epub:type="toc"><ol><li><a href="text/two.xhtml">The key of C #</a></li></ol></nav>';
    const chapter = page(`${paragraph}<p>${prose.repeat(3)}</p>`);
    const { markdown = '' } =
      readEpub(makeZip({ ...book, 'OEBPS/nav.xhtml': page(contents), 'OEBPS/text/two.xhtml': chapter })) ?? {};
    expect(Array.from(eachSection(parseArticle(markdown).sections), ({ title }) => title)).toContain('The key of C #');
  });

  it('has its author, and not who translated it', () => {
    const creators =
      '<dc:creator id="a">Ada Leaf</dc:creator><dc:creator opf:role="trl">Ben Stone</dc:creator><dc:creator id="i">Cy Pot</dc:creator><meta refines="#i" property="role">ill</meta>';
    const opf = (book['OEBPS/book.opf'] ?? '').replace(/<dc:creator>.*<\/dc:creator>/, creators);
    expect(readEpub(makeZip({ ...book, 'OEBPS/book.opf': opf }))?.metadata.author).toBe('Ada Leaf');
  });

  it('is read by the table of contents of EPUB 2, too', () => {
    const { 'OEBPS/nav.xhtml': _, ...rest } = book;
    const opf = (rest['OEBPS/book.opf'] ?? '')
      .replace(/<item id="nav".*\n/, '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>\n')
      .replace('<itemref idref="nav"/>', '')
      .replace('<spine>', '<spine toc="ncx">');
    const ncx =
      '<ncx><navMap><navPoint><navLabel><text>One</text></navLabel><content src="text/one%20a.xhtml"/><navPoint><navLabel><text>Leaves</text></navLabel><content src="text/two.xhtml"/></navPoint></navPoint></navMap></ncx>';
    const source = readEpub(makeZip({ ...rest, 'OEBPS/book.opf': opf, 'OEBPS/toc.ncx': ncx }));
    expect(source?.markdown.match(/^#.*$/gm)?.at(-1)).toBe('### Leaves');
  });

  it('is none without its parts', () => {
    expect(readEpub(makeZip({ 'a.txt': 'a' }))).toBeUndefined();
    expect(readEpub(new TextEncoder().encode('PK, but no archive'))).toBeUndefined();
    expect(readEpub(makeZip(book).subarray(0, 900))).toBeUndefined();
  });
});

describe('an archive that is an attack', () => {
  it('is not inflated beyond what may be read, whatever its directory says', () => {
    const archive = new ZipArchive(makeZip({ bomb: new Uint8Array(40_000_000) }, { size: 10 }));
    expect(() => archive.read('bomb')).toThrow(RangeError);
  });

  it('is not read beyond its end', () => {
    const bytes = makeZip({ a: 'text' });
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = Uint8Array.from(bytes);
      damaged.fill(0xff, at, at + 4);
      try {
        new ZipArchive(damaged).read('a');
      } catch (error) {
        expect(error instanceof RangeError || String((error as NodeJS.ErrnoException).code).startsWith('Z_')).toBe(
          true,
        );
      }
    }
  });
});
