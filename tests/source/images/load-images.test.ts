import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { loadImages } from '../../../src/source/images/load-images.ts';
import { network } from '../../../src/source/web/request-page.ts';
import { emptyFolder } from '../../support/program.ts';
import { serve } from '../../support/server.ts';

const system = { cwd: emptyFolder(), env: {} };
/** To these tests the loopback is a public network, but for what is 127.0.0.2. */
const open = { ...network, isPrivate: (address: string) => address === '127.0.0.2' };

const answer: RequestListener = (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://server');
  const type = searchParams.get('type');
  if (pathname === '/away') response.writeHead(302, { Location: searchParams.get('to') ?? '' }).end();
  else if (pathname.startsWith('/missing')) response.writeHead(404).end('missing');
  else {
    if (type) response.setHeader('Content-Type', type);
    response.end(Buffer.alloc(Number(searchParams.get('size') ?? 3), 'p'));
  }
};

const names = async (addresses: readonly string[], address: string, options = {}, settings = open) =>
  [...(await loadImages(addresses, { address }, options, system, settings)).keys()].sort();

test('what is said to be an image, or not said to be anything', async () => {
  const address = await serve(answer);
  const requested = ['a', 'b?type=image/png', 'c?type=application/octet-stream', 'd?type=text/html', 'missing'];
  expect(await names(requested, address)).toEqual(requested.slice(0, 3));
});

test('two megabytes, and no byte more, announced or not', async () => {
  const address = await serve(answer);
  const chunked = await serve((_, response) => {
    response.write(Buffer.alloc(1_500_000));
    response.end(Buffer.alloc(500_001));
  });
  expect(await names(['a?size=2000000', 'b?size=2000001', `${chunked}/c`], address)).toEqual(['a?size=2000000']);
});

test('twenty, the first ones, each once', async () => {
  let requests = 0;
  const address = await serve((request, response) => {
    requests++;
    answer(request, response);
  });
  const requested = Array.from({ length: 30 }, (_, index) => `${10 + index}`);
  expect(await names([...requested, ...requested], address)).toEqual(requested.slice(0, 20));
  expect(requests).toBe(20);
});

test('nothing that a person types goes with a request', async () => {
  const seen: unknown[] = [];
  const address = await serve((request, response) => {
    const { authorization, cookie, referer } = request.headers;
    seen.push(request.url, authorization, cookie, referer);
    answer(request, response);
  });
  await names([address.replace('http://', 'http://user:secret@').concat('/a#b')], address);
  expect(seen).toEqual(['/a', undefined, undefined, undefined]);
});

test('never from a private address, whatever leads there', async () => {
  let reached = false;
  const hidden = await serve((_, response) => {
    reached = true;
    response.end('p');
  }, '127.0.0.2');
  const address = await serve(answer);
  const name = hidden.replace('127.0.0.2', 'hidden.example');
  const resolve = async () => [{ address: '127.0.0.2', family: 4 }];
  const requested = [`${hidden}/a`, `away?to=${encodeURIComponent(`${hidden}/b`)}`, `${name}/c`, 'd'];
  expect(await names(requested, address, {}, { ...open, resolve })).toEqual(['d']);
  expect(reached).toBe(false);
});

test('the server of a private page that was typed has its images, and no other private one', async () => {
  const address = await serve(answer);
  const other = await serve(answer);
  const origin = { address, typed: address };
  const files = await loadImages(['a', `${other}/b`], origin, {}, system);
  expect([...files.keys()]).toEqual(['a']);
});

test('none offline, and none that does not come in time', async () => {
  const address = await serve(answer);
  const silent = await serve(() => {});
  expect(await names(['a'], address, { offline: true })).toEqual([]);
  expect(await names(['a', `${silent}/b`], address, { timeout: 1 })).toEqual(['a']);
});
