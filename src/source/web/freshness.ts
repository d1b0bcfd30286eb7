import type { IncomingHttpHeaders } from 'node:http';

/** Milliseconds for which a page is fresh when its server does not say. */
const unsaid = 10 * 60_000;

/**
 * Computes until when a page that came `now` is fresh, both in milliseconds since the epoch; undefined when it must not
 * be stored at all. By RFC 9111: `no-store`, `no-cache`, `max-age` less `Age`, `Expires` less `Date`; ten minutes when
 * none of them is there.
 */
export function freshUntil(headers: IncomingHttpHeaders, now: number): number | undefined {
  const directives = new Map(
    (headers['cache-control'] ?? '').split(',').map((directive): [string, string] => {
      const [name = '', value = ''] = directive.split('=');
      return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, '$1')];
    }),
  );
  if (directives.has('no-store')) return undefined;
  if (directives.has('no-cache') || headers.vary?.trim() === '*') return now;
  const maxAge = directives.get('max-age');
  if (maxAge !== undefined) {
    // A value that is not a number is stale; the cap keeps the sum with any date within the range of dates.
    const age = /^\d+$/.test(headers.age ?? '') ? Number(headers.age) : 0;
    const lifetime = /^\d+$/.test(maxAge) ? Math.min(Number(maxAge), 10 * 365 * 86_400) - age : 0;
    return now + Math.max(0, lifetime) * 1000;
  }
  if (headers.expires !== undefined) {
    const lifetime = Date.parse(headers.expires) - (Date.parse(headers.date ?? '') || now);
    return now + Math.max(0, lifetime || 0);
  }
  return now + unsaid;
}
