import type { LookupAddress, LookupOptions } from 'node:dns';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { LookupFunction } from 'node:net';
import { UserError } from '../../errors.ts';
import { explainFailure, NetworkFailure, seconds } from './network-failure.ts';
import { isWebScheme, type PageAddress, shorten, withoutSecrets } from './page-address.ts';
import { isPrivateAddress } from './private-address.ts';

/** What the tests set otherwise than the world has it. */
export interface Network {
  /** Milliseconds until a connection must stand, name and TLS included. */
  readonly connectTimeout: number;
  /** Milliseconds that may pass without a byte. */
  readonly idleTimeout: number;
  /** Whether an IP address is private. */
  readonly isPrivate: (address: string) => boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The addresses of a name. */
  readonly resolve: (hostname: string) => Promise<readonly LookupAddress[]>;
}

export interface PageRequest {
  readonly page: PageAddress;
  readonly userAgent: string;
  /** Headers for the hop to one address alone: what revalidates the copy of it. */
  readonly conditions?: { readonly address: string; readonly headers: Readonly<Record<string, string>> };
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly response: IncomingMessage;
  /** Where the answer came from after all redirects. */
  readonly url: URL;
}

const maxRedirects = 10;

export const network: Network = {
  connectTimeout: 10_000,
  idleTimeout: 30_000,
  isPrivate: isPrivateAddress,
  now: Date.now,
  resolve: async (hostname) => {
    const { lookup } = await import('node:dns/promises');
    return lookup(hostname, { all: true });
  },
};

/**
 * Asks for a page and follows its redirects: at most 10, to http and https alone. The address that was typed may be
 * private, and redirect wherever it likes; once an answer has come from a public address, no private one is connected
 * to any more, whatever name it hides behind. Credentials go to the origin that they were typed for alone, and none
 * that a server sends are used. Throws UserError; resolves with any other status, its body not read.
 */
export async function requestPage(request: PageRequest, world: Network = network): Promise<Answer> {
  const { page, signal } = request;
  let url = page.url;
  let mayBePrivate = true;
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    signal?.throwIfAborted();
    const headers: Record<string, string> = {
      Accept: 'text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, */*;q=0.5',
      'Accept-Encoding': 'gzip, deflate, br',
      Connection: 'close',
      'User-Agent': request.userAgent,
    };
    if (page.authorization !== undefined && url.origin === page.url.origin) {
      headers.Authorization = page.authorization;
    }
    if (request.conditions?.address === url.href) Object.assign(headers, request.conditions.headers);
    let hop: { response: IncomingMessage; isPrivate: boolean };
    try {
      hop = await connect({ url, headers, mayBePrivate, ...(signal && { signal }) }, world);
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
  let target: URL;
  try {
    if (location === '') throw new TypeError('no location');
    target = new URL(utf8(location), from);
  } catch {
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

/** Header values arrive as Latin-1; addresses that were not percent-encoded are UTF-8 in truth. */
function utf8(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}

interface Hop {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly mayBePrivate: boolean;
  readonly signal?: AbortSignal;
}

/** One request on a connection of its own; resolves when the headers are there. */
async function connect(
  { url, headers, mayBePrivate, signal }: Hop,
  world: Network,
): Promise<{ response: IncomingMessage; isPrivate: boolean }> {
  const isAllowed = (address: string) => mayBePrivate || !world.isPrivate(address);
  // No look-up happens for a host that is an address already.
  const literal = /^\[(.*)\]$/.exec(url.hostname)?.[1] ?? (/^[\d.]+$/.test(url.hostname) ? url.hostname : undefined);
  if (literal !== undefined && !isAllowed(literal)) throw new NetworkFailure('private-address');
  const { request } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const options: RequestOptions & { autoSelectFamilyAttemptTimeout: number } = {
    agent: false,
    headers,
    lookup: allowedAddresses(world, isAllowed),
    // Node's own quarter of a second is too short for a far server.
    autoSelectFamilyAttemptTimeout: 2000,
    maxHeaderSize: 64 * 1024,
  };
  return new Promise((resolve, reject) => {
    const pending: ClientRequest = request(url, options);
    let answer: IncomingMessage | undefined;
    let isPrivate = false;
    const fail = (error: Error) => {
      clearTimeout(connecting);
      reject(error);
      answer?.destroy(error);
      pending.destroy(error);
    };
    const connecting = setTimeout(
      () => fail(new NetworkFailure('connect-timeout', seconds(world.connectTimeout))),
      world.connectTimeout,
    );
    const abort = () => fail(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    pending.on('close', () => {
      clearTimeout(connecting);
      signal?.removeEventListener('abort', abort);
      // Whatever ends without an answer and without an error, such as a change of protocol.
      reject(new NetworkFailure('incomplete'));
    });
    pending.on('error', fail);
    pending.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        clearTimeout(connecting);
        // Remembered now: a socket that was closed meanwhile knows its address no more.
        isPrivate = world.isPrivate(socket.remoteAddress ?? '');
        if (isPrivate && !mayBePrivate) fail(new NetworkFailure('private-address'));
        else socket.setTimeout(world.idleTimeout);
      });
      socket.once('timeout', () => fail(new NetworkFailure('idle-timeout', seconds(world.idleTimeout))));
    });
    pending.on('response', (response) => {
      answer = response;
      resolve({ response, isPrivate });
    });
    pending.end();
  });
}

/** A look-up for sockets that leaves out what must not be connected to, in the very answer that is connected with. */
function allowedAddresses(world: Network, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options: LookupOptions, done) => {
    world.resolve(hostname).then(
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
