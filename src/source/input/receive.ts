import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Input, System } from '../../system.ts';
import { hasSchemeAndHost, isAddress } from '../../text/parse-url.ts';
import { cleanLine } from '../../text/sanitize.ts';
import { addressMeant } from '../arguments.ts';
import { bundledNames } from './bundled.ts';
import { cacheFolder } from './folders.ts';
import { defaultMaxSize, readBytes } from './read-bytes.ts';

/** The bytes of a source, and what is known about them. */
export interface Received {
  readonly bytes: Uint8Array;
  /** How messages name it: `“notes.md”`, `Standard input`. */
  readonly name: string;
  /** A file's path or a page's address, whose extension may show the kind. */
  readonly path?: string;
  /** The page's address, after redirects. */
  readonly address?: string;
  readonly contentType?: string;
  readonly charset?: string;
}

/** The options of receiving a source: how much is read, and how pages are fetched. */
export interface ReceiveOptions {
  /** Bytes; more is an error. By default 100 MB, of a page 20 MB. */
  readonly maxSize?: number;
  /** Fetch a page again although it is cached. */
  readonly refresh?: boolean;
  /** Use the cached copy of a page, and no network. */
  readonly offline?: boolean;
  /** Seconds until the first byte of a page. */
  readonly timeout?: number;
  /** Standard input, where some of it has been read already. */
  readonly stdin?: Input;
  /** Called with the bytes of a page received so far and, where it is known, their total. */
  readonly onProgress?: (received: number, total?: number) => void;
}

/**
 * Reads the bytes of a source: `-` is standard input, an address its page, anything else the path of a file, or of a
 * folder, which is read by its README.
 *
 * @throws UserError when that cannot be done.
 */
export async function receive(source: string, system: System, options: ReceiveOptions): Promise<Received> {
  if (isAddress(source)) return receivePage(source, system, options);
  const maxSize = options.maxSize ?? defaultMaxSize;
  if (source === '-') {
    const stdin = options.stdin ?? system.stdin;
    return { bytes: await readBytes(stdin, 'Standard input', maxSize), name: 'Standard input' };
  }
  const { isFolder, readFile } = await import('./file.ts');
  const path = isFolder(source, system.cwd) ? await readmeOf(source, system.cwd) : source;
  try {
    return { bytes: await readFile(path, system.cwd, maxSize), name: `“${path}”`, path };
  } catch (error) {
    throw await withNearName(error, source, system.cwd);
  }
}

/** Finds the README of a folder. */
async function readmeOf(folder: string, cwd: string): Promise<string> {
  const { findReadme, readableFiles } = await import('./folder-files.ts');
  const readme = findReadme(resolve(cwd, folder));
  if (readme !== undefined) return join(folder, basename(readme));
  const files = readableFiles(resolve(cwd, folder));
  const listed = files.slice(0, 30).map((name) => `  ${cleanLine(join(folder, name))}`);
  const more = files.length > listed.length ? [`  and ${files.length - listed.length} more`] : [];
  throw new UserError(`“${folder}” is a folder.`, {
    hint:
      files.length === 0
        ? 'It has no README, and no file whose name says that it is a text or a document.'
        : ['It has no README. What can be read in it:', ...listed, ...more].join('\n'),
  });
}

/** 20 MB of decoded body, the default of `--max-size` for pages. */
const maxPageSize = 20_000_000;

async function receivePage(source: string, system: System, options: ReceiveOptions): Promise<Received> {
  const { fetchPage } = await import('../web/fetch-page.ts');
  const folder = await cacheFolder(system);
  const { refresh, offline, timeout, onProgress } = options;
  const page = await fetchPage(source, {
    maxSize: options.maxSize ?? maxPageSize,
    env: system.env,
    ...(folder && { cacheFolder: folder }),
    ...(refresh && { refresh }),
    ...(offline && { offline }),
    ...(timeout && { timeout: timeout * 1000 }),
    ...(onProgress && { onProgress }),
  });
  return { ...page, name: `The page at ${page.address}`, path: page.address };
}

/** Adds to an error what a missing file's name may have been meant as: an article on the shelf, or a file beside. */
async function withNearName(error: unknown, source: string, cwd: string): Promise<unknown> {
  if (!(error instanceof UserError) || (error.cause as NodeJS.ErrnoException | undefined)?.code !== 'ENOENT')
    return error;
  const [{ suggest }, { fileNames }] = await Promise.all([
    import('../../text/suggest.ts'),
    import('./folder-files.ts'),
  ]);
  const [article] = /[/\\.]/.test(source) ? [] : suggest(source, bundledNames);
  const [file] = suggest(basename(source), fileNames(resolve(cwd, dirname(source))));
  const near = article ? `the article “${article}”` : file && `“${join(dirname(source), file)}”`;
  const hint = near ? `Did you mean ${near}?` : hintAtAddress(source);
  if (hint === undefined) return error;
  return new UserError(error.message, { hint, cause: error });
}

function hintAtAddress(source: string): string | undefined {
  if (hasSchemeAndHost(source)) return 'Of addresses only http and https are read.';
  const address = addressMeant(source);
  return address && `A page is named by its address: ${address}`;
}
