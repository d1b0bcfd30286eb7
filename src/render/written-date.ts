import { ownProperty } from '../text/own-property.ts';

/**
 * Formats an ISO 8601 date in a language, `30 janvier 2026`; unchanged if it is none. As `Intl.DateTimeFormat` does,
 * which takes as long as starting the program to load its data: for some languages our own table is used.
 */
export function writtenDate(date: string, language = 'en'): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(date);
  if (!match) return date;
  const [, year = '', month = '', day] = match;
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  if (Number.isNaN(time.getTime()) || time.getUTCMonth() !== Number(month) - 1) return date;
  const known = ownProperty(calendars, language);
  if (!known) return byIntl(time, language, day !== undefined);
  return known.write(known.months.split(' ')[Number(month) - 1] ?? '', Number(year), day ? Number(day) : undefined);
}

interface Calendar {
  readonly months: string;
  readonly write: (month: string, year: number, day: number | undefined) => string;
}

/** Checked against `Intl.DateTimeFormat` day by day in the tests. */
const calendars: Readonly<Record<string, Calendar>> = {
  en: {
    months: 'January February March April May June July August September October November December',
    write: (month, year, day) => (day ? `${month} ${day}, ${year}` : `${month} ${year}`),
  },
  fr: {
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    write: (month, year, day) => (day ? `${day} ${month} ${year}` : `${month} ${year}`),
  },
  de: {
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    write: (month, year, day) => (day ? `${day}. ${month} ${year}` : `${month} ${year}`),
  },
  es: {
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    write: (month, year, day) => (day ? `${day} de ${month} de ${year}` : `${month} de ${year}`),
  },
};

function byIntl(time: Date, language: string, withDay: boolean): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  if (withDay) options.day = 'numeric';
  try {
    return new Intl.DateTimeFormat(language, options).format(time);
  } catch {
    return new Intl.DateTimeFormat('en', options).format(time);
  }
}
