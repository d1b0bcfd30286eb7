import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { freshUntil } from '../../../src/source/web/freshness.ts';

const now = Date.parse('2026-01-30T12:00:00Z');

describe('freshUntil', () => {
  it.each<[string, IncomingHttpHeaders, number | undefined]>([
    ['ten minutes when nothing is said', {}, 600],
    ['as long as max-age says', { 'cache-control': 'public, max-age=60' }, 60],
    ['less what it aged on the way', { 'cache-control': 'max-age=60', age: '20' }, 40],
    ['never less than nothing', { 'cache-control': 'max-age=60', age: '100' }, 0],
    ['max-age before Expires', { 'cache-control': 'Max-Age="5"', expires: 'Fri, 30 Jan 2026 13:00:00 GMT' }, 5],
    ['not at all when max-age is no number', { 'cache-control': 'max-age=soon' }, 0],
    ['a bounded time', { 'cache-control': `max-age=${'9'.repeat(40)}` }, 315_360_000],
    ['until Expires', { expires: 'Fri, 30 Jan 2026 13:00:00 GMT' }, 3600],
    [
      'until Expires by the clock of the server',
      { expires: 'Fri, 30 Jan 2026 13:00:00 GMT', date: 'Fri, 30 Jan 2026 12:59:00 GMT' },
      60,
    ],
    ['not at all when Expires is no date', { expires: '0' }, 0],
    ['not at all after no-cache', { 'cache-control': 'no-cache, max-age=60' }, 0],
    ['not at all when everything varies', { vary: '*' }, 0],
    ['never kept after no-store', { 'cache-control': 'max-age=60, No-Store' }, undefined],
  ])('%s', (_, headers, seconds) => {
    expect(freshUntil(headers, now)).toBe(seconds === undefined ? undefined : now + seconds * 1000);
  });
});
