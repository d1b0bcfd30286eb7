import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readBody } from '../../../src/source/web/read-body.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Creates a body that brings so many bytes each second, for so many seconds. */
function steady(rate: number, seconds: number): IncomingMessage {
  const body = Object.assign(new PassThrough(), { headers: {}, complete: true });
  let sent = 0;
  const timer = setInterval(() => {
    body.write('a'.repeat(rate));
    sent += 1;
    if (sent === seconds) {
      clearInterval(timer);
      body.end();
    }
  }, 1000);
  body.on('close', () => clearInterval(timer));
  return body as unknown as IncomingMessage;
}

/** Reads such a body: its length, or why it was given up; and after how many seconds. */
async function read(rate: number, seconds: number) {
  let result: number | string | undefined;
  readBody(steady(rate, seconds), { maxSize: 10_000_000, progressTimeout: 60_000 }).then(
    ({ length }) => {
      result = length;
    },
    ({ code }: { code: string }) => {
      result = code;
    },
  );
  let waited = 0;
  for (; result === undefined; waited++) await vi.advanceTimersByTimeAsync(1000);
  return { result, waited };
}

test('a body that brings less than 1 kB a second over a minute is not waited for', async () => {
  for (const rate of [1, 140, 900]) {
    const { result, waited } = await read(rate, 10_000);
    expect([rate, result]).toEqual([rate, 'too-slow']);
    expect(waited).toBeLessThan(65);
  }
});

test('a body that brings more is waited for, and so is a short one', async () => {
  expect((await read(1100, 600)).result).toBe(660_000);
  expect((await read(10, 50)).result).toBe(500);
});
