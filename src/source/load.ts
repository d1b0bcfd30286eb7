import { readFileSync } from 'node:fs';
import { deserializeArticle } from '../article/serialize.ts';
import type { Article } from '../article/types.ts';
import { UserError } from '../errors.ts';
import type { System } from '../system.ts';
import { cleanLine, cleanText, revealHidden } from '../text/sanitize.ts';
import { isSpelledSource } from './arguments.ts';
import { decodeText } from './charset.ts';
import { bundledNames, isBundledName } from './input/bundled.ts';
import { dataFolder } from './input/folders.ts';
import { type Received, type ReceiveOptions, receive } from './input/receive.ts';
import { canBeName } from './shelf/names.ts';
import type { Source, SourceKind } from './types.ts';

/** How a source is read and parsed. */
export interface LoadOptions extends ReceiveOptions {
  /** What kind of text it is, whatever it looks like. */
  readonly from?: SourceKind;
  /** The program that reads it, in place of our own reader. */
  readonly via?: 'pandoc';
  /** Take a page or a dump as it is, in place of the article in it. */
  readonly whole?: boolean;
  /** Show what would be dropped: control characters, and characters that nobody sees. */
  readonly showHidden?: boolean;
  /** Called with the length of a text before it is parsed, where it matters how V8 compiles the program or grows its heap. */
  readonly onLongText?: (length: number) => Promise<void>;
  /**
   * Called with the beginning of a long Markdown text, parsed by itself, and the length of the whole, before the whole is
   * parsed by and by.
   */
  readonly onBeginning?: (beginning: Article, length: number) => Promise<void>;
  /** Ends parsing a long text: nobody waits for it any more. */
  readonly signal?: AbortSignal;
}

/**
 * Loads the article of a source: undefined is the bundled article, `-` standard input; else an address, a name on the
 * shelf, a path.
 *
 * @throws UserError when it cannot be read, is empty or is not text.
 */
export async function loadArticle(
  source: string | undefined,
  system: System,
  options: LoadOptions = {},
): Promise<Article> {
  const asked = source ?? bundledNames[0];
  if (isBundledName(asked)) return bundledArticle(asked, system);
  return (await savedArticle(asked, system)) ?? parseReceived(await receive(asked, system, options), options, system);
}

/** Reads a bundled article, which was parsed when the program was built. */
async function bundledArticle(name: string, system: System): Promise<Article> {
  // Not fs/promises, which takes longer to load than this file to read.
  return deserializeArticle(readFileSync(`${system.articles}/${name}.json`, 'utf8'));
}

/** Whether an article of that name is on the shelf, bundled or saved. */
export async function isShelfName(name: string, system: System): Promise<boolean> {
  if (isBundledName(name)) return true;
  if (!canBeName(name)) return false;
  const folder = await dataFolder(system);
  if (folder === undefined) return false;
  const { shelfNames } = await import('./shelf/shelf.ts');
  return (await shelfNames(folder).catch((): readonly string[] => [])).includes(name);
}

async function savedArticle(name: string, system: System): Promise<Article | undefined> {
  if (isBundledName(name) || isSpelledSource(name) || !canBeName(name)) return undefined;
  const folder = await dataFolder(system);
  if (folder === undefined) return undefined;
  const { readSaved } = await import('./shelf/shelf.ts');
  return readSaved(folder, name);
}

/** From so many characters on, {@link LoadOptions.onLongText} is called. */
const longText = 100_000;

/** A text of so many characters takes longer to parse than a person waits. */
const veryLongText = 200_000;

/**
 * Parses what was received, whatever kind of text it is.
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
  const show = options.showHidden ? revealHidden : (clean: string) => clean;
  const text = show(decoded.text);
  if (text.length > longText) await options.onLongText?.(text.length);
  if (text.trim() === '') throw new UserError(`${name} is empty.`, { hint: 'There is nothing to read in it.' });
  const known =
    options.from ?? (contentType === undefined && /\.(md|markdown)$/i.test(path ?? '') ? 'markdown' : undefined);
  const kind = known ?? (await import('./kind.ts')).kindOf({ contentType, name: path, text });
  const { parseArticleLazily } = await import('../article/parse-lazily.ts');
  if (kind === 'markdown') {
    const about = address ? { metadata: { address } } : {};
    // Cleaned here, what was received is kept by nobody while it is parsed: of 50 MB that is 150.
    const clean = text.includes('\r') ? text : cleanText(text);
    if (!options.onBeginning || text.length < veryLongText) return parseArticleLazily(clean, about);
    const { parseByAndBy } = await import('../article/parse-by-and-by.ts');
    return parseByAndBy(clean, about, options.onBeginning, options.signal);
  }
  return parseSource(await convert(kind, text, received, options), received, options);
}

/** Whether bytes may be a document that is no text, or that another program reads. */
function mayBeDocument({ bytes, path }: Received, { via }: LoadOptions): boolean {
  const [first, second] = bytes;
  const isBinary = (first === 0x50 && second === 0x4b) || (first === 0x25 && second === 0x50);
  return via !== undefined || isBinary || /\.(?:docx|odt|tex|latex|typ|ipynb|rtf|fb2|opml)$/i.test(path ?? '');
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
  });
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
      return (await import('./markup/restructured-text.ts')).readRestructuredText(text);
    case 'org':
      return (await import('./markup/org.ts')).readOrg(text);
    case 'asciidoc':
      return (await import('./markup/asciidoc.ts')).readAsciidoc(text);
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
