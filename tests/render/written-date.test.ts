import { expect, test } from 'vitest';
import { writtenDate } from '../../src/render/written-date.ts';

test.each(['en', 'fr', 'de', 'es', 'pt-BR', 'ja', 'ar'])('%s writes a date as Intl does', (language) => {
  for (let day = 0; day < 366; day += 1) {
    const time = new Date(Date.UTC(2024, 0, 1 + day));
    const iso = time.toISOString();
    const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
    expect(writtenDate(iso.slice(0, 10), language)).toBe(
      new Intl.DateTimeFormat(language, { ...options, day: 'numeric' }).format(time),
    );
    expect(writtenDate(iso.slice(0, 7), language)).toBe(new Intl.DateTimeFormat(language, options).format(time));
  }
});

test('what is no date, or of no known language, is not lost', () => {
  expect(writtenDate('last Tuesday', 'fr')).toBe('last Tuesday');
  expect(writtenDate('2026-02-31', 'fr')).toBe('2026-02-31');
  expect(writtenDate('2026-01-30', '!')).toBe('January 30, 2026');
  expect(writtenDate('2026-01-30', undefined)).toBe('January 30, 2026');
});
