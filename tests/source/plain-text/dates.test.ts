import { describe, expect, it } from 'vitest';
import { findDate, readDate, takeDateStamp } from '../../../src/source/plain-text/dates.ts';

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
