import { parse as parseToml } from 'smol-toml';
import { Lexer, parse as parseYaml } from 'yaml';
import { withoutUserInformation } from '../text/link-target.ts';
import { cleanText, closeBidi } from '../text/sanitize.ts';
import type { Metadata } from './types.ts';

/** What front matter says, and the text that follows it. */
export interface FrontMatter {
  readonly title?: string;
  readonly metadata: Metadata;
  /** The text without its front matter. */
  readonly body: string;
}

// Jekyll's and Hugo's fences: `---` around YAML (`...` may end it), `+++` around TOML, from the very first line on.
const fence = /^(---|\+\+\+)[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??(?:\1|\.\.\.)[ \t]*(?:\r?\n|\r|$)/;

/** Front matter is at most this long, in characters, its fences included: what is longer is text. */
export const maxFrontMatter = 65_536;

/** YAML of more tokens than this is read line by line: the parser takes up to 40 µs for one, and 64 kB can hold as many. */
const maxTokens = 4000;

/** YAML of more aliases than this, too: to resolve each, the parser walks through all that comes before it. */
const maxAliases = 20;

/**
 * Splits a text into its front matter and its body, and reads what the front matter says. A text that only opens with
 * a thematic break has none. Front matter that cannot be parsed is left out of the metadata, but never shown as text.
 */
export function readFrontMatter(text: string): FrontMatter {
  const [whole, marker, matter = ''] = fence.exec(text.slice(0, maxFrontMatter).replace(/^\uFEFF/, '')) ?? [];
  if (whole === undefined) return { metadata: {}, body: text };
  const values = marker === '+++' ? readToml(matter) : readYaml(matter);
  if (!values) return { metadata: {}, body: text };
  const title = firstText(values, ['title']);
  return { ...(title && { title }), metadata: toMetadata(values), body: text.slice(whole.length) };
}

type Values = ReadonlyMap<string, unknown>;

/** Reads YAML; undefined when it is not a mapping: then the fences were thematic breaks around prose. */
function readYaml(matter: string): Values | undefined {
  if (matter.trim() === '') return new Map();
  try {
    if (isShort(matter)) return toValues(parseYaml(matter, yamlOptions));
  } catch {
    // Read line by line.
  }
  return /^\s*[\w-]+\s*:/.test(matter) ? readLines(matter, ':') : undefined;
}

const yamlOptions = {
  // `silent` would pass over errors, and so over prose; `error` throws them and still keeps warnings quiet.
  logLevel: 'error',
  schema: 'core',
  // An object's keys are text, and a key that is none (`{{ title }}`) would have to be written as YAML.
  mapAsMap: true,
  // Comparing each key with all before it, and finding the line of each error, take time that grows with the square.
  uniqueKeys: false,
  prettyErrors: false,
} as const;

/** Whether YAML has few enough tokens and aliases for the parser to be quick. */
function isShort(matter: string): boolean {
  let tokens = 0;
  let aliases = 0;
  for (const token of new Lexer().lex(matter)) {
    tokens += 1;
    if (token.startsWith('*')) aliases += 1;
    if (tokens > maxTokens || aliases > maxAliases) return false;
  }
  return true;
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

/** Reads front matter that no parser takes line by line: `key: value` still counts. */
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

/** Reads a value as one line of clean text: a list by its items, a person (`{name: …}`) by the name. */
function toText(value: unknown): string {
  return Array.isArray(value) ? value.map(itemText).filter(Boolean).join(', ') : itemText(value);
}

/** Reads a value that is no list. It goes one level down and no further: by an alias, a value can contain itself. */
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

/** Writes a date as ISO 8601 where it names a day; else as it is. */
function toDate(written: string | undefined): string | undefined {
  if (written === undefined || /^\d{4}(-\d\d(-\d\d([T ].*)?)?)?$/.test(written)) return written;
  const day = new Date(`${written} UTC`);
  return Number.isNaN(day.getTime()) ? written : day.toISOString().slice(0, 10);
}
