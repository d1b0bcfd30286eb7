import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchPage } from '../../../src/source/web/fetch-page.ts';
import { proxyFor } from '../../../src/source/web/proxy.ts';
import { network } from '../../../src/source/web/request-page.ts';
import { article } from '../../support/program.ts';
import { listen, serve, serveRaw } from '../../support/server.ts';

const fixture = (name: string) => resolve('tests/fixtures/tls', name);
const tls = { key: readFileSync(fixture('key.pem')), cert: readFileSync(fixture('certificate.pem')) };
const page = '<!doctype html><title>Tea</title><article><h1>Tea</h1><p>Tea is a drink of leaves.</p></article>';

interface LoopbackProxy {
  /** `127.0.0.1:1234`. */
  readonly host: string;
  /** The requests that it got: `GET http://page.example/`, `CONNECT page.example:443`. */
  readonly requests: readonly string[];
  readonly headers: readonly IncomingMessage['headers'][];
}

interface ProxyOptions {
  /** The Proxy-Authorization header that it wants. */
  readonly authorization?: string;
  /** It speaks TLS itself. */
  readonly secure?: boolean;
}

/** Starts a real proxy: it forwards requests for http pages and opens tunnels, by its own idea of where a name leads. */
async function startProxy(
  hosts: Readonly<Record<string, string>>,
  { authorization, secure }: ProxyOptions = {},
): Promise<LoopbackProxy> {
  const requests: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = secure ? createSecureServer(tls) : createServer();
  const isRefused = (incoming: IncomingMessage) => {
    requests.push(`${incoming.method} ${incoming.url}`);
    headers.push(incoming.headers);
    return authorization !== undefined && incoming.headers['proxy-authorization'] !== authorization;
  };
  server.on('request', (incoming: IncomingMessage, outgoing) => {
    if (isRefused(incoming)) return outgoing.writeHead(407, { 'Proxy-Authenticate': 'Basic' }).end('Who are you?');
    const { host, pathname, search } = new URL(incoming.url ?? '');
    const target = hosts[host];
    if (target === undefined) return outgoing.writeHead(502).end();
    const { 'proxy-authorization': _, ...passed } = incoming.headers;
    const forward = request(`${target}${pathname}${search}`, { headers: passed }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outgoing);
    });
    return forward.end();
  });
  server.on('connect', (incoming: IncomingMessage, socket) => {
    const target = hosts[incoming.url ?? ''];
    if (isRefused(incoming)) {
      socket.end('HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n');
    } else if (target === undefined) {
      socket.end('HTTP/1.1 302 Found\r\nLocation: http://page.example/login\r\nContent-Length: 5\r\n\r\nlogin');
    } else {
      const { hostname, port } = new URL(target);
      const upstream = connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      for (const end of [upstream, socket]) end.on('error', () => {});
      socket.on('close', () => upstream.destroy());
      upstream.on('close', () => socket.destroy());
    }
  });
  const address = await listen(server);
  return { host: new URL(address).host, requests, headers };
}

/** Returns the address of a server of the page over TLS, as `http:` since the proxy's tunnel does not look into it. */
function servePageOverTls(): Promise<string> {
  return listen(
    createSecureServer(tls, (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page)),
  );
}

const servePage = () => serve((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page));
const certificates = { NODE_EXTRA_CA_CERTS: fixture('certificate.pem') };

describe('the program behind a proxy', () => {
  it('fetches an http page through it', async () => {
    const proxy = await startProxy({ 'page.example': await servePage() });
    const { stdout, stderr, exitCode } = await article(['read', 'http://page.example/tea?a=b'], {
      env: { HTTP_PROXY: `http://${proxy.host}` },
    });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Tea is a drink');
    expect(proxy.requests).toEqual(['GET http://page.example/tea?a=b']);
    expect(proxy.headers[0]?.host).toBe('page.example');
  });

  it.each([
    ['HTTPS_PROXY', ''],
    ['https_proxy', ''],
    ['ALL_PROXY', 'http://'],
    ['all_proxy', 'HTTP://'],
  ])('fetches an https page through its tunnel: %s=%shost:port', async (name, scheme) => {
    const proxy = await startProxy({ 'page.example:443': await servePageOverTls() });
    const { stdout, stderr, exitCode } = await article(['read', 'https://page.example/'], {
      env: { [name]: `${scheme}${proxy.host}`, ...certificates },
    });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Tea is a drink');
    expect(proxy.requests).toEqual(['CONNECT page.example:443']);
    expect(proxy.headers[0]).toEqual({ host: 'page.example:443', connection: 'close' });
  });

  it('fetches through a proxy that speaks TLS itself', async () => {
    const hosts = { 'page.example': await servePage(), 'page.example:443': await servePageOverTls() };
    const proxy = await startProxy(hosts, { secure: true });
    const port = proxy.host.split(':')[1];
    for (const address of ['http://page.example/', 'https://page.example/']) {
      const read = (name: string) =>
        article(['read', address, '--refresh'], { env: { ALL_PROXY: `https://${name}:${port}`, ...certificates } });
      expect(await read('localhost')).toMatchObject({ exitCode: 0, stderr: '' });
      // A certificate for another name, though it is the page's.
      const { stderr } = await read('127.0.0.1');
      expect(stderr).toContain(`The proxy 127.0.0.1:${port} cannot be reached.`);
    }
  });

  it('checks the certificate behind the tunnel', async () => {
    const proxy = await startProxy({
      'page.example:443': await servePageOverTls(),
      'other.test:443': await servePageOverTls(),
    });
    const unknown = await article(['read', 'https://page.example/'], { env: { HTTPS_PROXY: proxy.host } });
    expect(unknown.stderr).toMatch(/page\.example is not safe: nobody known vouches for its certificate/);
    const other = await article(['read', 'https://other.test/'], { env: { HTTPS_PROXY: proxy.host, ...certificates } });
    expect(other.stderr).toMatch(/other\.test is not safe: its certificate is for another name/);
  });

  it('gives it name and password, and nobody else', async () => {
    const seen: IncomingMessage['headers'][] = [];
    const http = await serve((incoming, response) => {
      seen.push(incoming.headers);
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
    });
    const authorization = `Basic ${Buffer.from('me:s€c%ret').toString('base64')}`;
    const proxy = await startProxy(
      { 'page.example': http, 'page.example:443': await servePageOverTls() },
      { authorization },
    );
    const env = { ALL_PROXY: `http://me:s%E2%82%ACc%25ret@${proxy.host}`, ...certificates };
    for (const address of ['http://page.example/', 'https://page.example/']) {
      expect(await article(['read', address], { env })).toMatchObject({ exitCode: 0, stderr: '' });
      const wrong = await article(['read', address], { env: { ...env, ALL_PROXY: `http://me:wrong@${proxy.host}` } });
      expect(wrong.exitCode).toBe(1);
      expect(wrong.stderr).toMatch(/^article: The proxy .*wants a name and a password\. Put them into HTTP_PROXY.*\n$/);
      expect(wrong.stderr).not.toContain('wrong');
    }
    expect(seen).toHaveLength(1);
    expect(seen[0]).not.toHaveProperty('proxy-authorization');
  });

  it.each(['page.example', '.example', '*', 'other.test, page.example:80'])(
    'goes without it for NO_PROXY=%s',
    async (list) => {
      const proxy = await startProxy({ 'page.example': await servePage() });
      const { stderr } = await article(['read', 'http://page.example/'], {
        env: { HTTP_PROXY: proxy.host, NO_PROXY: list },
      });
      // There is no such server in truth.
      expect(stderr).toMatch(/page\.example/);
      expect(proxy.requests).toEqual([]);
    },
  );

  it.each([
    ['is gone', '127.0.0.1:1', 'http://page.example/', 'The proxy 127.0.0.1:1 cannot be reached.'],
    ['is gone, in front of TLS', '127.0.0.1:1', 'https://page.example/', 'The proxy 127.0.0.1:1 cannot be reached.'],
    ['is no address', 'http://[', 'http://page.example/', 'The proxy in HTTP_PROXY is not an address.'],
    ['speaks SOCKS', 'socks5://127.0.0.1:1', 'http://page.example/', 'The proxy in HTTP_PROXY is a socks5: one'],
  ])('says in one line that it %s', async (_, proxy, address, message) => {
    const { stderr, exitCode } = await article(['read', address], { env: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^article: [^\n]+\n$/);
    expect(stderr).toContain(message);
  });

  it('follows no redirect and shows no page of a proxy that refuses a tunnel', async () => {
    const proxy = await startProxy({ 'page.example': await servePage() });
    const { stdout, stderr, exitCode } = await article(['read', 'https://nowhere.example/'], {
      env: { ALL_PROXY: proxy.host },
    });
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`The proxy ${proxy.host} does not connect to nowhere.example: it answered 302.`);
    expect(proxy.requests).toEqual(['CONNECT nowhere.example:443']);
  });
});

describe('behind a proxy, private addresses', () => {
  it.each([
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://127.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2130706433/',
    'http://localhost/',
    'http://intranet/',
    'http://router.local/',
    'http://metadata.google.internal/',
    'https://10.0.0.1/',
  ])('are not redirected to by a public page: %s', async (target) => {
    const hosts: Record<string, string> = {
      'page.example': await serve((_, response) => response.writeHead(302, { Location: target }).end()),
      [new URL(target).host]: await servePage(),
    };
    const proxy = await startProxy(hosts);
    const options = { maxSize: 1e6, env: { ALL_PROXY: proxy.host } };
    await expect(fetchPage('http://page.example/', options)).rejects.toThrow('is on a private network');
    expect(proxy.requests).toEqual(['GET http://page.example/']);
  });

  it('may be typed, and redirect to another', async () => {
    const proxy = await startProxy({
      '10.0.0.1': await serve((_, response) => response.writeHead(302, { Location: 'http://intranet/' }).end()),
      intranet: await servePage(),
    });
    const { stderr, exitCode } = await article(['read', 'http://10.0.0.1/'], { env: { ALL_PROXY: proxy.host } });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(proxy.requests).toEqual(['GET http://10.0.0.1/', 'GET http://intranet/']);
  });
});

describe('a proxy that', () => {
  const impatient = { ...network, connectTimeout: 300, headTimeout: 300, idleTimeout: 5000 };
  const options = { maxSize: 1e6 };

  it.each(['http://page.example/', 'https://page.example/'])('never answers is not waited for: %s', async (address) => {
    const env = { ALL_PROXY: await serveRaw(() => {}) };
    await expect(fetchPage(address, { ...options, env }, impatient)).rejects.toThrow(/within 0\.3 seconds/);
  });

  it('sends its answer a byte now and then is not waited for', async () => {
    const env = {
      ALL_PROXY: await serveRaw((socket) => {
        const timer = setInterval(() => socket.write('H'), 20);
        socket.on('close', () => clearInterval(timer));
      }),
    };
    await expect(fetchPage('https://page.example/', { ...options, env }, impatient)).rejects.toThrow();
  });
});

describe('proxyFor', () => {
  const at = (address: string, env: Readonly<Record<string, string>>) => proxyFor(new URL(address), env)?.host;

  it.each([
    ['http://a.example/', { HTTP_PROXY: 'p:1' }, 'p:1'],
    ['https://a.example/', { HTTP_PROXY: 'p:1' }, undefined],
    ['https://a.example/', { HTTP_PROXY: 'p:1', ALL_PROXY: 'all:2' }, 'all:2'],
    ['http://a.example/', { HTTP_PROXY: 'p:1', http_proxy: 'lower:1' }, 'lower:1'],
    ['http://a.example/', { http_proxy: '', HTTP_PROXY: 'p:1' }, 'p:1'],
    ['http://a.example/', { HTTP_PROXY: '', ALL_PROXY: '' }, undefined],
    ['http://a.example/', { HTTP_PROXY: 'user:pass@p:1' }, 'p:1'],
    ['http://a.example/', { HTTP_PROXY: 'http://[::1]:1/' }, '[::1]:1'],
    ['http://127.0.0.1:8000/', { ALL_PROXY: 'p:1' }, 'p:1'],
    ['http://localhost/', { ALL_PROXY: 'p:1', NO_PROXY: 'localhost,127.0.0.0/8' }, undefined],
    ['http://127.0.0.1:8000/', { ALL_PROXY: 'p:1', NO_PROXY: 'localhost,127.0.0.0/8' }, undefined],
  ])('%s with %j: %s', (address, env, host) => {
    expect(at(address, env)).toBe(host);
  });

  it.each([
    ['a.example', 'http://a.example/', true],
    ['A.Example', 'http://a.EXAMPLE/', true],
    ['example', 'http://a.example/', true],
    ['.example', 'http://a.example/', true],
    ['*.example', 'http://a.example/', true],
    ['ample', 'http://a.example/', false],
    ['b.example', 'http://a.example/', false],
    ['a.example:8080', 'http://a.example/', false],
    ['a.example:8080', 'http://a.example:8080/', true],
    ['a.example:443', 'https://a.example/', true],
    ['b.example a.example', 'http://a.example/', true],
    [' , ,', 'http://a.example/', false],
    ['10.0.0.0/8', 'http://10.1.2.3/', true],
    ['3', 'http://10.1.2.3/', false],
    ['.2.3', 'http://10.1.2.3/', false],
    ['10.0.0.0/8', 'http://11.1.2.3/', false],
    ['10.0.0.0/99', 'http://10.1.2.3/', false],
    ['fd00::/8', 'http://[fd00::1]/', true],
    ['fd00::/8', 'http://10.1.2.3/', false],
    ['fd00::1', 'http://[fd00::1]/', true],
    ['[fd00::1]:80', 'http://[fd00::1]/', true],
    ['*', 'http://a.example/', true],
    ['*', 'https://10.0.0.1/', true],
  ])('NO_PROXY=%s: %s goes without: %s', (list, address, isExcepted) => {
    expect(at(address, { ALL_PROXY: 'p:1', NO_PROXY: list })).toBe(isExcepted ? undefined : 'p:1');
  });
});
