import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { type FetchOptions, fetchPage } from '../../../src/source/web/fetch-page.ts';
import { network } from '../../../src/source/web/request-page.ts';
import { serve, serveRaw } from '../../support/server.ts';

const options: FetchOptions = { maxSize: 1_000_000 };
// Only what is to be waited for in vain is short: a busy machine may take a while for all else.
const impatient = { ...network, idleTimeout: 200 };
const html = '<!doctype html><title>T</title><p>Words.</p>';

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

/** Returns the UserError that a promise ends in: one clear line, without anything that could drive a terminal. */
async function failure(promise: Promise<unknown>): Promise<UserError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  const { message, hint } = error as UserError;
  expect(message).toMatch(/^[^\0-\x1f\x7f-\x9f]+\.$/);
  expect(hint).toMatch(/^[^\0-\x1f\x7f-\x9f]+$/);
  return error as UserError;
}

describe('a page', () => {
  it('comes with its type, charset and address', async () => {
    const address = await serve((_, response) => {
      response.setHeader('Content-Type', 'Text/HTML; charset="ISO-8859-1"');
      response.end(Buffer.from('<p>caf\xe9', 'latin1'));
    });
    const page = await fetchPage(`${address}/a?b=c#part`, options);
    expect(page).toMatchObject({
      contentType: 'text/html',
      charset: 'windows-1252',
      address: `${address}/a?b=c`,
      fromCache: false,
    });
    expect(new TextDecoder(page.charset).decode(page.bytes)).toBe('<p>café');
  });

  it('is requested honestly, without cookies, and without anything else', async () => {
    const requests: unknown[] = [];
    const address = await serve((request, response) => {
      requests.push([request.method, request.url, request.headers]);
      response.setHeader('Set-Cookie', 'a=b');
      response.setHeader('Content-Type', 'text/html');
      if (request.url === '/') {
        response.writeHead(302, { Location: '/page' }).end();
      } else {
        response.end('<link rel=stylesheet href=/style.css><img src=/image.png><script src=/script.js></script>');
      }
    });
    await fetchPage(`${address}/`, options);
    expect(requests).toEqual([
      ['GET', '/', expect.objectContaining({ 'user-agent': expect.stringMatching(/^article-reader\/\d/) })],
      ['GET', '/page', expect.not.objectContaining({ cookie: expect.anything(), referer: expect.anything() })],
    ]);
  });

  it('reports how much has come', async () => {
    const calls: [number, number | undefined][] = [];
    const address = await serve((_, response) => response.writeHead(200, { 'Content-Length': html.length }).end(html));
    await fetchPage(address, { ...options, onProgress: (received, total) => calls.push([received, total]) });
    expect(calls.at(-1)).toEqual([html.length, html.length]);
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['gzip, br', (body: string) => brotliCompressSync(gzipSync(body))],
    ['deflate, identity', deflateSync],
  ])('is decoded from %s', async (encoding, encode) => {
    const long = html.repeat(1000);
    const address = await serve((_, response) =>
      response.writeHead(200, { 'Content-Encoding': encoding }).end(encode(long)),
    );
    expect(text((await fetchPage(address, options)).bytes)).toBe(long);
  });

  it('keeps credentials out of sight, and away from other origins', async () => {
    const seen: unknown[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end(html);
    });
    const address = await serve((request, response) => {
      seen.push(request.headers.authorization);
      const location = request.url === '/' ? '/same' : other.replace('//', '//root:sesame@');
      response.writeHead(302, { Location: location }).end();
    });
    const page = await fetchPage(`${address.replace('//', '//me:p%40ss@')}/`, options);
    const basic = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    expect(seen).toEqual([basic, basic, undefined]);
    expect(page.address).toBe(`${other}/`);
    const denied = await serve((_, response) => response.writeHead(401).end());
    expect((await failure(fetchPage(denied.replace('//', '//me:secret@'), options))).message).not.toMatch(/me|secret/);
  });

  it('is given up when the signal says so', async () => {
    const address = await serve((_, response) => response.write(html));
    const stop = new AbortController();
    const fetching = fetchPage(address, { ...options, signal: stop.signal, onProgress: () => stop.abort('enough') });
    await expect(fetching).rejects.toBe('enough');
    await expect(fetchPage(address, { ...options, signal: stop.signal })).rejects.toBe('enough');
  });
});

describe('redirects', () => {
  it('are followed ten times, to the last address', async () => {
    const address = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step === 0) response.end(html);
      else response.writeHead([301, 302, 303, 307, 308][step % 5] ?? 301, { Location: `${step - 1}` }).end();
    });
    expect((await fetchPage(`${address}/10`, options)).address).toBe(`${address}/0`);
    expect((await failure(fetchPage(`${address}/11`, options))).message).toContain('more than 10 times');
  });

  it('end when they go round in a loop', async () => {
    let count = 0;
    const address = await serve((_, response) => {
      count++;
      response.writeHead(302, { Location: '/' }).end();
    });
    expect((await failure(fetchPage(address, options))).message).toContain('more than 10 times');
    expect(count).toBe(11);
  });

  it.each([
    ['file:///etc/passwd', 'to a file: address'],
    ['javascript:alert(1)', 'to a javascript: address'],
    ['data:text/html,hello', 'to a data: address'],
    ['ftp://127.0.0.1/', 'to a ftp: address'],
    ['http://', 'not to an address'],
    ['', 'not to an address'],
  ])('to %s are not followed', async (location, words) => {
    const address = await serveRaw((socket) => {
      socket.end(`HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`);
    });
    expect((await failure(fetchPage(address, options))).message).toContain(words);
  });

  it('to an address in raw UTF-8 are followed', async () => {
    const address = await serveRaw((socket, request) => {
      if (request.startsWith('GET /caf%C3%A9 ')) socket.end('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes');
      else socket.end('HTTP/1.1 302 Found\r\nLocation: /café\r\nContent-Length: 0\r\n\r\n');
    });
    expect(text((await fetchPage(address, options)).bytes)).toBe('yes');
  });
});

// 127.0.0.2 plays the public internet: tests speak to loopback alone.
describe('from a public address', () => {
  const names: Record<string, string[]> = {
    'public.test': ['127.0.0.2'],
    'intranet.test': ['127.0.0.1'],
    'both.test': ['127.0.0.1', '127.0.0.2'],
  };
  const loopback = {
    ...network,
    isPrivate: (address: string) => address !== '127.0.0.2' && network.isPrivate(address),
    resolve: async (name: string) => (names[name] ?? []).map((address) => ({ address, family: 4 })),
  };

  it.each([
    ['an address', '127.0.0.1'],
    ['an address in hexadecimal', '0x7f.1'],
    ['an address as one number', '2130706433'],
    ['an IPv6 address', '[::1]'],
    ['an IPv4 address in IPv6', '[::ffff:127.0.0.1]'],
    ['a name that leads there', 'intranet.test'],
  ])('no private one is reached by %s', async (_, host) => {
    let reached = false;
    const inside = await serve((_, response) => {
      reached = true;
      response.end(html);
    });
    const target = inside.replace('127.0.0.1', host);
    const outside = await serve((_, response) => response.writeHead(302, { Location: target }).end(), '127.0.0.2');
    const error = await failure(fetchPage(outside, options, loopback));
    expect(error.message).toContain('is on a private network');
    expect(reached).toBe(false);
    // The same page is there for whoever requests it.
    if (host !== '[::1]') expect(text((await fetchPage(target, options, loopback)).bytes)).toBe(html);
  });

  it('a name that changes its mind is not believed', async () => {
    let lookups = 0;
    const inside = await serve((_, response) => response.end('secret'));
    const { port } = new URL(inside);
    const rebinding = {
      ...loopback,
      resolve: async () => [{ address: lookups++ === 0 ? '127.0.0.2' : '127.0.0.1', family: 4 }],
    };
    const outside = await serve(
      (_, response) => response.writeHead(302, { Location: `http://public.test:${port}/` }).end(),
      '127.0.0.2',
    );
    const typed = `http://public.test:${new URL(outside).port}/`;
    expect((await failure(fetchPage(typed, options, rebinding))).message).toContain('is on a private network');
    expect(lookups).toBe(2);
  });

  it('of the addresses of a name, the public one is taken', async () => {
    const outside = await serve((request, response) => {
      if (request.url === '/') {
        response.writeHead(302, { Location: `http://both.test:${new URL(outside).port}/page` }).end();
      } else response.end(html);
    }, '127.0.0.2');
    expect(text((await fetchPage(outside, options, loopback)).bytes)).toBe(html);
  });

  it('a private page may lead to a public one, and not back', async () => {
    const inside = await serve((request, response) => {
      if (request.url === '/back') response.end('secret');
      else response.writeHead(302, { Location: outside }).end();
    });
    const outside = await serve((request, response) => {
      if (request.url === '/') response.end(html);
      else response.writeHead(302, { Location: `${inside}/back` }).end();
    }, '127.0.0.2');
    expect(text((await fetchPage(inside, options, loopback)).bytes)).toBe(html);
    const loop = await serve((_, response) => response.writeHead(302, { Location: `${outside}/away` }).end());
    expect((await failure(fetchPage(loop, options, loopback))).message).toContain('is on a private network');
  });
});

describe('a body', () => {
  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['gzip, gzip', (body: Buffer) => gzipSync(gzipSync(body))],
  ])('that is a %s bomb stops early', async (encoding, encode) => {
    const bomb = encode(Buffer.alloc(20_000_000));
    const address = await serve((_, response) => {
      response.writeHead(200, { 'Content-Encoding': encoding, 'Content-Type': 'text/html' });
      // The rest never comes: who waits for it does not learn that it is too large.
      response.write(bomb.subarray(0, bomb.length > 10_000 ? bomb.length / 2 : bomb.length));
    });
    const error = await failure(fetchPage(address, options));
    expect(error.message).toContain('larger than 1 MB');
    expect(error.hint).toContain('--max-size');
  });

  it('that decodes to nothing, for ever, ends', async () => {
    // Empty stored blocks after a gzip header: a valid stream that never yields a byte.
    const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
    const empty = Buffer.alloc(65_535, Buffer.from([0, 0, 0, 0xff, 0xff]));
    const address = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n');
      socket.write(header);
      const more = () => {
        while (!socket.destroyed && socket.write(empty));
      };
      socket.on('drain', more);
      more();
    });
    expect((await failure(fetchPage(address, options))).message).toContain('larger than 1 MB');
  });

  it('without an end is given up', async () => {
    let sent = 0;
    const address = await serve((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(html.repeat(100))) sent += html.length * 100;
      };
      response.on('drain', more);
      more();
    });
    expect((await failure(fetchPage(address, options))).message).toContain('larger than 1 MB');
    expect(sent).toBeLessThan(20_000_000);
  });

  it('announced as too large is not waited for', async () => {
    const address = await serve((_, response) => {
      response.writeHead(200, { 'Content-Length': 1_000_001 }).flushHeaders();
    });
    expect((await failure(fetchPage(address, options, impatient))).message).toContain('larger than 1 MB');
  });

  it('of just the largest size is read', async () => {
    const address = await serve((_, response) => response.end('a'.repeat(1_000_000)));
    expect((await fetchPage(address, options)).bytes.length).toBe(1_000_000);
  });

  it.each([
    ['shorter than announced', `Content-Length: 100\r\n\r\n${html}`],
    ['cut off in its chunks', `Transfer-Encoding: chunked\r\n\r\n40\r\n${html}`],
    ['cut off between its chunks', `Transfer-Encoding: chunked\r\n\r\n${html.length.toString(16)}\r\n${html}\r\n`],
  ])('that is %s is an error', async (_, rest) => {
    const address = await serveRaw((socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${rest}`));
    expect((await failure(fetchPage(address, options))).message).toContain('came incomplete');
  });

  it('that is longer than announced is an error', async () => {
    const address = await serveRaw((socket) => {
      socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10\r\n\r\n${html}`);
    });
    expect((await failure(fetchPage(address, options))).message).toContain('not valid HTTP');
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ])('cut off within its %s is an error', async (encoding, encode) => {
    const whole = encode(html.repeat(20));
    for (const length of [1, whole.length >> 1, whole.length - 1]) {
      const address = await serve((_, response) =>
        response.writeHead(200, { 'Content-Encoding': encoding }).end(whole.subarray(0, length)),
      );
      expect((await failure(fetchPage(address, options))).message).toContain('came incomplete');
    }
  });

  it.each([
    ['gzip', html],
    ['br', html],
    ['deflate', `x${html}`],
    ['zstd', html],
    ['\xe9', html],
    ['gzip, gzip, gzip, gzip', html],
  ])('that is no %s is an error', async (encoding, body) => {
    const address = await serveRaw((socket) =>
      socket.end(Buffer.from(`HTTP/1.0 200 OK\r\nContent-Encoding: ${encoding}\r\n\r\n${body}`, 'latin1')),
    );
    expect((await failure(fetchPage(address, options))).message).toContain('came damaged');
  });

  it('without announced length may simply end', async () => {
    const address = await serveRaw((socket) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${html}`));
    expect(text((await fetchPage(address, options)).bytes)).toBe(html);
  });

  it.each([
    ['image/png', 'image/png'],
    ['application/zip', 'application/zip'],
    ['application/octet-stream', 'application/octet-stream'],
    ['multipart/x-mixed-replace; boundary=x', 'multipart/x-mixed-replace'],
  ])('of type %s is no text', async (type, words) => {
    const address = await serve((_, response) => {
      // Whatever follows is not waited for.
      response.writeHead(200, { 'Content-Type': type }).flushHeaders();
    });
    expect((await failure(fetchPage(address, options, impatient))).message).toContain(`no text but ${words}`);
  });

  it.each(['%PDF-1.7 …', '\x89PNG\r\n\x1a\n', 'MZ\x90\0\x03\0\0\0'])(
    'that is binary whatever its type says: %j',
    async (start) => {
      const address = await serve((_, response) => {
        response.writeHead(200, { 'Content-Type': 'text/html' }).end(Buffer.from(start, 'latin1'));
      });
      expect((await failure(fetchPage(address, options))).message).toContain('no text but binary data');
    },
  );

  it('in a charset that nobody knows is left to its own declaration', async () => {
    const address = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=klingon' });
      response.end('<meta charset=koi8-r>');
    });
    expect((await fetchPage(address, options)).charset).toBe('koi8-r');
  });
});

describe('a server', () => {
  it.each([
    [404, 'Not Found'],
    [403, 'Forbidden'],
    [500, 'Internal Server Error'],
    [204, 'No Content'],
    [206, 'Partial Content'],
    [304, 'Not Modified'],
    [599, ''],
  ])('that answers %d has no page', async (status, words) => {
    const address = await serve((_, response) => {
      response.writeHead(status, { 'Content-Type': 'text/html' }).end(html);
    });
    const { message } = await failure(fetchPage(`${address}/x`, options));
    expect(message).toBe(`No page at ${address}/x: the server answered ${status}${words && ` ${words}`}.`);
  });

  it.each([
    ['the status line', 'HTTP/1.1 404 \x1b[31mGone\x07\x9b\r\nContent-Length: 0\r\n\r\n'],
    ['the type', 'HTTP/1.1 200 OK\r\nContent-Type: \x1b[31m/\x07\x9b\r\nContent-Length: 1\r\n\r\n\0'],
    ['the location', 'HTTP/1.1 302 Found\r\nLocation: http://\x1b[31m\x07\x9b/\r\nContent-Length: 0\r\n\r\n'],
    ['the location path', 'HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\x1b\x9b\r\nContent-Length: 0\r\n\r\n'],
    ['the encoding', 'HTTP/1.1 200 OK\r\nContent-Encoding: \x9b31m\r\nContent-Length: 0\r\n\r\n'],
  ])('that sends control characters in %s has them not shown', async (_, answer) => {
    const address = await serveRaw((socket) => socket.end(Buffer.from(answer, 'latin1')));
    await failure(fetchPage(address, options));
  });

  it('that sends nothing is not waited for', async () => {
    const address = await serveRaw(() => {});
    expect((await failure(fetchPage(address, options, impatient))).message).toContain('sent nothing for 0.2 seconds');
  });

  it('that stops in the middle is not waited for', async () => {
    const address = await serve((_, response) => response.write(html));
    expect((await failure(fetchPage(address, options, impatient))).message).toContain('sent nothing for 0.2 seconds');
  });

  it('that is slow but steady is waited for', async () => {
    const address = await serve(async (_, response) => {
      for (const letter of 'steady') {
        response.write(letter);
        await sleep(300);
      }
      response.end();
    });
    const limits = { ...network, idleTimeout: 1500 };
    expect(text((await fetchPage(address, options, limits)).bytes)).toBe('steady');
  });

  /** Writes one character at a time, more often than the limit on silence allows. */
  function dribble(
    socket: { write(text: string): unknown; on(event: 'close', done: () => void): unknown },
    text: string,
  ) {
    let at = 0;
    const timer = setInterval(() => socket.write(text[at++ % text.length] ?? ''), 20);
    socket.on('close', () => clearInterval(timer));
  }

  const hurried = { ...network, headTimeout: 400, progressTimeout: 400 };

  it.each([
    ['its head', ''],
    ['headers without end', 'HTTP/1.1 200 OK\r\n'],
  ])('that sends %s a byte now and then is not waited for', async (_, start) => {
    const address = await serveRaw((socket) => {
      socket.write(start);
      dribble(socket, start === '' ? 'HTTP/1.1 200 OK\r\nA: aaaaaaaaaaaaaaaaaaaaaaaa' : 'A: b\r\n');
    });
    expect((await failure(fetchPage(address, options, hurried))).message).toContain(
      'did not answer within 0.4 seconds',
    );
  });

  it('that redirects slowly, again and again, is not waited for', async () => {
    const address = await serve(async (_, response) => {
      await sleep(150);
      response.writeHead(302, { Location: '/again' }).end();
    });
    expect((await failure(fetchPage(address, options, hurried))).message).toContain(
      'did not answer within 0.4 seconds',
    );
  });

  it.each([
    ['', 'Content-Length: 100000\r\n\r\n', 'word '],
    [' in chunks', 'Transfer-Encoding: chunked\r\n\r\n', '1\r\na\r\n'],
    [' within the length of a chunk', 'Transfer-Encoding: chunked\r\n\r\n1;a=', 'b'],
    [' until its end', '\r\n', 'word '],
    [' of nothing, compressed', 'Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\0\0\0\0\0\0\x03', '\0'],
  ])('that sends its body a byte now and then%s is not waited for', async (_, head, text) => {
    const address = await serveRaw((socket) => {
      socket.write(Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${head}`, 'latin1'));
      dribble(socket, text);
    });
    expect((await failure(fetchPage(address, options, hurried))).message).toMatch(/too slowly|came damaged/);
  });

  it('that sends much of nothing, compressed, is not waited for', async () => {
    const nothing = gzipSync('');
    const address = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' });
      const timer = setInterval(() => response.write(Buffer.concat(Array.from({ length: 100 }, () => nothing))), 10);
      response.on('close', () => clearInterval(timer));
    });
    expect((await failure(fetchPage(address, options, hurried))).message).toContain('too slowly');
  });

  it('that takes longer than the limit and goes on well is waited for', async () => {
    const address = await serve(async (_, response) => {
      for (let chunk = 0; chunk < 25; chunk++) {
        response.write('a'.repeat(10_000));
        await sleep(100);
      }
      response.end();
    });
    const limits = { ...hurried, headTimeout: 2000, progressTimeout: 2000 };
    expect((await fetchPage(address, options, limits)).bytes.length).toBe(250_000);
  });

  it('is waited for as long as the person says', async () => {
    const address = await serve((_, response) => response.write(html));
    const error = await failure(fetchPage(address, { ...options, timeout: 500 }, hurried));
    expect(error.message).toContain('sent nothing for 0.5 seconds');
    expect(error.hint).toContain('--timeout');
  });

  it('that does not speak TLS where it should is not waited for', async () => {
    const address = await serveRaw(() => {});
    const limits = { ...network, connectTimeout: 300 };
    const error = await failure(fetchPage(address.replace('http:', 'https:'), options, limits));
    expect(error.message).toContain('within 0.3 seconds');
  });

  it('that speaks plain HTTP where TLS is requested is detected', async () => {
    const address = await serveRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const error = await failure(fetchPage(address.replace('http:', 'https:'), options));
    expect(error.message).toContain('does not answer over a secure connection');
  });

  it('whose name nobody knows is not found', async () => {
    const nameless = {
      ...network,
      resolve: () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })),
    };
    const error = await failure(fetchPage('http://nowhere.test/', options, nameless));
    expect(error.message).toContain('no server named nowhere.test');
  });

  it('whose name is slow to be found is not waited for', async () => {
    const silent = { ...network, connectTimeout: 300, resolve: () => new Promise<never>(() => {}) };
    const error = await failure(fetchPage('http://nowhere.test/', options, silent));
    expect(error.message).toContain('No connection to nowhere.test within 0.3 seconds');
  });

  it('that refuses is named', async () => {
    const error = await failure(fetchPage('http://127.0.0.1:1/', options));
    expect(error.message).toBe('127.0.0.1:1 refuses the connection.');
  });

  it.each(['nonsense\r\n\r\n', 'HTTP/1.1 2000 OK\r\n\r\n', `HTTP/1.1 200 OK\r\nA: ${'b'.repeat(70_000)}\r\n\r\n`])(
    'that speaks something else is detected: %.20j',
    async (answer) => {
      const address = await serveRaw((socket) => socket.end(answer));
      expect((await failure(fetchPage(address, options))).message).toContain('not valid HTTP');
    },
  );

  it.each([
    ['hangs up', (socket: Socket) => socket.destroy()],
    ['ends without a word', (socket: Socket) => socket.end()],
    ['ends in the headers', (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-')],
    [
      'changes the protocol',
      (socket: Socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
    ],
    [
      'only ever promises',
      (socket: Socket) => socket.end('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n'),
    ],
  ])('that %s has sent no page', async (_, answer) => {
    const address = await serveRaw(answer);
    expect((await failure(fetchPage(address, options, impatient))).message).toMatch(/came incomplete|not valid HTTP/);
  });
});

describe('an address', () => {
  const none = [
    'http://',
    'https://user:secret@',
    'https://user:my\\secret@a/',
    'https://user:my/secret@a/',
    'https://user:my?secret@a/',
    'http://a b/',
    '\x1b[31mred',
  ];

  it.each(none)('that is none: %j', async (address) => {
    const { message } = await failure(fetchPage(address, options));
    expect(message).toContain('is not an address');
    expect(message).not.toContain('secret');
  });

  it.each(['file:///etc/passwd', 'ftp://example.com/', 'javascript:alert(1)'])(
    'of another scheme: %s',
    async (address) => {
      expect((await failure(fetchPage(address, options))).message).toContain('are not read');
    },
  );
});
