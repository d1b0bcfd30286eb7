import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/article/front-matter.ts';
import { readHtml } from '../../src/source/html/html.ts';
import { readText } from '../../src/source/plain-text/plain-text.ts';
import { findDate, readDate, takeDateStamp } from '../../src/text/dates.ts';

describe('dates', () => {
  it.each([
    ['2021-05-12', '2021-05-12'],
    ['2021-05-12T10:30:00Z', '2021-05-12T10:30Z'],
    ['2021/5/2', '2021-05-02'],
    ['May 12, 2021', '2021-05-12'],
    ['12 May 2021', '2021-05-12'],
    ['Sept. 3rd, 2021', '2021-09-03'],
    ['12 mai 2021', '2021-05-12'],
    ['1er août 2021', '2021-08-01'],
    ['12. März 2021', '2021-03-12'],
    ['12 de mayo de 2021', '2021-05-12'],
    ['31.12.2021', '2021-12-31'],
    ['13/05/2021', '2021-05-13'],
    ['05/13/2021', '2021-05-13'],
    ['2021年5月12日', '2021-05-12'],
  ])('%s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each([
    '31 February 2021',
    '2021-13-01',
    '12 nonsense 2021',
    '12 constructor 2021',
    '03/04/2021',
    'May 2021',
    'soon',
  ])('no date: %s', (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  it('distinguishes day from month by the language', () => {
    expect(readDate('03/04/2021', 'fr')).toBe('2021-04-03');
  });
});

describe('date stamps', () => {
  it.each([
    ['May 12, 2021The company said', '2021-05-12', 'The company said'],
    ['Posted on 12 May 2021 - The company', '2021-05-12', 'The company'],
    ['Publié le mercredi 12 mai 2021 à 10h30', '2021-05-12T10:30', ''],
    ['[2021-05-12 14:22] Le gouvernement', '2021-05-12T14:22', 'Le gouvernement'],
    ['Nov 19, 2019 at 9:08 pm', '2019-11-19T21:08', ''],
  ])('%s', (text, date, rest) => {
    expect(takeDateStamp(text)).toEqual({ date, rest });
  });

  it('leaves a sentence that begins with a date', () => {
    expect(takeDateStamp('12 May 2021 was a cold day')).toBeUndefined();
  });

  it('finds the date of a line', () => {
    expect(findDate('Updated 1:39 am EST, Wednesday, November 20, 2019')).toBe('2019-11-20');
  });
});

describe('one date in the front matter, in an element of a page, and in the header of a mail', () => {
  const doors: Readonly<Record<string, (written: string, language?: string) => string | undefined>> = {
    'front matter': (written, language) =>
      readFrontMatter(`---\ndate: "${written}"${language ? `\nlang: ${language}` : ''}\n---\nWords.\n`).metadata.date,
    page: (written, language) => {
      const html = language ? `<html lang="${language}">` : '<html>';
      return readHtml(`${html}<head><meta name="date" content="${written}"></head><body><p>x</p></body></html>`)
        .metadata.date;
    },
    mail: (written) => readText(`From: a@example.org\nSubject: Tea\nDate: ${written}\n\nWords.\n`).metadata.date,
  };

  it.each([
    ['14 juillet 2026', '2026-07-14'],
    ['3 avril 2026', '2026-04-03'],
    ['1er août 2026', '2026-08-01'],
    ['mardi 14 juillet 2026', '2026-07-14'],
    ['12. März 2021', '2021-03-12'],
    ['12 de mayo de 2021', '2021-05-12'],
    ['12 marca 2021', '2021-03-12'],
    ['2021年5月12日', '2021-05-12'],
    ['13/05/2021', '2021-05-13'],
    ['05/13/2021 10:30 AM', '2021-05-13'],
    ['13-05-2021', '2021-05-13'],
    ['13.5.2021', '2021-05-13'],
    ['2021/5/13', '2021-05-13'],
    ['2021-5-13', '2021-05-13'],
    ['20210513', '2021-05-13'],
    ['12 May 2021', '2021-05-12'],
    ['12 May, 2021', '2021-05-12'],
    ['12th May 2021', '2021-05-12'],
    ['12-May-2021', '2021-05-12'],
    ['12/May/2021', '2021-05-12'],
    ['May 12 2021', '2021-05-12'],
    ['May 12,2021', '2021-05-12'],
    ['May 12th, 2021', '2021-05-12'],
    ['Sept. 12, 2021', '2021-09-12'],
    ['2021 May 12', '2021-05-12'],
    ['2021-May-12', '2021-05-12'],
    ['2021. január 5.', '2021-01-05'],
    ['Wednesday, May 12, 2021', '2021-05-12'],
    ['Wed May 12 2021', '2021-05-12'],
    ['Wed May  2 10:30:00 2021', '2021-05-02'],
    ['Wed May 12 10:30:00 UTC 2021', '2021-05-12'],
    ['Wed May 12 23:30:00 2021 -0500', '2021-05-12'],
    ['May 12, 2021 at 10:30', '2021-05-12'],
    ['May 12, 2021, 10:30 pm', '2021-05-12'],
    ['Published on May 12, 2021', '2021-05-12'],
    ['12-14 May 2021', '2021-05-14'],
    ['January 5, 2024 (Updated January 6, 2024)', '2024-01-05'],
  ])('%s', (written, date) => {
    for (const [door, read] of Object.entries(doors)) expect([door, read(written)]).toEqual([door, date]);
  });

  it.each([
    // The day is the writer's, whatever the reader's zone is.
    ['Wed, 12 May 2021 23:30:00 -0500', '2021-05-12', '2021-05-12T23:30:00-05:00', '2021-05-12T23:30-05:00'],
    ['Wed, 12 May 2021 10:30:00 GMT', '2021-05-12', '2021-05-12T10:30:00Z', '2021-05-12T10:30'],
    ['Wed, 12 May 2021 10:30:00 +0000', '2021-05-12', '2021-05-12T10:30:00Z', '2021-05-12T10:30Z'],
    ['Wed May 12 2021 10:30:00 GMT+0200 (CEST)', '2021-05-12', '2021-05-12T10:30:00+02:00', '2021-05-12'],
    ['Wed, 12 May 2021 23:30 EST', '2021-05-12', '2021-05-12', '2021-05-12T23:30'],
    ['2021-05-12T10:30:00+0200', '2021-05-12T10:30:00+0200', '2021-05-12T10:30:00+02:00', '2021-05-12'],
    ['20210513103000', '2021-05-13', '2021-05-13', '2021-05-13'],
  ])('%s, in the precision of each', (written, ...dates) => {
    expect(Object.values(doors).map((read) => read(written))).toEqual(dates);
  });

  it.each([
    ['May 2021', '2021-05'],
    ['juillet 2026', '2026-07'],
    ['Sept. 2021', '2021-09'],
    ['2021-05', '2021-05'],
  ])('%s names a month, and no day is made up', (written, month) => {
    expect([doors['front matter']?.(written), doors.page?.(written)]).toEqual([month, month]);
  });

  it.each([
    '03/04/2021',
    'Spring 2025',
    'soon',
    '31 February 2021',
    'February 31, 2021',
    '12 nonsense 2021',
    '12 constructor 2021',
    'chapter 3 2021',
    'May 12, 2021 – June 3, 2021',
    '1612010400',
    '1612010400123',
  ])('%s is no day: it stays as written, or is left out', (written) => {
    expect(Object.values(doors).map((read) => read(written))).toEqual([written, undefined, undefined]);
  });

  it('its day and month are distinguished by the language', () => {
    expect([doors['front matter']?.('03/04/2021', 'fr'), doors.page?.('03/04/2021', 'fr')]).toEqual([
      '2021-04-03',
      '2021-04-03',
    ]);
  });
});
