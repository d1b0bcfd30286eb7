import type { LookupAddress, LookupOptions } from 'node:dns';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import { version } from '../../../package.json';
import { UserError } from '../../errors.ts';
import { isWebScheme, parseUrl } from '../../text/parse-url.ts';
import { decodeUtf8 } from '../charset.ts';
import { explainFailure, NetworkFailure, seconds } from './network-failure.ts';
import { type PageAddress, shorten, withoutBrackets, withoutSecrets } from './page-address.ts';
import { isPrivateAddress, isPrivateName } from './private-address.ts';
import { forwarded, type HttpProxy, openTunnel, proxyFailure, proxyFor } from './proxy.ts';

/** The limits and the look-ups of requests; tests have others. */
export interface Network {
  /** Milliseconds for a connection: name, proxy and TLS included. */
  readonly connectTimeout: number;
  /** Milliseconds until the head of the page, redirects included. */
  readonly headTimeout: number;
  /** Milliseconds without a byte. */
  readonly idleTimeout: number;
  /** Milliseconds over which a body must have a mean rate of 1 kB a second. */
  readonly progressTimeout: number;
  /** Whether an IP address is private. */
  readonly isPrivate: (address: string) => boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The addresses of a name. */
  readonly resolve: (hostname: string) => Promise<readonly LookupAddress[]>;
}

/** A page to be requested. */
export interface PageRequest {
  readonly page: PageAddress;
  /** Headers for the hop to one address alone: those that revalidate its cached copy. */
  readonly conditions?: { readonly address: string; readonly headers: Readonly<Record<string, string>> };
  /** The environment variables, for those that name proxies. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  /** The Accept header, in place of pages and text. */
  readonly accept?: string;
  /** Whether the address itself may be private, as a typed one: true by default. */
  readonly mayBePrivate?: boolean;
}

/** A server's response, its body not read. */
export interface Answer {
  readonly response: IncomingMessage;
  /** The address after redirects. */
  readonly url: URL;
}

const maxRedirects = 10;

const acceptedPages = 'text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, */*;q=0.5';

export const network: Network = {
  connectTimeout: 10_000,
  headTimeout: 30_000,
  idleTimeout: 30_000,
  progressTimeout: 60_000,
  isPrivate: isPrivateAddress,
  now: Date.now,
  resolve: async (hostname) => {
    const { lookup } = await import('node:dns/promises');
    return lookup(hostname, { all: true });
  },
};

/**
 * Requests a page and follows its redirects: at most 10, to http and https alone. The typed address may be private, and
 * redirect anywhere; once a response has come from a public address, no private one is connected to any more, whatever
 * name it hides behind. Through a proxy, which resolves names itself, that holds for addresses and for names reserved
 * for private networks. Credentials go to the origin that they were typed for alone, and none that a server sends are
 * used. Resolves with any status but a redirect's.
 *
 * @throws UserError for whatever else comes.
 */
export async function requestPage(request: PageRequest, settings: Network): Promise<Answer> {
  const { signal: outer, env = {} } = request;
  const head = new AbortController();
  const signal = outer ? AbortSignal.any([outer, head.signal]) : head.signal;
  const limit = setTimeout(
    () => head.abort(new NetworkFailure('head-timeout', seconds(settings.headTimeout))),
    settings.headTimeout,
  );
  try {
    return await followRedirects({ ...request, env, signal }, settings);
  } finally {
    clearTimeout(limit);
  }
}

async function followRedirects(
  request: PageRequest & Required<Pick<PageRequest, 'env' | 'signal'>>,
  settings: Network,
): Promise<Answer> {
  const { page, signal, env, accept = acceptedPages } = request;
  let url = page.url;
  let { mayBePrivate = true } = request;
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const headers: Record<string, string> = {
      Accept: accept,
      'Accept-Encoding': 'gzip, deflate, br',
      Connection: 'close',
      'User-Agent': `article-reader/${version}`,
    };
    if (page.authorization !== undefined && url.origin === page.url.origin) {
      headers.Authorization = page.authorization;
    }
    if (request.conditions?.address === url.href) Object.assign(headers, request.conditions.headers);
    let hop: { response: IncomingMessage; isPrivate: boolean };
    try {
      signal.throwIfAborted();
      hop = await connect({ url, headers, mayBePrivate, signal, proxy: proxyFor(url, env) }, settings);
    } catch (error) {
      throw explainFailure(error, url);
    }
    const { response, isPrivate } = hop;
    if (!isRedirect(response)) return { response, url };
    mayBePrivate &&= isPrivate;
    response.destroy();
    url = redirectTarget(response, url);
  }
  throw new UserError(`The page at ${shorten(page.url.href)} redirects more than ${maxRedirects} times.`, {
    hint: 'Open it in a browser, and read the page that it leads to.',
  });
}

function isRedirect({ statusCode = 0 }: IncomingMessage): boolean {
  return [301, 302, 303, 307, 308].includes(statusCode);
}

function redirectTarget(response: IncomingMessage, from: URL): URL {
  const { location = '' } = response.headers;
  // Node gives headers as Latin-1, but an address that is not percent-encoded is UTF-8.
  const address = decodeUtf8(Buffer.from(location, 'latin1')) ?? location;
  const target = location === '' ? undefined : parseUrl(address, from.href);
  if (!target) {
    throw new UserError(`The page at ${shorten(from.href)} redirects, but not to an address.`, {
      hint: 'Open it in a browser, and read the page that it leads to.',
    });
  }
  if (!isWebScheme(target)) {
    throw new UserError(
      `The page at ${shorten(from.href)} redirects to a ${shorten(target.protocol)} address, which is not followed.`,
      { hint: 'Only http: and https: addresses are.' },
    );
  }
  return withoutSecrets(target);
}

/** One request of a chain of redirects. */
interface Hop {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly mayBePrivate: boolean;
  readonly signal: AbortSignal;
  readonly proxy: HttpProxy | undefined;
}

/** Makes one request on a connection of its own; resolves with the response's head. */
async function connect(hop: Hop, settings: Network): Promise<{ response: IncomingMessage; isPrivate: boolean }> {
  const { url, mayBePrivate, signal, proxy } = hop;
  // A host that is an address is not resolved.
  const literal = /^\[(.*)\]$/.exec(url.hostname)?.[1] ?? (/^[\d.]+$/.test(url.hostname) ? url.hostname : undefined);
  let isPrivate = literal === undefined ? isPrivateName(url.hostname) : settings.isPrivate(literal);
  if (isPrivate && !mayBePrivate && (proxy || literal !== undefined)) throw new NetworkFailure('private-address');
  const connected = new AbortController();
  const connecting = setTimeout(
    () => connected.abort(new NetworkFailure('connect-timeout', seconds(settings.connectTimeout))),
    settings.connectTimeout,
  );
  const ended = AbortSignal.any([signal, connected.signal]);
  const start = await requester(hop, settings, ended).catch((error: unknown) => {
    clearTimeout(connecting);
    throw error;
  });
  return new Promise((resolve, reject) => {
    if (ended.aborted) return reject(ended.reason);
    const pending: ClientRequest = start();
    let answer: IncomingMessage | undefined;
    let isConnected = false;
    const fail = (error: Error) => {
      clearTimeout(connecting);
      reject(proxy && !isConnected && url.protocol === 'http:' ? proxyFailure(error, proxy) : error);
      answer?.destroy(error);
      pending.destroy(error);
    };
    const abort = () => fail(ended.reason);
    ended.addEventListener('abort', abort, { once: true });
    pending.on('close', () => {
      clearTimeout(connecting);
      ended.removeEventListener('abort', abort);
      // A request that ends without a response and without an error, such as by an upgrade.
      reject(new NetworkFailure('incomplete'));
    });
    pending.on('error', fail);
    pending.on('socket', (socket) => {
      socket.once(isSecure(hop) ? 'secureConnect' : 'connect', () => {
        clearTimeout(connecting);
        isConnected = true;
        // Remembered now: a closed socket no longer knows its address.
        if (!proxy) isPrivate = settings.isPrivate(socket.remoteAddress ?? '');
        if (isPrivate && !mayBePrivate) fail(new NetworkFailure('private-address'));
        else socket.setTimeout(settings.idleTimeout);
      });
      socket.once('timeout', () => fail(new NetworkFailure('idle-timeout', seconds(settings.idleTimeout))));
    });
    pending.on('response', (response) => {
      answer = response;
      resolve({ response, isPrivate });
    });
    pending.end();
  });
}

/** Reports whether the connection itself is TLS: to the server, also in a tunnel, or to the proxy of an http page. */
function isSecure({ url, proxy }: Hop): boolean {
  return url.protocol === 'https:' || proxy?.protocol === 'https:';
}

/** Prepares the request: straight to the server, forwarded by a proxy, or through a tunnel, which it opens first. */
async function requester(hop: Hop, settings: Network, signal: AbortSignal): Promise<() => ClientRequest> {
  const { url, headers, mayBePrivate, proxy } = hop;
  const { request } = isSecure(hop) ? await import('node:https') : await import('node:http');
  const maxHeaderSize = 64 * 1024;
  if (proxy && url.protocol === 'http:') {
    const options = { agent: false, maxHeaderSize, ...forwarded(proxy, url, headers) };
    return () => request(options);
  }
  if (proxy) {
    const [socket, { connect: secure }] = await Promise.all([openTunnel(proxy, url, signal), import('node:tls')]);
    const host = withoutBrackets(url.hostname);
    const createConnection = () => secure({ socket, host, servername: isIP(host) ? '' : host });
    return () => request(url, { headers, maxHeaderSize, createConnection });
  }
  const options: RequestOptions & { autoSelectFamilyAttemptTimeout: number } = {
    agent: false,
    headers,
    lookup: allowedAddresses(settings, (address) => mayBePrivate || !settings.isPrivate(address)),
    // Node's own quarter of a second is too short for a far server.
    autoSelectFamilyAttemptTimeout: 2000,
    maxHeaderSize,
  };
  return () => request(url, options);
}

/** Creates a look-up for sockets that drops forbidden addresses, in the very answer that is connected with. */
function allowedAddresses(settings: Network, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options: LookupOptions, done) => {
    settings.resolve(hostname).then(
      (addresses) => {
        const allowed = addresses.filter(({ address }) => isAllowed(address));
        const [first] = allowed;
        if (!first) done(new NetworkFailure('private-address'), '', 4);
        else if (options.all) done(null, [...allowed]);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 4),
    );
  };
}
