import { CORE_SCHEMA, defineMappingTag, defineScalarTag, defineSequenceTag, load, realMapTag, seqTag } from 'js-yaml';
import { parse as parseToml } from 'smol-toml';
import type { Metadata } from './article-tree.ts';
import { frontMatterLanguages } from './join-front-matter.ts';
import { firstText, toMetadata, toValues, type Values } from './metadata-values.ts';
import { parseJsonObject, readTitleBlock } from './title-block.ts';

/** The front matter of a text, and the text that follows it. */
export interface FrontMatter {
  readonly title?: string;
  readonly metadata: Metadata;
  /** The text without its front matter. */
  readonly body: string;
}

// Jekyll's and Hugo's fences: `---` around YAML (`...` may end it), `+++` around TOML, `;;;` around JSON; the language may be
// named after the first. They are at the very start, or below comments.
const fence =
  /^(?:<!--(?:[^-]|-(?!->))*-->\s*)*(---|\+\+\+|;;;)[ \t]*(yaml|toml|json)?[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??(?:\1|\.\.\.)[ \t]*(?:\r?\n|\r|$)/i;

/** The longest front matter, in characters, its fences included: a longer one is text. */
export const maxFrontMatter = 65_536;

/**
 * Splits a text into its front matter and its body, and reads the front matter. A text that only opens with a thematic
 * break has none. Front matter that cannot be parsed is left out of the metadata, but never shown as text.
 */
export function readFrontMatter(text: string): FrontMatter {
  const [whole, marker, language, matter = ''] = fence.exec(text.slice(0, maxFrontMatter)) ?? [];
  if (whole === undefined) return readTitleBlock(text) ?? { metadata: {}, body: text };
  const values = readMatter(matter, language?.toLowerCase() ?? frontMatterLanguages[marker ?? '']);
  if (!values) return { metadata: {}, body: text };
  const title = firstText(values, ['title']);
  return { ...(title && { title }), metadata: toMetadata(values), body: text.slice(whole.length) };
}

function readMatter(matter: string, language: string | undefined): Values | undefined {
  switch (language) {
    case 'toml':
      return readToml(matter);
    case 'json':
      return parseJsonObject(matter.trim().startsWith('{') ? matter : `{${matter}}`);
    default:
      return readYaml(matter);
  }
}

/** Reads YAML; undefined when it is not a mapping: then the fences were thematic breaks around prose. */
function readYaml(matter: string): Values | undefined {
  if (matter.trim() === '') return new Map();
  try {
    // YAML requires a closing bracket further to the right than its key; few people do.
    return toValues(load(matter.replace(/^ *(?=[\]}])/gm, '$& '), { schema, json: true }));
  } catch {
    // Read line by line instead.
  }
  return /^\s*[\w-]+\s*:/.test(matter) ? readLines(matter, ':') : undefined;
}

// A tag that no schema knows, as R Markdown's `!r`, is ignored.
const anyTag = { matchByTagPrefix: true };
const schema = CORE_SCHEMA.withTags(
  realMapTag,
  defineScalarTag('', { ...anyTag, resolve: (text) => text, identify: () => false }),
  defineSequenceTag('', { ...seqTag, ...anyTag }),
  defineMappingTag('', { ...realMapTag, ...anyTag }),
);

function readToml(matter: string): Values | undefined {
  try {
    return toValues(parseToml(matter));
  } catch {
    return /^\s*[\w-]+\s*=/.test(matter) ? readLines(matter, '=') : undefined;
  }
}

/** Reads front matter that no parser accepts line by line: `key: value` still counts. */
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
