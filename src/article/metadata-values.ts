import { withoutUserInformation } from '../text/link-target.ts';
import { isAddress } from '../text/parse-url.ts';
import { cleanText, closeBidi } from '../text/sanitize.ts';
import type { Metadata } from './article-tree.ts';

/** The values of front matter, by keys in lower case. */
export type Values = ReadonlyMap<string, unknown>;

/** Returns a parsed mapping's entries; undefined for anything else. */
export function toValues(value: unknown): Values | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return new Map(entries.map(([key, content]) => [String(key).toLowerCase(), content]));
}

/** Reads an article's metadata from front matter. */
export function toMetadata(values: Values): Metadata {
  const date = toDate(firstText(values, ['date', 'published', 'pubdate', 'publishdate', 'created']));
  const author = firstText(values, ['author', 'authors', 'by', 'byline']);
  const language = firstText(values, ['lang', 'language', 'locale'])?.replace(/_/g, '-');
  const address = firstText(values, ['source', 'url', 'address', 'canonical', 'canonical_url', 'link']);
  const site = firstText(values, ['site', 'site_name', 'publication']);
  const abstract = firstText(values, ['description', 'abstract', 'summary', 'excerpt']);
  const tags = toTags(values.get('tags') ?? values.get('keywords') ?? values.get('categories'));
  return {
    ...(date && { date }),
    ...(author && { author }),
    ...(language && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language) && { language }),
    ...(address && isAddress(address) && { address: withoutUserInformation(address) }),
    ...(site && { site }),
    ...(abstract && { abstract }),
    ...(tags.length > 0 && { tags }),
  };
}

/** Returns the text of the first of these keys that has one, as one clean line. */
export function firstText(values: Values, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = toText(values.get(key));
    if (text) return text;
  }
  return undefined;
}

/** Reads a value as one line of clean text: a list by its items, a person (`{name: …}`) by the name. */
function toText(value: unknown): string {
  return Array.isArray(value) ? value.map(itemText).filter(Boolean).join(', ') : itemText(value);
}

/** Reads a value that is no list, one level deep and no deeper: by an alias, a value can contain itself. */
function itemText(value: unknown): string {
  if (typeof value !== 'object' || value === null || value instanceof Date) return scalarText(value);
  return scalarText(value instanceof Map ? value.get('name') : 'name' in value ? value.name : undefined);
}

function scalarText(value: unknown): string {
  if (typeof value === 'string') {
    return closeBidi(
      cleanText(value)
        .replace(/\s+/g, (space) => (/^[\u00a0\u202f]+$/.test(space) ? space : ' '))
        .trim(),
    );
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof Date ? value.toISOString() : '';
}

function toTags(value: unknown): readonly string[] {
  const tags = Array.isArray(value) ? value.map(itemText) : toText(value).split(',');
  return tags.map((tag) => tag.trim()).filter(Boolean);
}

/** Writes a date as ISO 8601 where it names a day or month; else unchanged, as `03/04/2021` and `Spring 2025`. */
function toDate(written: string | undefined): string | undefined {
  if (written === undefined || /^\d{4}(-\d\d(-\d\d([T ].*)?)?)?$/.test(written)) return written;
  const numbers = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(written);
  if (numbers) {
    const [, one, separator, two, year] = numbers;
    const isDayFirst = separator === '.' || Number(one) > 12 || one === two;
    if (!isDayFirst && Number(two) <= 12) return written;
    return dayOf(isDayFirst ? `${year}-${two}-${one}` : `${year}-${one}-${two}`) ?? written;
  }
  const names = written.replace(/\d{1,2}:\d{2}\S*/g, '');
  if (!/(?<!\d)\d{4}(?!\d)/.test(names) || !/\p{L}{3}|^\d{4}\//u.test(names)) return written;
  if (/(?<!\d)\d{1,2}(?!\d)/.test(names)) return dayOf(written) ?? written;
  return /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(names)
    ? (dayOf(`1 ${written}`)?.slice(0, 7) ?? written)
    : written;
}

function dayOf(written: string): string | undefined {
  const day = new Date(`${written} UTC`);
  return Number.isNaN(day.getTime()) ? undefined : day.toISOString().slice(0, 10);
}
