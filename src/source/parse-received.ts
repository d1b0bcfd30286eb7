import type { Article } from '../article/article-tree.ts';
import type { About } from '../article/parse-body.ts';
import { UserError } from '../errors.ts';
import type { System } from '../system.ts';
import { readOverstrikes } from '../text/overstrikes.ts';
import { cleanLine, cleanText, revealHidden } from '../text/sanitize.ts';
import { decodeText } from './charset.ts';
import { declaredKind } from './declared-kind.ts';
import { extensionOf, pandocFormat } from './extensions.ts';
import type { Received, ReceiveOptions } from './input/receive.ts';
import type { Source, SourceKind } from './source.ts';

/** The options of reading and parsing a source. */
export interface LoadOptions extends ReceiveOptions {
  /** Its kind, whatever is detected. */
  readonly from?: SourceKind;
  /** The program that reads it, in place of our own reader. */
  readonly via?: 'pandoc';
  /** Take the whole page, in place of the article in it, and drop nothing of a text. */
  readonly whole?: boolean;
  /** Of sections only titles, numbers and ids are needed; or their words too. */
  readonly outline?: 'titles' | 'words';
  /** The words of the whole article are needed. */
  readonly countWords?: boolean;
  /** Show what would be dropped: control and invisible characters. */
  readonly showHidden?: boolean;
  /**
   * Called with the length of a text that takes much work, a long one or a page, before it is parsed, to adapt V8's
   * compiler and heap.
   */
  readonly onLongText?: (length: number) => Promise<void>;
  /**
   * Called with the beginning of a long Markdown text, parsed by itself, and the length of the whole, before the whole
   * is parsed in steps.
   */
  readonly onBeginning?: (beginning: Article, length: number) => Promise<void>;
  /** Aborts the parsing of a long text. */
  readonly signal?: AbortSignal;
}

/** From this many characters on, {@link LoadOptions.onLongText} is called for any text. */
const longText = 100_000;

/** From this many characters on, parsing takes longer than a person waits. */
const veryLongText = 200_000;

/**
 * Parses what was received, of any kind.
 *
 * @throws UserError when it is empty or is not text.
 */
export async function parseReceived(
  received: Received,
  options: LoadOptions,
  { env }: Pick<System, 'env'>,
): Promise<Article> {
  const { name, path, contentType, address } = received;
  if (options.from === undefined && mayBeDocument(received, options)) {
    const { readDocument } = await import('./documents/read-document.ts');
    const document = await readDocument(received, { ...options, env });
    if (document) return parseSource(document, received, options);
  }
  const decoded = decodeText(received.bytes, received.charset);
  if (!decoded) throw new UserError(`${name} is binary, not text.`, { hint: 'Give Markdown, HTML or plain text.' });
  const show = options.showHidden ? revealHidden : readOverstrikes;
  const text = show(decoded.text);
  if (text.trim() === '') throw new UserError(`${name} is empty.`, { hint: 'There is nothing to read in it.' });
  const known = options.from ?? declaredKind({ contentType, name: path });
  const kind = known ?? (await import('./kind.ts')).kindOf({ contentType, name: path, text });
  if (text.length > longText || kind === 'html') await options.onLongText?.(text.length);
  const { parseArticleLazily } = await import('../article/parse-lazily.ts');
  if (kind === 'markdown') {
    const { whole: strict = false } = options;
    const about = { ...(address && { metadata: { address } }), strict, ...extent(options) };
    // Cleaned here, the bytes received can be collected while the text is parsed: of 50 MB that is 150.
    const clean = text.includes('\r') ? text : cleanText(text);
    if (!options.onBeginning || text.length < veryLongText) return parseArticleLazily(clean, about);
    const { parseWithPauses } = await import('../article/parse-with-pauses.ts');
    return parseWithPauses(clean, about, options.onBeginning, options.signal);
  }
  return parseSource(await convert(kind, text, received, options), received, options);
}

/** Reports whether bytes may be a binary document, or one that another program reads. */
function mayBeDocument({ bytes, path, contentType }: Received, { via }: LoadOptions): boolean {
  // A page about a document, at an address with the document's extension.
  if (via === undefined && /html/.test(contentType ?? '')) return false;
  const [first, second] = bytes;
  const isBinary = (first === 0x50 && second === 0x4b) || (first === 0x25 && second === 0x50);
  return via !== undefined || isBinary || pandocFormat(extensionOf(path ?? '')) !== undefined;
}

async function parseSource(
  { markdown, title, metadata }: Source,
  { name, address }: Received,
  options: LoadOptions,
): Promise<Article> {
  if (markdown.trim() === '') {
    throw new UserError(`${name} has no text to read.`, {
      hint: options.whole ? 'It is empty.' : 'Try the whole of it: --whole.',
    });
  }
  const { parseBodyLazily } = await import('../article/parse-lazily.ts');
  return parseBodyLazily(markdown, {
    ...(title !== undefined && { title: cleanLine(title) }),
    metadata: { ...metadata, ...(address && { address }) },
    ...extent(options),
  });
}

/** Returns how much of an article is needed. */
function extent({ outline, countWords }: LoadOptions): Pick<About, 'outline' | 'countWords'> {
  return { ...(outline && { outline }), ...(countWords && { countWords }) };
}

async function convert(
  kind: Exclude<SourceKind, 'markdown'>,
  text: string,
  { bytes, charset, address, path }: Received,
  { whole = false, showHidden = false }: LoadOptions,
): Promise<Source> {
  switch (kind) {
    case 'text':
      return (await import('./plain-text/plain-text.ts')).readText(text, { whole });
    case 'rst':
    case 'org':
    case 'asciidoc':
      return (await import('./markup/read-markup.ts')).readMarkup(kind, text, { whole });
    case 'csv':
      return (await import('./data/csv.ts')).readCsv(text);
    case 'code':
      return (await import('./data/source-code.ts')).readSourceCode(text, path);
    case 'html': {
      const [{ readHtml }, { decodePage }] = await Promise.all([
        import('./html/html.ts'),
        import('./web/decode-page.ts'),
      ]);
      const page = decodePage(bytes, charset);
      return readHtml(page === undefined ? text : showHidden ? revealHidden(page) : page, {
        whole,
        ...(address && { address }),
      });
    }
  }
}
