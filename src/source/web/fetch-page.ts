import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { UserError } from '../../errors.ts';
import { formatSize } from '../input/read-bytes.ts';
import { forgetPage, type KeptPage, keepPage, readPage } from './cache.ts';
import { freshUntil } from './freshness.ts';
import { explainStatus } from './http-status.ts';
import { documentExtension, isTextType, looksBinary, parseMediaType } from './media-type.ts';
import { explainFailure, NetworkFailure } from './network-failure.ts';
import { type PageAddress, parseAddress, shorten } from './page-address.ts';
import { pageCharset } from './page-charset.ts';
import { readBody } from './read-body.ts';
import { type Network, network, type PageRequest, requestPage } from './request-page.ts';

/** The options of fetching a page. */
export interface FetchOptions {
  /** The most bytes of the page, as received and as decoded. */
  readonly maxSize: number;
  /** Where pages are cached; without it none is. It need not exist. */
  readonly cacheFolder?: string;
  /** Revalidate although a fresh copy is cached. */
  readonly refresh?: boolean;
  /** Use the cached copy, however old, and no network. */
  readonly offline?: boolean;
  /** The environment variables, for those that name proxies; without it there is none. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds until the first byte of the page, 30,000 by default; each few kilobytes then have twice that. */
  readonly timeout?: number;
  /** Aborts the request, which throws its reason. */
  readonly signal?: AbortSignal;
  /** Called with the bytes received so far and, where the server sent it, their total. */
  readonly onProgress?: (received: number, total?: number) => void;
}

/** A page as received, undecoded. */
export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** As `text/html`: lower case, without parameters. */
  readonly contentType?: string;
  /** By byte order mark, header or `<meta>`, in WHATWG's spelling; undefined when none of them names one. */
  readonly charset?: string;
  /** The page's address after redirects, without credentials and fragment. */
  readonly address: string;
  readonly fromCache: boolean;
}

/**
 * Fetches the page at an http or https address, and nothing but it: no cookies, no images, no scripts.
 *
 * @throws UserError, one clear line, for whatever prevents it: an invalid address, a server that does not answer or is
 * too slow, a status other than 2xx, a type that cannot be read, a body that is cut off, broken or larger than
 * `maxSize`, a redirect to another scheme or from a public address to a private one.
 */
export async function fetchPage(
  address: string,
  options: FetchOptions,
  defaults: Network = network,
): Promise<FetchedPage> {
  const settings = withTimeout(defaults, options.timeout);
  const page = parseAddress(address);
  const key = page.url.href;
  // What needs credentials is not cached.
  const folder = page.authorization === undefined ? options.cacheFolder : undefined;
  const kept = folder === undefined ? undefined : await readPage(folder, key);
  if (options.offline) {
    if (kept) return fromCache(kept, options.maxSize);
    throw new UserError(`The page at ${shorten(key)} is not kept here.`, { hint: 'Leave out --offline to fetch it.' });
  }
  const now = settings.now();
  if (kept && !options.refresh && kept.keptAt <= now && now < kept.freshUntil) return fromCache(kept, options.maxSize);
  try {
    const fetched = await requestAgain(page, options.refresh ? undefined : kept, options, settings);
    const isRenewed = fetched.page.bytes === kept?.bytes;
    const result = isRenewed ? fromCache(fetched.page, options.maxSize) : describe(fetched.page, false);
    if (folder !== undefined) await (fetched.mayBeKept ? keepPage(folder, key, fetched.page) : forgetPage(folder, key));
    return result;
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    throw kept && kept.bytes.length <= options.maxSize ? withKeptCopy(error, kept) : error;
  }
}

function withTimeout(settings: Network, timeout: number | undefined): Network {
  if (timeout === undefined) return settings;
  return {
    ...settings,
    connectTimeout: timeout,
    headTimeout: timeout,
    idleTimeout: timeout,
    progressTimeout: 2 * timeout,
  };
}

/** Requests the page; returns the bytes of `kept` when the server says that they have not changed. */
async function requestAgain(
  page: PageAddress,
  kept: KeptPage | undefined,
  options: FetchOptions,
  settings: Network,
): Promise<{ page: KeptPage; mayBeKept: boolean }> {
  const { signal, env } = options;
  const conditions = kept && conditionsOf(kept);
  const { response, url } = await requestPage(
    { page, ...(env && { env }), ...(signal && { signal }), ...(conditions && { conditions }) },
    settings,
  );
  const { headers, statusCode } = response;
  const keptAt = settings.now();
  const fresh = freshUntil(headers, keptAt);
  const life = { keptAt, freshUntil: fresh ?? keptAt };
  if (statusCode === 304 && kept && conditions?.address === url.href) {
    response.destroy();
    return { page: { ...kept, ...life }, mayBeKept: fresh !== undefined };
  }
  try {
    checkAnswer(response, url);
    const bytes = await readBody(response, { ...options, progressTimeout: settings.progressTimeout });
    return {
      page: { bytes, address: url.href, ...life, ...identity(headers) },
      mayBeKept: fresh !== undefined,
    };
  } catch (error) {
    response.destroy();
    throw explainFailure(error, url);
  }
}

/** Adds to an error that a cached copy can be read instead. */
function withKeptCopy(error: unknown, { keptAt }: KeptPage): unknown {
  if (!(error instanceof UserError)) return error;
  const day = new Date(keptAt).toISOString().slice(0, 10);
  return new UserError(error.message, {
    hint: `A copy of ${day} is kept: --offline reads it.`,
    exitCode: error.exitCode,
  });
}

function conditionsOf({ address, etag, lastModified }: KeptPage): PageRequest['conditions'] {
  const headers = Object.entries({ 'If-None-Match': etag, 'If-Modified-Since': lastModified }).filter(
    // A damaged value would fail every later request.
    (header): header is [string, string] => /^[\x20-\x7e\x80-\xff]+$/.test(header[1] ?? ''),
  );
  return headers.length === 0 ? undefined : { address, headers: Object.fromEntries(headers) };
}

function identity(headers: IncomingHttpHeaders): Pick<KeptPage, 'contentType' | 'etag' | 'lastModified'> {
  const { etag, 'content-type': contentType, 'last-modified': lastModified } = headers;
  return {
    ...(contentType !== undefined && { contentType }),
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
}

function checkAnswer({ statusCode = 0, headers }: IncomingMessage, url: URL): void {
  if (statusCode < 200 || statusCode > 203) throw explainStatus(statusCode, url);
  const type = parseMediaType(headers['content-type']);
  if (type && !isTextType(type.essence) && !documentExtension(type.essence, url.href))
    throw noText(url.href, type.essence);
}

function noText(address: string, type: string): UserError {
  return new UserError(`${shorten(address)} is no text but ${shorten(type)}.`, {
    hint: 'Pages, Markdown, plain text, EPUB, PDF and documents can be read.',
  });
}

function fromCache(kept: KeptPage, maxSize: number): FetchedPage {
  if (kept.bytes.length > maxSize) {
    throw explainFailure(new NetworkFailure('too-large', formatSize(maxSize)), new URL(kept.address));
  }
  return describe(kept, true);
}

function describe({ bytes, address, contentType }: KeptPage, isFromCache: boolean): FetchedPage {
  const type = parseMediaType(contentType);
  const charset = pageCharset(bytes, type?.charset);
  if (!documentExtension(type?.essence, address) && looksBinary(bytes, charset)) throw noText(address, 'binary data');
  return {
    bytes,
    address,
    fromCache: isFromCache,
    ...(type && { contentType: type.essence }),
    ...(charset !== undefined && { charset }),
  };
}
