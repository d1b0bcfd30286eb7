import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { withoutUserInformation } from '../text/link-target.ts';
import { cleanText, closeBidi } from '../text/sanitize.ts';
import type { Metadata } from './types.ts';

export interface FrontMatter {
  readonly title?: string;
  readonly metadata: Metadata;
  /** The text without its front matter. */
  readonly body: string;
}

// Jekyll's and Hugo's fences: `---` around YAML (`...` may end it), `+++` around TOML, from the very first line on.
const fence = /^(---|\+\+\+)[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??(?:\1|\.\.\.)[ \t]*(?:\r?\n|\r|$)/;

/** Front matter longer than this is no front matter. */
const longest = 256_000;

/**
 * Parts a text from its front matter and reads what the front matter says. A text that only opens with a rule has
 * none; what cannot be read is left out of the metadata, but never shown as text.
 */
export function readFrontMatter(text: string): FrontMatter {
  const [whole, mark, matter = ''] = fence.exec(text.slice(0, longest).replace(/^\uFEFF/, '')) ?? [];
  if (whole === undefined) return { metadata: {}, body: text };
  const values = mark === '+++' ? readToml(matter) : readYaml(matter);
  if (!values) return { metadata: {}, body: text };
  const title = firstText(values, ['title']);
  return { ...(title && { title }), metadata: toMetadata(values), body: text.slice(whole.length) };
}

type Values = ReadonlyMap<string, unknown>;

/** Undefined when it is no mapping: then the fences were rules around prose. */
function readYaml(matter: string): Values | undefined {
  if (matter.trim() === '') return new Map();
  try {
    // `silent` would pass over errors, and so over prose; `error` throws them and still keeps warnings quiet. As maps, since
    // an object's keys are text, and a key that is none (`{{ title }}`) would have to be written as YAML.
    return toValues(parseYaml(matter, { logLevel: 'error', schema: 'core', mapAsMap: true }));
  } catch {
    return /^\s*[\w-]+\s*:/.test(matter) ? readLines(matter, ':') : undefined;
  }
}

function readToml(matter: string): Values | undefined {
  try {
    return toValues(parseToml(matter));
  } catch {
    return /^\s*[\w-]+\s*=/.test(matter) ? readLines(matter, '=') : undefined;
  }
}

function toValues(value: unknown): Values | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return new Map(entries.map(([key, content]) => [String(key).toLowerCase(), content]));
}

/** Broken front matter, line by line: what is plainly `key: value` still counts. */
function readLines(matter: string, separator: ':' | '='): Values {
  const values = new Map<string, unknown>();
  for (const line of matter.split(/\r?\n|\r/)) {
    const at = line.indexOf(separator);
    if (at > 0 && /^[\w-]+\s*$/.test(line.slice(0, at))) {
      const value = line.slice(at + 1).trim();
      values.set(line.slice(0, at).trim().toLowerCase(), value.replace(/^(["'])(.*)\1$/, '$2'));
    }
  }
  return values;
}

function toMetadata(values: Values): Metadata {
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
    ...(address && /^https?:\/\//i.test(address) && { address: withoutUserInformation(address) }),
    ...(site && { site }),
    ...(abstract && { abstract }),
    ...(tags.length > 0 && { tags }),
  };
}

function firstText(values: Values, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = toText(values.get(key));
    if (text) return text;
  }
  return undefined;
}

/** One line of clean text: of a list its items, of a person (`{name: …}`) the name. */
function toText(value: unknown): string {
  if (typeof value === 'string')
    return closeBidi(
      cleanText(value)
        .replace(/\s+/g, (space) => (/^[\u00a0\u202f]+$/.test(space) ? space : ' '))
        .trim(),
    );
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toText).filter(Boolean).join(', ');
  if (value instanceof Map) return toText(value.get('name'));
  if (typeof value === 'object' && value !== null && 'name' in value) return toText(value.name);
  return '';
}

function toTags(value: unknown): readonly string[] {
  const tags = Array.isArray(value) ? value.map(toText) : toText(value).split(',');
  return tags.map((tag) => tag.trim()).filter(Boolean);
}

/** ISO 8601 as far as the words tell a day; else as written. */
function toDate(written: string | undefined): string | undefined {
  if (written === undefined || /^\d{4}(-\d\d(-\d\d([T ].*)?)?)?$/.test(written)) return written;
  const day = new Date(`${written} UTC`);
  return Number.isNaN(day.getTime()) ? written : day.toISOString().slice(0, 10);
}
