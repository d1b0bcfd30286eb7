import type { FrontMatter } from './front-matter.ts';
import { firstText, toMetadata, toValues, type Values } from './metadata-values.ts';

/** The longest title block, in characters. */
const longest = 16_384;

/**
 * Reads a title block that is neither YAML nor TOML: Pandoc's lines with `%`, MultiMarkdown's `Title: …`, a JSON object
 * (Hugo's). Undefined where there is none.
 */
export function readTitleBlock(text: string): FrontMatter | undefined {
  const head = text.slice(0, longest);
  const block = pandocBlock(head) ?? multiMarkdownBlock(head) ?? jsonBlock(head);
  if (!block) return undefined;
  const title = firstText(block.values, ['title']);
  return { ...(title && { title }), metadata: toMetadata(block.values), body: text.slice(block.length) };
}

interface TitleBlock {
  readonly values: Values;
  /** In characters, with the line ends after it. */
  readonly length: number;
}

/** Reads Pandoc's title block: `% title`, `% authors`, `% date`, each with indented lines; `%` alone omits one. */
function pandocBlock(text: string): TitleBlock | undefined {
  if (!/^%[ \t\r\n]/.test(text)) return undefined;
  const field = /%[ \t]*([^\n]*(?:\n[ \t]+\S[^\n]*)*)(?:\n|$)/y;
  const fields: string[] = [];
  let length = 0;
  while (fields.length < 3) {
    const match = field.exec(text);
    if (!match) break;
    fields.push((match[1] ?? '').trim());
    length = field.lastIndex;
  }
  const [title = '', authors = '', date = ''] = fields;
  if (title + authors === '' || !/^[ \t]*(?:\r?\n|$)/.test(text.slice(length))) return undefined;
  const names = authors.split(/;|\r?\n/).map((name) => name.trim());
  return { values: new Map(Object.entries({ title, author: names.filter(Boolean), date })), length };
}

/** Reads MultiMarkdown's metadata: `Key: value` up to the first blank line, with a title, or an author and a date. */
function multiMarkdownBlock(text: string): TitleBlock | undefined {
  if (!/^[A-Za-z][\w -]{0,30}:[ \t]/.test(text)) return undefined;
  const end = /\r?\n[ \t]*(?=\r?\n)/.exec(text);
  if (!end) return undefined;
  const values = readFields(text.slice(0, end.index));
  if (!values || !(values.get('title') || (values.get('author') && values.get('date')))) return undefined;
  return { values, length: end.index + end[0].length };
}

/** Reads lines `Key: value`, with continuations indented; keys in lower case. Undefined where a line is neither. */
export function readFields(block: string): Map<string, string> | undefined {
  const values = new Map<string, string>();
  let key = '';
  for (const line of block.split(/\r?\n/)) {
    const [, name, value = ''] = /^([A-Za-z][\w -]{0,30}?)[ \t]*:(?:[ \t]+(.*))?$/.exec(line) ?? [];
    if (name !== undefined) {
      key = name.toLowerCase();
      if (!values.has(key)) values.set(key, value.trim());
    } else if (key !== '' && /^[ \t]+\S/.test(line)) {
      // Authors are a line each.
      const isNext = /^authors?$/.test(key) && /^[ \t]+\p{Lu}/u.test(line) && !/,$/.test(values.get(key) ?? ',');
      values.set(key, `${values.get(key)}${isNext ? ',' : ''} ${line.trim()}`.trim());
    } else {
      return undefined;
    }
  }
  return values;
}

/** Reads a JSON object at the start, its last bracket alone on its line, with text after it. */
function jsonBlock(text: string): TitleBlock | undefined {
  const [whole, object] = /^(\{\s*"[\s\S]*?\r?\n\})[ \t]*(?:\r?\n)(?=[\s\S]*\S)/.exec(text) ?? [];
  const values = object === undefined ? undefined : parseJsonObject(object);
  return whole !== undefined && values?.has('title') ? { values, length: whole.length } : undefined;
}

/** Parses a JSON object into its entries, keys in lower case; undefined for anything else. */
export function parseJsonObject(text: string): Values | undefined {
  try {
    return toValues(JSON.parse(text));
  } catch {
    return undefined;
  }
}
