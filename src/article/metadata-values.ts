import { isoDate } from '../text/dates.ts';
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
  const language = firstText(values, ['lang', 'language', 'locale'])?.replace(/_/g, '-');
  const date = toDate(firstText(values, ['date', 'published', 'pubdate', 'publishdate', 'created']), language);
  const author = firstText(values, ['author', 'authors', 'by', 'byline']);
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
function toDate(written: string | undefined, language?: string): string | undefined {
  if (written === undefined || /^\d{4}(-\d\d(-\d\d([T ].*)?)?)?$/.test(written)) return written;
  return isoDate(written, language)?.slice(0, 10) ?? written;
}
