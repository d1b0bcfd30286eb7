import { version } from '../../../package.json';
import { UserError } from '../../errors.ts';
import type { System } from '../../system.ts';
import { isAddress } from '../arguments.ts';
import { bundledNames } from './bundled.ts';
import { cacheFolder } from './folders.ts';
import { defaultMaxSize, readBytes } from './read-bytes.ts';

/** Bytes as they came, and what came with them. */
export interface Received {
  readonly bytes: Uint8Array;
  /** How messages call it: `“notes.md”`, `Standard input`. */
  readonly name: string;
  /** A file's path or a page's address, whose extension tells a kind. */
  readonly path?: string;
  /** The page's, after redirects. */
  readonly address?: string;
  readonly contentType?: string;
  readonly charset?: string;
}

export interface ReceiveOptions {
  /** Bytes; more is an error. By default 100 MB, of a page 20 MB. */
  readonly maxSize?: number;
  /** Fetch a page anew although a copy is kept. */
  readonly refresh?: boolean;
  /** Take the kept copy of a page, and never ask the network. */
  readonly offline?: boolean;
  /** Seconds until a page must begin to come. */
  readonly timeout?: number;
  /** Called with the bytes received so far of a page and, where they are known, those to come in all. */
  readonly onProgress?: (received: number, total?: number) => void;
}

/**
 * The bytes that a source stands for: `-` is standard input, an address its page, anything else a path.
 *
 * @throws UserError when they cannot be had.
 */
export async function receive(source: string, system: System, options: ReceiveOptions): Promise<Received> {
  if (isAddress(source)) return receivePage(source, system, options);
  const maxSize = options.maxSize ?? defaultMaxSize;
  if (source === '-') {
    if (system.stdin.isTTY) system.stderr.write('article: waiting for text on standard input; Ctrl-D ends it.\n');
    return { bytes: await readBytes(system.stdin, 'Standard input', maxSize), name: 'Standard input' };
  }
  const { readFile } = await import('./file.ts');
  const name = `“${source}”`;
  try {
    return { bytes: await readFile(source, system.cwd, maxSize), name, path: source };
  } catch (error) {
    throw await withNearName(error, source);
  }
}

/** 20 MB of decoded body, as `--max-size` counts. */
const maxPageSize = 20_000_000;

async function receivePage(source: string, system: System, options: ReceiveOptions): Promise<Received> {
  const { fetchPage } = await import('../web/fetch-page.ts');
  const folder = await cacheFolder(system);
  const { refresh, offline, timeout, onProgress } = options;
  const page = await fetchPage(source, {
    maxSize: options.maxSize ?? maxPageSize,
    userAgent: `article-reader/${version}`,
    env: system.env,
    ...(folder && { cacheFolder: folder }),
    ...(refresh && { refresh }),
    ...(offline && { offline }),
    ...(timeout && { timeout: timeout * 1000 }),
    ...(onProgress && { onProgress }),
  });
  return { ...page, name: `The page at ${page.address}`, path: page.address };
}

/** A name that is no file may be a shelf name misspelt. */
async function withNearName(error: unknown, source: string): Promise<unknown> {
  if (!(error instanceof UserError) || /[/\\.]/.test(source)) return error;
  const { suggest } = await import('../../text/suggest.ts');
  const [near] = suggest(source, bundledNames);
  return near ? new UserError(error.message, { hint: `Did you mean the article “${near}”?`, cause: error }) : error;
}
