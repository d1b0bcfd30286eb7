import { escapeInline } from '../../markdown/escape.ts';
import { codeSpan, emphasis, image, link } from '../markdown-blocks.ts';
import type { InlineRule } from './inline-reader.ts';

/** What inline markup refers to: titles by their ids, and the footnotes so far, to which new ones are added. */
export interface AsciidocReferences {
  readonly captions: ReadonlyMap<string, string>;
  readonly footnotes: string[];
}

/** Creates the rules of AsciiDoc's inline markup. */
export function asciidocRules({ captions, footnotes }: AsciidocReferences): readonly InlineRule[] {
  const reference = (id: string, words: string | undefined, read: (text: string) => string): string =>
    read(
      words ||
        captions.get(id.replace(/^#/, '')) ||
        id
          .replace(/^.*#|\.adoc$/g, '')
          .replace(/^_/, '')
          .replace(/_/g, ' '),
    );
  const named = new Map<string, number>();
  return [
    { pattern: /\\(?=[*_`#^~])([*_`#^~]+)/, write: ([, escaped = '']) => escapeInline(escaped) },
    {
      pattern: /footnote:([\w-]*)\[((?:[^\]\\]|\\.){0,2000})\]/,
      write: ([, name = '', words = ''], read) => {
        const number = (words === '' && named.get(name)) || footnotes.push(read(words.replace(/\n/g, ' ')));
        if (name !== '') named.set(name, number);
        return `[^${number}]`;
      },
    },
    {
      pattern: /<<([^,<>]{1,200})(?:,(.{1,300}?))?>>/,
      write: ([, id = '', words], read) => reference(id, words?.trim(), read),
    },
    {
      pattern: /xref:([^[\s]{1,300})\[([^\]]{0,500})\]/,
      write: ([, id = '', words], read) => reference(id, words, read),
    },
    ...macros,
    ...formatting,
  ];
}

const macros: readonly InlineRule[] = [
  {
    pattern: /(?:link:)([^[\s]{1,2000})\[([^\]]{0,1000})\]/,
    write: ([, address = '', words = ''], read) => link(linkWords(words, read) || escapeInline(address), address),
  },
  {
    pattern: /<?((?:https?|ftp|mailto):(?:\/\/)?[^\s<>[\]]{1,2000})(?:\[([^\]]{0,1000})\])?>?/,
    write: ([whole, address = '', words], read) =>
      words
        ? link(linkWords(words, read), address)
        : escapeInline(words === undefined ? whole.replace(/^<|>$/g, '') : address),
  },
  {
    pattern: /image:([^[\s:][^[\s]{0,1000})\[([^\],]{0,500})[^\]]{0,500}\]/,
    write: ([, address = '', words = '']) => image(words, address),
  },
  {
    pattern: /(?:kbd|btn):\[([^\]]{1,200})\]/,
    write: ([whole, keys = ''], read) => (whole.startsWith('kbd') ? `<kbd>${read(keys)}</kbd>` : `**${read(keys)}**`),
  },
  {
    pattern: /menu:([^[\n]{1,100})\[([^\]]{0,200})\]/,
    write: ([, menu = '', item = ''], read) =>
      `**${read(
        [menu, ...item.split('>')]
          .map((each) => each.trim())
          .filter(Boolean)
          .join(' › '),
      )}**`,
  },
  {
    pattern: /(?:stem|latexmath|asciimath):\[((?:[^\]\\]|\\.){1,1000})\]/,
    write: ([, formula = '']) => `$${formula}$`,
  },
  {
    pattern: /(?:pass:\w*\[([^\]]{0,1000})\]|\+\+\+(.{1,1000}?)\+\+\+)/,
    write: ([, one, two]) => escapeInline(one ?? two ?? ''),
  },
];

const formatting: readonly InlineRule[] = [
  { pattern: /"`(.{1,2000}?)`"/, write: ([, words = ''], read) => `“${read(words)}”` },
  { pattern: /'`(.{1,2000}?)`'/, write: ([, words = ''], read) => `‘${read(words)}’` },
  {
    pattern: /\[\[\[([^\],]{1,100})(?:,([^\]]{1,200}))?\]\]\]/,
    write: ([, id = '', words = id]) => escapeInline(`[${words.trim()}]`),
  },
  { pattern: /\[\[[^\]]{1,200}\]\]|\[#[\w-]{1,100}\](?=[#*_`])|\(\(\([^()]{1,200}\)\)\)/, write: () => '' },
  { pattern: /\[[\w.-]{0,60}\](?=#)/, write: () => '' },
  { pattern: /``(.{1,1000}?)``/, write: ([, code = '']) => codeSpan(passed(code)) },
  {
    pattern: /(?<![\p{L}\p{N}_])`(\S(?:[^`]{0,1000}?\S)??)`(?![\p{L}\p{N}])/u,
    write: ([, code = '']) => codeSpan(passed(code)),
  },
  { pattern: /\*\*(.{1,1000}?)\*\*/, write: ([, words = ''], read) => emphasis('**', read(words)) },
  { pattern: /__(.{1,1000}?)__/, write: ([, words = ''], read) => emphasis('*', read(words)) },
  { pattern: /##(.{1,1000}?)##/, write: ([, words = ''], read) => `<mark>${read(words)}</mark>` },
  {
    pattern: /(?<![\p{L}\p{N}_])\*(\S(?:[^\n]{0,1000}?\S)??)\*(?![\p{L}\p{N}])/u,
    write: ([, words = ''], read) => emphasis('**', read(words)),
  },
  {
    pattern: /(?<![\p{L}\p{N}_])_(\S(?:.{0,1000}?\S)??)_(?![\p{L}\p{N}_])/u,
    write: ([, words = ''], read) => emphasis('*', read(words)),
  },
  {
    pattern: /(?<![\p{L}\p{N}_])#(\S(?:[^#\n]{0,1000}?\S)??)#(?![\p{L}\p{N}])/u,
    write: ([, words = ''], read) => `<mark>${read(words)}</mark>`,
  },
  { pattern: /\^([^\s^]{1,100})\^/, write: ([, words = ''], read) => `<sup>${read(words)}</sup>` },
  { pattern: /~([^\s~]{1,100})~/, write: ([, words = ''], read) => `<sub>${read(words)}</sub>` },
  {
    pattern: /(?<![\p{L}\p{N}_+])\+(\S(?:[^+\n]{0,500}?\S)??)\+(?![\p{L}\p{N}+])/u,
    write: ([, words = '']) => escapeInline(words),
  },
];

/** Returns a link's text, without options such as `window=_blank` and the `^` that abbreviates it. */
function linkWords(words: string, read: (text: string) => string): string {
  const [, quoted] = /^"(.*)"(?:,.*)?$/.exec(words) ?? [];
  return read((quoted ?? words.replace(/,\s*\w+=.*$/, '')).replace(/\^$/, '').replace(/\n/g, ' '));
}

/** Writes code that is passed through: `+code+`. */
function passed(code: string): string {
  return code.replace(/^\+(.*)\+$/s, '$1');
}
