import type { RequestOptions } from 'node:http';
import { BlockList, isIP, type Socket } from 'node:net';
import { UserError } from '../../errors.ts';
import { hasSchemeAndHost, parseUrl } from '../../text/parse-url.ts';
import { NetworkFailure } from './network-failure.ts';
import { basicAuthorization, shorten, withoutBrackets } from './page-address.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** An HTTP proxy that a request goes through. */
export interface HttpProxy {
  readonly protocol: 'http:' | 'https:';
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string;
  readonly port: number;
  /** What messages call it: `proxy.example:3128`, without credentials. */
  readonly host: string;
  /** The Proxy-Authorization header, which only the proxy gets. */
  readonly authorization?: string;
}

/**
 * Chooses the proxy for an address by HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY; lower case wins, and an empty
 * variable is none. As in curl, a proxy without a scheme is an http one, and a host in NO_PROXY includes its
 * subdomains.
 *
 * @throws UserError for a proxy that is not an address or that does not speak HTTP.
 */
export function proxyFor(url: URL, env: Environment): HttpProxy | undefined {
  const names = [`${url.protocol.slice(0, -1)}_proxy`, 'all_proxy'];
  const name = names.flatMap((lower) => [lower, lower.toUpperCase()]).find((each) => env[each]);
  if (name === undefined) return undefined;
  const hostname = withoutBrackets(url.hostname);
  if (isExcepted(hostname, effectivePort(url), env.no_proxy || env.NO_PROXY || '')) return undefined;
  return parseProxy(env[name] ?? '', name);
}

function parseProxy(written: string, name: string): HttpProxy {
  const url = parseUrl(hasSchemeAndHost(written) ? written : `http://${written}`);
  if (!url)
    throw new UserError(`The proxy in ${name} is not an address.`, { hint: 'It is written as http://proxy:3128' });
  const { protocol } = url;
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new UserError(`The proxy in ${name} is a ${shorten(protocol)} one: only http: and https: proxies are used.`, {
      hint: 'Set HTTPS_PROXY to an HTTP proxy, or NO_PROXY=* to go without.',
    });
  }
  const authorization = basicAuthorization(url);
  return {
    protocol,
    hostname: withoutBrackets(url.hostname),
    port: effectivePort(url),
    host: url.host,
    ...(authorization !== undefined && { authorization }),
  };
}

/** Reports whether NO_PROXY excludes a host: by `*`, a name (`example.org:8080`, `.example.org`), an address, a block. */
function isExcepted(hostname: string, port: number, list: string): boolean {
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '*') return true;
      const [, block, prefix] = /^([\d.]+|[\da-f:]+)\/(\d{1,3})$/.exec(entry) ?? [];
      if (block !== undefined) return isInBlock(hostname, block, Number(prefix));
      const [, host = entry, excepted] = isIP(entry) ? [] : (/^(.*?):(\d+)$/.exec(entry) ?? []);
      const name = withoutBrackets(host).replace(/^\*?\./, '');
      return (
        name !== '' &&
        (hostname === name || (isIP(hostname) === 0 && hostname.endsWith(`.${name}`))) &&
        (excepted === undefined || Number(excepted) === port)
      );
    });
}

function isInBlock(hostname: string, block: string, prefix: number): boolean {
  const family = isIP(block);
  if (family === 0 || family !== isIP(hostname) || prefix > (family === 4 ? 32 : 128)) return false;
  const addresses = new BlockList();
  addresses.addSubnet(block, prefix, `ipv${family as 4 | 6}`);
  return addresses.check(hostname, `ipv${family as 4 | 6}`);
}

function effectivePort({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

/** Returns the options to request an http page from a proxy, with the whole address as target (RFC 9112, 3.2.2). */
export function forwarded(proxy: HttpProxy, url: URL, headers: Readonly<Record<string, string>>): RequestOptions {
  return { ...serverOf(proxy), path: url.href, headers: { ...headers, Host: url.host, ...credentials(proxy) } };
}

/**
 * Opens a tunnel through a proxy to the server of an https page (RFC 9110, 9.3.6). Of the proxy's response only the
 * status counts: its body or redirect is not the server's.
 */
export async function openTunnel(proxy: HttpProxy, url: URL, signal: AbortSignal): Promise<Socket> {
  const { request } = proxy.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const target = `${url.hostname}:${effectivePort(url)}`;
  return new Promise((resolve, reject) => {
    const pending = request({
      agent: false,
      method: 'CONNECT',
      ...serverOf(proxy),
      path: target,
      headers: { Host: target, ...credentials(proxy) },
      signal,
    });
    pending.on('connect', ({ statusCode = 0 }, socket: Socket, early) => {
      if (statusCode >= 200 && statusCode < 300 && early.length === 0) return resolve(socket);
      socket.destroy();
      reject(new NetworkFailure('proxy-refusal', proxy.host, statusCode));
    });
    // Some proxies refuse as if a page had been requested.
    pending.on('response', ({ statusCode = 0 }) => {
      pending.destroy();
      reject(new NetworkFailure('proxy-refusal', proxy.host, statusCode));
    });
    pending.on('error', (error) => reject(signal.aborted ? signal.reason : proxyFailure(error, proxy)));
    pending.end();
  });
}

/**
 * Names the server of a proxy; without `servername`, its certificate would be checked against the Host header, which is
 * the page's.
 */
function serverOf({ hostname, port }: HttpProxy) {
  return { hostname, port, servername: isIP(hostname) ? '' : hostname };
}

function credentials({ authorization }: HttpProxy): Readonly<Record<string, string>> {
  return authorization === undefined ? {} : { 'Proxy-Authorization': authorization };
}

/** Wraps an error of the connection to a proxy: it is not the page's server that cannot be reached. */
export function proxyFailure(error: Error, proxy: HttpProxy): Error {
  return error instanceof NetworkFailure ? error : new NetworkFailure('proxy-unreachable', proxy.host);
}
