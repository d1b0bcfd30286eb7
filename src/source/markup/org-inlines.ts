import { escapeInline } from '../../markdown/escape.ts';
import { codeSpan, emphasis, image, link } from '../markdown-blocks.ts';
import { bareAddress, type InlineRule, inlineReader } from './inline-reader.ts';

/** Emphasis is between spaces or punctuation, as `org-emphasis-regexp-components` defines, and contains no link. */
const before = String.raw`(?<=^|[\s\p{Pd}\p{Ps}\p{Pi}"'*/+_|>])`;
const after = String.raw`(?=$|[\s\p{Pd}\p{Pe}\p{Pf}.,;:!?"'*/+_|\\[\u2026\u3002\u3001])`;

function emphasised(marker: string, write: (words: string, read: (text: string) => string) => string): InlineRule {
  const escaped = marker.replace(/[*+]/, '\\$&');
  return {
    pattern: new RegExp(
      `${before}${escaped}([^\\s${escaped}](?:(?:[^[]|\\[(?!\\[)){0,1000}?[^\\s])??)${escaped}${after}`,
      'u',
    ),
    write: ([, words = ''], read) => write(words, read),
  };
}

/** Reads Org's inline markup as Markdown. */
export const readWords = inlineReader([
  {
    pattern: /\[\[([^\][]{1,2000})\](?:\[([^\]]{1,2000})\])?\]/,
    write: ([, target = '', words], read) => writeLink(target, words, read),
  },
  { pattern: /\[fn:([\w-]+)\]/, write: ([, label = '']) => `[^${label}]` },
  { pattern: /\[fn:[\w-]*:([^\]]{1,2000})\]/, write: ([, words = ''], read) => ` (${read(words)})` },
  { pattern: /\\\((.{1,1000}?)\\\)/, write: ([, formula = '']) => `$${formula.trim()}$` },
  { pattern: /\$([^\s$](?:[^$\n]{0,500}[^\s$])?)\$(?![\p{L}\p{N}])/u, write: ([, formula = '']) => `$${formula}$` },
  { pattern: /<(https?:\/\/[^\s<>]+)>/, write: ([, address = '']) => escapeInline(address) },
  { pattern: /[<[]\d{4}-\d\d-\d\d[^\]>\n]{0,40}[>\]]/, write: ([stamp]) => escapeInline(stamp.slice(1, -1)) },
  { pattern: /@@(\w+):(.{0,200}?)@@/, write: () => '' },
  { pattern: /\{\{\{(\w+)(?:\((.{0,200}?)\))?\}\}\}/, write: ([whole]) => escapeInline(whole) },
  { pattern: /(?<!\\)\\\\(?=\n|$)/, write: () => '\u2028' },
  emphasised('~', (words) => codeSpan(words)),
  emphasised('=', (words) => codeSpan(words)),
  emphasised('*', (words, read) => emphasis('**', read(words))),
  emphasised('/', (words, read) => emphasis('*', read(words))),
  emphasised('+', (words, read) => emphasis('~~', read(words))),
  emphasised('_', (words, read) => `<u>${read(words)}</u>`),
  { pattern: /(?<=[\p{L}\p{N})])_\{([^{}]{1,100})\}/u, write: ([, words = ''], read) => `<sub>${read(words)}</sub>` },
  { pattern: /(?<=[\p{L}\p{N})])\^\{([^{}]{1,100})\}/u, write: ([, words = ''], read) => `<sup>${read(words)}</sup>` },
  bareAddress,
]);

function writeLink(target: string, words: string | undefined, read: (text: string) => string): string {
  const address = target.replace(/^file:/, '');
  const isImage = /\.(?:png|jpe?g|gif|svg|webp)$/i.test(address);
  if (isImage && words === undefined) return image('', address);
  const text = words === undefined ? escapeInline(target.replace(/^[*#]|^(?:file|id|mailto):/, '')) : read(words);
  // Links to headings, ids and within Emacs lead nowhere here.
  return /^(?:https?|ftp|mailto):|\.\w{1,5}(?:::.*)?$/i.test(address) ? link(text, address.replace(/::.*$/, '')) : text;
}
