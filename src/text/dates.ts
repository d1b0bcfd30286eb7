/** A date found in a text, and the length of its expression in characters. */
interface Found {
  readonly date: string;
  readonly length: number;
}

/** Reads the date that a text begins with, as ISO 8601; undefined without one, or where day and month are ambiguous. */
export function readDate(text: string, language?: string): string | undefined {
  return dateAt(text.trim(), language)?.date;
}

/**
 * Splits off a date stamp before a text's first words (`Posted on 12 May 2021 - `, `Publié le 12 mai 2021 à 10h30`):
 * the date and what follows. A sentence that begins with a date has none.
 */
export function takeDateStamp(text: string): { date: string; rest: string } | undefined {
  const lead =
    /^[\s([|•–—-]*(?:(?:(?:first )?published|posted|updated|last (?:updated|modified)|date|publié|mis à jour|paru|modifié|créé|le)(?: on| at| le)?\s*:?\s+){0,2}/i.exec(
      text,
    )?.[0] ?? '';
  const body = text.slice(lead.length);
  const weekday =
    /^(?:le )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[.,]?\s+/i.exec(
      body,
    )?.[0] ?? '';
  const found = dateAt(body.slice(weekday.length));
  if (!found) return undefined;
  let rest = body.slice(weekday.length + found.length);
  const time = found.date.includes('T')
    ? undefined
    : /^(?:,| at| à| -| –| \|)?\s+(\d{1,2})(?:[:h.](\d{2}))(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?(?![\d\p{Ll}])/u.exec(
        rest,
      );
  let date = found.date;
  if (time) {
    const stamp = clock(time[1], time[2], time[3]);
    if (stamp) {
      date += `T${stamp}`;
      rest = rest.slice(time[0].length);
    }
  }
  const separator = /^[\s)\]]*[-–—|:•·.,]*\s*/.exec(rest)?.[0] ?? '';
  const after = rest.slice(separator.length);
  if (after !== '' && !/^["“«(¿¡‘[]?[\p{Lu}\p{Lo}]/u.test(after)) return undefined;
  return { date, rest: after };
}

function clock(hour = '', minute = '', half = ''): string | undefined {
  let hours = Number(hour);
  if (/^p/i.test(half) && hours < 12) hours += 12;
  if (/^a/i.test(half) && hours === 12) hours = 0;
  if (hours > 23 || Number(minute) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

function dateAt(text: string, language?: string): Found | undefined {
  const iso =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?(?!\d)/.exec(
      text,
    );
  if (iso) return calendar(iso[0], iso[1], iso[3], iso[4], iso[5] && `T${iso[5]}${iso[6] ?? ''}`);
  const han = /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/.exec(text);
  if (han) return calendar(han[0], han[1], han[2], han[3]);
  const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (numeric) {
    const [matched, one, separator, two, year] = numeric;
    const dayFirst =
      Number(one) > 12 || separator === '.' || (language !== undefined && !/^en(?:-us)?$/i.test(language));
    const monthFirst = Number(two) > 12;
    if (Number(one) === Number(two) || dayFirst !== monthFirst)
      return calendar(matched, year, monthFirst ? one : two, monthFirst ? two : one);
    return undefined;
  }
  const dayMonth = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?(?: de)?[ -]([\p{L}]{3,12})\.?,?(?: de)?[ -](\d{4})(?!\d)/u.exec(
    text,
  );
  if (dayMonth) return calendar(dayMonth[0], dayMonth[3], monthOf(dayMonth[2]), dayMonth[1]);
  const monthDay = /^([\p{L}]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u.exec(text);
  if (monthDay) return calendar(monthDay[0], monthDay[3], monthOf(monthDay[1]), monthDay[2]);
  const yearFirst = /^(\d{4})[.,]?[ -]([\p{L}]{3,12})\.?[ -](\d{1,2})(?!\d)/u.exec(text);
  return yearFirst ? calendar(yearFirst[0], yearFirst[1], monthOf(yearFirst[2]), yearFirst[3]) : undefined;
}

function calendar(matched: string, year = '', month = '', day = '', time = ''): Found | undefined {
  const y = Number(year);
  const m = Number(month);
  const d = Number(day);
  if (y < 1000 || m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return undefined;
  return { date: `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}${time}`, length: matched.length };
}

/** Returns a month's number by its English or French name or abbreviation; of other languages if unambiguous. */
function monthOf(name = ''): string | undefined {
  const word = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const months = [
    'january janvier januar januari enero gennaio janeiro jan janv',
    'february fevrier februar februari febrero febbraio fevereiro feb fev fevr',
    'march mars marz maart marzo marco mar',
    'april avril abril aprile apr avr',
    'may mai mei mayo maggio maio',
    'june juin juni junio giugno junho jun',
    'july juillet juli julio luglio julho jul juil',
    'august aout augustus agosto aug',
    'september septembre septiembre settembre setembro sept sep',
    'october octobre oktober octubre ottobre outubro oct okt',
    'november novembre noviembre novembro nov',
    'december decembre dezember diciembre dicembre dezembro dec dez',
  ];
  const at = months.findIndex((names) => names.split(' ').includes(word));
  return at < 0 ? undefined : String(at + 1);
}

/** Finds the one date in a short line (`Updated 1:39 am EST, Wednesday, November 20, 2019`), as an ISO 8601 day. */
export function findDate(line: string, language?: string): string | undefined {
  const [day] = daysIn(line, language);
  return day;
}

/** In characters; what is longer is no date with some words around it. */
const longestLine = 300;

function* daysIn(line: string, language?: string): Generator<string> {
  if (line.length > longestLine || !/\d{4}/.test(line)) return;
  let end = 0;
  for (const { index } of line.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    const found = index < end ? undefined : dateAt(line.slice(index), language);
    if (!found) continue;
    yield found.date.slice(0, 10);
    end = index + found.length;
  }
}

/**
 * Returns the one date that metadata name, as ISO 8601 in its own precision: a moment, a day or a month. Undefined where
 * they name none or several, or where day and month are ambiguous.
 */
export function isoDate(written: string, language?: string): string | undefined {
  const text = written.trim();
  if (text.length > longestLine) return undefined;
  // What is in brackets is another date: of a change, or a range's.
  const words = inWords(text.replace(/\s*\([^()]*\d{4}\)$/, ''));
  return momentOf(text) ?? dayOf(words, language) ?? monthIn(words);
}

/** Writes a date as it is spoken: `12 May 2021` of `12-May-2021` and `12May2021`, `Wed May 12 2021` of a time in between. */
function inWords(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      // Months begin in many languages as in English: marca, augusti, septembrie.
      .replace(/(?<!\p{L})(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}+/giu, '$1')
      .replace(/(?<=\d)[-./]?(?=\p{L}{3})|(?<=\p{L}{3})[-./]?(?=\d)|(?<=\p{L}{3}[-./]\d{1,2})[-./](?=\d{4})/gu, ' ')
      .replace(/,(?=\d)/g, ', ')
      .replace(/,? \d{1,2}:\d{2}\S*(?: [AP]M)?(?: [A-Z]{3,5}| [+-]\d{4})?(?= \d{4}(?: [+-]\d{4})?$)/i, '')
  );
}

/** Reads what ISO 8601 writes, its basic format too; a longer number counts seconds or milliseconds. */
function momentOf(text: string): string | undefined {
  const [matched, year, month, day, time, zone] =
    /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?=(?:\d{4}(?:\d{2})?)?(?!\d))(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?/.exec(
      text,
    ) ?? [];
  return matched && calendar(matched, year, month, day, time && `T${time}${offsetOf(zone)}`)?.date;
}

function dayOf(text: string, language?: string): string | undefined {
  const [day, other] = daysIn(text, language);
  if (day === undefined || other !== undefined) return undefined;
  // RFC 5322, and JavaScript's dates.
  const [, time, zone = ''] =
    /(?<!\d)(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)? ?((?:GMT|UTC)? ?[+-]\d{2}:?\d{2}|GMT|UTC?|Z)(?: \([^()]*\))?$/.exec(
      text,
    ) ?? [];
  return time ? `${day}T${time.replace(/^\d:/, '0$&')}${offsetOf(zone).replace(/^[+-]00:00$/, 'Z')}` : day;
}

function monthIn(text: string): string | undefined {
  const [, name, last] = /^(\p{L}{3,12})\.?,?(?: de)? (\d{4})$/u.exec(text) ?? [];
  const [, year = last, month = monthOf(name)] = /^(\d{4})[-/](\d{1,2})$/.exec(text) ?? [];
  return calendar('', year, month, '1')?.date.slice(0, 7);
}

/** Writes a time zone as ISO 8601 does: `+02:00` of `GMT+0200`. */
function offsetOf(zone = ''): string {
  const [, hours, minutes] = /([+-]\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return hours ? `${hours}:${minutes}` : zone && 'Z';
}
