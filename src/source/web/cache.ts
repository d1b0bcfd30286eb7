import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord } from '../../text/own-property.ts';
import { isWebScheme, parseUrl } from '../../text/parse-url.ts';
import { makeFolder } from '../input/file-system.ts';
import { removeOldDrafts, writeWhole } from '../input/write-whole.ts';
import { withoutSecrets } from './page-address.ts';

/** A cached page, under the address requested, without credentials and fragment. */
export interface KeptPage {
  readonly bytes: Uint8Array;
  /** The page's address, after redirects. */
  readonly address: string;
  /** The Content-Type header as received. */
  readonly contentType?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Milliseconds since the epoch. */
  readonly keptAt: number;
  /** Until when it is fresh without revalidation; milliseconds since the epoch. */
  readonly freshUntil: number;
}

/** The most bytes of all cached pages together; the least recently used go first. */
const cacheLimit = 50 * 2 ** 20;

const pageFile = /^[0-9a-f]{64}\.page$/;

/** Reads the cached page of an address; undefined when there is none, or when its file is damaged. Never fails. */
export async function readPage(folder: string, address: string): Promise<KeptPage | undefined> {
  const file = join(folder, fileName(address));
  try {
    const found = await stat(file);
    if (!found.isFile() || found.size > cacheLimit) return undefined;
    const page = decodePage(await readFile(file), address);
    // A file's time is when its page was last used.
    const now = new Date();
    if (page) await utimes(file, now, now).catch(() => {});
    return page;
  } catch {
    return undefined;
  }
}

/**
 * Caches the page of an address. Its file is written whole or not at all, for its owner alone; where the folder cannot
 * be written to, nothing is cached. Never fails.
 */
export async function keepPage(folder: string, address: string, page: KeptPage, limit = cacheLimit): Promise<void> {
  const bytes = encodePage(page, address);
  if (bytes.length > limit) return forgetPage(folder, address);
  try {
    makeFolder(folder);
    await removeOldDrafts(folder);
    await writeWhole(folder, fileName(address), bytes, { replace: true, sync: false });
    await evict(folder, limit);
  } catch {
    // A full or a read-only disk caches nothing.
  }
}

/** Removes the cached page of an address, if there is one. Never fails. */
export async function forgetPage(folder: string, address: string): Promise<void> {
  await rm(join(folder, fileName(address)), { force: true }).catch(() => {});
}

/** Removes the least recently used pages until the rest fits. */
async function evict(folder: string, limit: number): Promise<void> {
  const files: { path: string; size: number; used: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!pageFile.test(name)) continue;
    // Another process may have removed it meanwhile.
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) files.push({ path, size: found.size, used: found.mtimeMs });
  }
  let total = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of files.sort((a, b) => a.used - b.used)) {
    if (total <= limit) return;
    await rm(path, { force: true });
    total -= size;
  }
}

function fileName(address: string): string {
  return `${createHash('sha256').update(address).digest('hex')}.page`;
}

/** Writes a line of JSON, then the body: one file, so that the two can never be of different pages. */
function encodePage({ bytes, ...about }: KeptPage, requested: string): Buffer {
  const head = { version: 1, asked: requested, ...about, sha256: createHash('sha256').update(bytes).digest('hex') };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]);
}

function decodePage(file: Buffer, requested: string): KeptPage | undefined {
  const end = file.indexOf('\n');
  const head: unknown = JSON.parse(file.toString('utf8', 0, end));
  if (!isHead(head) || head.asked !== requested) return undefined;
  const bytes = file.subarray(end + 1);
  if (createHash('sha256').update(bytes).digest('hex') !== head.sha256) return undefined;
  return {
    bytes,
    address: head.address,
    keptAt: head.keptAt,
    freshUntil: head.freshUntil,
    ...optional('contentType', head),
    ...optional('etag', head),
    ...optional('lastModified', head),
  };
}

type Head = Record<string, unknown> & { address: string; keptAt: number; freshUntil: number };

function isHead(value: unknown): value is Head {
  if (!isRecord(value) || value.version !== 1) return false;
  return isPageAddress(value.address) && isTime(value.keptAt) && isTime(value.freshUntil);
}

/** Reports whether a value is the address of a page as written here: http or https, no credentials, no fragment. */
function isPageAddress(value: unknown): boolean {
  const url = typeof value === 'string' ? parseUrl(value) : undefined;
  return url !== undefined && isWebScheme(url) && withoutSecrets(url).href === value;
}

/** Reports whether a value is a time that a `Date` can have. */
function isTime(value: unknown): boolean {
  return typeof value === 'number' && !Number.isNaN(new Date(value).getTime());
}

function optional<Key extends string>(key: Key, head: Head): { [key in Key]?: string } {
  const value = head[key];
  return typeof value === 'string' ? ({ [key]: value } as { [key in Key]: string }) : {};
}
