import { toMetadata } from '../../article/metadata-values.ts';
import { escapeInline } from '../../markdown/escape.ts';
import { foldedWords } from '../../text/fold.ts';
import { decodeText } from '../charset.ts';
import { readHtml } from '../html/html.ts';
import { heading } from '../markdown-blocks.ts';
import type { Source } from '../source.ts';
import {
  type ContentsEntry,
  type EpubPackage,
  elementsOf,
  type Item,
  parseXml,
  readContents,
  readPackage,
} from './epub-package.ts';
import { ZipArchive } from './zip.ts';

/** Options of {@link readEpub}. */
export interface EpubOptions {
  /** Keep the cover, the title page and the notices. */
  readonly whole?: boolean;
}

/**
 * Reads an EPUB as Markdown: its chapters in the order of the book, with the titles and levels of its own table of
 * contents. Cover, title page, contents and notices are left out, the metadata is kept. Undefined where it is no EPUB,
 * damaged or encrypted.
 */
export function readEpub(bytes: Uint8Array, { whole = false }: EpubOptions = {}): Source | undefined {
  try {
    return readArchive(new ZipArchive(bytes), whole);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (error instanceof RangeError || /^Z_|^ERR_BUFFER_TOO_LARGE$/.test(code)) return undefined;
    throw error;
  }
}

function readArchive(archive: ZipArchive, whole: boolean): Source | undefined {
  const container = readFile(archive, 'META-INF/container.xml');
  const path = container && elementsOf(parseXml(container), 'rootfile')[0]?.attributes['full-path'];
  const document = path && readFile(archive, path);
  if (!path || document === undefined) return undefined;
  const book = readPackage(document, path);
  const contents = book.contents && readFile(archive, book.contents.path);
  const entries = contents === undefined ? [] : readContents(contents, book.contents?.path ?? '');
  const chapters: string[] = [];
  let shift = 0;
  for (const [index, item] of book.spine.entries()) {
    if (!/html/.test(item.type) || (!whole && isApparatus(item, book, entries))) continue;
    const page = readFile(archive, item.path);
    if (page === undefined || (!whole && (isNotice(page) || (item.isAside && !hasNotes(page))))) continue;
    const chapter = readChapter(page, item, index, entries, shift);
    shift = chapter.shift;
    if (chapter.markdown.trim() !== '') chapters.push(chapter.markdown.trim());
  }
  const { title, metadata } = describe(book);
  const [first = ''] = chapters;
  // A first page that is headed by the book's title has no other heading.
  const [line = '', ...below] = first.split('\n');
  if (title && /^#+ /.test(line) && isTitle(line, title)) chapters.splice(0, 1, below.join('\n').trim());
  return { markdown: `${chapters.join('\n\n')}\n`, ...(title && { title }), metadata };
}

function readFile(archive: ZipArchive, name: string): string | undefined {
  const bytes = archive.read(name);
  return bytes && decodeText(bytes, 'utf-8')?.text;
}

/** Reports whether an item is not the book's text: its cover, its table of contents, its title page, its notices. */
function isApparatus(
  { path, properties }: Item,
  { guide, contents }: EpubPackage,
  entries: readonly ContentsEntry[],
): boolean {
  if (path === contents?.path || /\bnav\b|\bcover-image\b/.test(properties)) return true;
  if (
    /^(?:cover|title-?page|copyright(?:-page)?|toc|colophon|other\.(?:ads|backlist|copyright))$/.test(
      guide.get(path) ?? '',
    )
  )
    return true;
  // A program makes wrappers; a chapter in the contents is its author's.
  return (
    /(?:^|\/)(?:cover|wrap\d*|title-?page|copyright|imprint)\.x?html?$/i.test(path) &&
    !entries.some((entry) => entry.path === path && !/^(?:cover|title page|copyright)/i.test(entry.title))
  );
}

/** Reports whether a page is marked as a cover, a notice or the contents (EPUB 3's structural semantics). */
function isNotice(page: string): boolean {
  return /<(?:body|section|div)\b[^>]{0,500}\bepub:type\s*=\s*["'][^"']{0,100}\b(?:cover|titlepage|copyright-page|colophon|toc|landmarks|loi|lot|imprint)\b/.test(
    page.slice(0, 20_000),
  );
}

/** Reports whether a page says that it holds the notes of others. */
function hasNotes(page: string): boolean {
  return /\b(?:epub:type|role)\s*=\s*["'][^"']{0,100}\b(?:doc-)?(?:endnotes?|footnotes?|rearnotes?)\b/.test(
    page.slice(0, 20_000),
  );
}

/** Returns a chapter in Markdown, and by how much its heading levels were shifted. */
function readChapter(
  page: string,
  item: Item,
  index: number,
  entries: readonly ContentsEntry[],
  before: number,
): { readonly markdown: string; readonly shift: number } {
  const { markdown } = readHtml(withoutInnerLinks(page, item.path), { whole: true });
  const lines = labelNotes(markdown, index).split('\n');
  const headings = headingLines(lines);
  const own = entries.filter(({ path }) => path === item.path);
  const entry = own.findLast(({ hasFragment }) => !hasFragment) ?? own[0];
  const top = Math.min(6, ...headings.map((at) => levelOf(lines[at] ?? '')));
  if (!entry) return { markdown: shiftHeadings(lines, headings, before), shift: before };
  // The title is of level 1, what the contents name outermost of level 2.
  const level = outlineLevel(entry);
  const named = headings.find((at) => at < 40 && isSameTitle(lines[at] ?? '', entry.title));
  const shift = level - (named === undefined ? (headings.length > 0 ? top - 1 : 2) : levelOf(lines[named] ?? ''));
  const text = shiftHeadings(lines, headings, shift).split('\n');
  const isHeaded = (each: ContentsEntry): boolean =>
    headings.some((at) => isSameTitle(lines[at] ?? '', each.title)) || promote(text, each);
  const missing = own.filter((each) => !isHeaded(each) && !each.hasFragment);
  const isFirstNamed = own.some((each) => isSameTitle(lines[headings[0] ?? -1] ?? '', each.title));
  // Headings that are none of the contents' are the page's own way to say it.
  const added = headings.length > 0 && own.length > 1 && !isFirstNamed ? [] : missing;
  const titles = added.map((each) => `${heading(outlineLevel(each), escapeInline(each.title))}\n\n`);
  return { markdown: titles.join('') + text.join('\n'), shift };
}

function outlineLevel({ depth }: ContentsEntry): number {
  return Math.min(depth + 2, 6);
}

/** Turns the paragraph with the title of an entry of the contents into a heading; reports whether there is one. */
function promote(lines: string[], entry: ContentsEntry): boolean {
  const at = lines.findIndex(
    (line, index) =>
      line !== '' && !/^[>|`~\s]/.test(line) && !lines[index - 1] && !lines[index + 1] && isTitle(line, entry.title),
  );
  const title = lines[at]?.replace(/^#+ /, '').replace(/^\*\*(.*)\*\*$/, '$1');
  if (title !== undefined) lines[at] = heading(outlineLevel(entry), title);
  return title !== undefined;
}

/** Returns the indexes of heading lines, except those in code. */
function headingLines(lines: readonly string[]): number[] {
  let fence = '';
  return lines.flatMap((line, at) => {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' ? marker !== '' : marker.startsWith(fence)) fence = fence === '' ? marker : '';
    return fence === '' && /^#{1,6} /.test(line) ? [at] : [];
  });
}

function levelOf(line: string): number {
  return /^#*/.exec(line)?.[0].length ?? 0;
}

function shiftHeadings(lines: readonly string[], headings: readonly number[], shift: number): string {
  const shifted = [...lines];
  for (const at of headings) {
    const line = lines[at] ?? '';
    const level = Math.min(Math.max(levelOf(line) + shift, 2), 6);
    shifted[at] = '#'.repeat(level) + line.slice(levelOf(line));
  }
  return shifted.join('\n');
}

function isTitle(line: string, title: string): boolean {
  return foldedWords(line.replace(/[\\*_#]/g, '')).join(' ') === foldedWords(title).join(' ');
}

/** Reports whether a heading equals an entry of the contents, or half of one: `Chapter 1` of `Chapter 1: Loomings`. */
function isSameTitle(line: string, title: string): boolean {
  const [one, two] = [line, title].map((text) => foldedWords(text.replace(/[\\*_#]/g, '')).join(' '));
  if (!one || !two) return false;
  return one === two || one.startsWith(two) || two.startsWith(one) || two.endsWith(one);
}

/** Drops links to other files of the book, which lead nowhere outside it; those within the file may be footnotes. */
function withoutInnerLinks(page: string, path: string): string {
  const name = path.replace(/^.*\//, '');
  // The number of a note in another file, which is no link then, is above the line.
  const raised = page.replace(
    /(<sup\b[^>]{0,500}>\s*)?<a\b(?=[^>]{0,2000}\b(?:epub:type|role)\s*=\s*["'][^"']{0,100}noteref)(?![^>]{0,2000}\shref\s*=\s*["']#)[^>]{0,2000}>([^<>]{1,10})<\/a>/gi,
    (whole, isRaised: string | undefined, number: string) => (isRaised ? whole : `<sup>${number}</sup>`),
  );
  return raised.replace(
    /(<a\b[^>]{0,2000}?\shref\s*=\s*)(?:"([^"]{0,2000})"|'([^']{0,2000})')/gi,
    (whole, start: string, one?: string, two?: string) => {
      const address = one ?? two ?? '';
      if (/^(?:https?:|mailto:|#)/i.test(address)) return whole;
      return address.startsWith(`${name}#`)
        ? `${start}"${address.slice(name.length)}"`
        : start.replace(/\shref\s*=\s*$/i, ' ');
    },
  );
}

/** Makes footnote labels, which are numbered by chapter, unique in the book. */
function labelNotes(markdown: string, chapter: number): string {
  return markdown.replace(/\[\^([^\]\s]{1,60})\]/g, `[^${chapter}-$1]`);
}

function describe({ metadata }: EpubPackage): Pick<Source, 'title' | 'metadata'> {
  const first = (name: string): string | undefined => metadata.get(name)?.[0];
  const title = first('title');
  const values = new Map<string, unknown>([
    ['author', metadata.get('creator') ?? []],
    ['date', first('date')?.slice(0, 10)],
    ['language', first('language')],
    ['site', first('publisher')],
    [
      'description',
      first('description')
        ?.replace(/<[^>]{0,500}>/g, ' ')
        .replace(/\s+/g, ' '),
    ],
    ['tags', metadata.get('subject') ?? []],
    ['source', first('source')],
  ]);
  return { ...(title && { title }), metadata: toMetadata(values) };
}
