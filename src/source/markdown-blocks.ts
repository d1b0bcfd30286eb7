import { alertKinds } from '../markdown/alert-kind.ts';
import { codeFence, writeCodeSpan } from '../markdown/code-fence.ts';
import { escapeInline } from '../markdown/escape.ts';

/** Deeper blocks are shown as written. */
export const deepest = 20;

/** Returns a fenced code block, whatever fences are in it. */
export function codeBlock(lines: readonly string[], language = ''): string {
  const fence = codeFence(lines.join('\n'));
  return [fence + language.replace(/[^\w+#.-]/g, ''), ...lines, fence].join('\n');
}

/** Returns a code span, its white space collapsed. */
export function codeSpan(code: string): string {
  return writeCodeSpan(code.replace(/\s+/g, ' '));
}

/** Returns a heading of level 1 to 6; `title` is Markdown. */
export function heading(level: number, title: string): string {
  return `${'#'.repeat(Math.min(Math.max(level, 1), 6))} ${title.replace(/\n/g, ' ').replace(/(^|\s)(#+)$/, '$1\\$2')}`;
}

/** Returns a list item, its blocks below its marker. */
function listItem(marker: string, body: string): string {
  const [first = '', ...rest] = body.split('\n');
  const indent = ' '.repeat(marker.length + 1);
  return [`${marker} ${first}`.trimEnd(), ...rest.map((line) => (line === '' ? '' : indent + line))].join('\n');
}

/** Writes items as a list: tight where each is one paragraph, with lists below it at most. */
export function list(items: readonly (readonly [marker: string, body: string])[]): string {
  const isTight = items.every(([, body]) => !/\n\n(?!\s*(?:[-*+]|\d+[.)]) )/.test(body));
  return items
    .map(([marker, body]) => listItem(marker, isTight ? body.replace(/\n\n/g, '\n') : body))
    .join(isTight ? '\n' : '\n\n');
}

/** Returns a term and what it means: Markdown Extra's definition list. */
export function definition(term: string, body: string): string {
  return `${term.replace(/\n/g, ' ')}\n${listItem(':  ', body)}`;
}

/** Returns a paragraph of inline Markdown, escaped where its first character would begin another block. */
export function paragraph(words: string): string {
  return /^(?:[#>=+-]|\d+[.)]|[:~])/.test(words) ? words.replace(/^(\d*)/, '$1\\') : words;
}

export function quote(body: string): string {
  return body
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** Returns a block below its title, Markdown too, if it has one. */
export function titled(title: string, body: string): string {
  return title === '' ? body : `**${title}**\n\n${body}`;
}

/** Returns an admonition as one of GitHub's alerts, below its title if it has one. */
export function alert(name: string, body: string, title = ''): string {
  return quote(`[!${(alertKinds.get(name.toLowerCase()) ?? 'note').toUpperCase()}]\n${titled(title, body)}`);
}

/** Returns a table of cells in Markdown; the first row is its header. Shorter rows stay so: padded, they could grow with the square. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 1);
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').trim()).join(' | ')} |`;
  const [header = [], ...body] = rows;
  const padded = Array.from({ length: columns }, (_, index) => header[index] ?? '');
  return [line(padded), `|${' --- |'.repeat(columns)}`, ...body.map(line)].join('\n');
}

/** Returns a link; its text is Markdown. An address that leads nowhere outside the author's files is dropped. */
export function link(text: string, address: string): string {
  if (/^(?:https?|ftp):\/\/\S+$/i.test(address) && text === escapeInline(address)) return text;
  return `[${text}](<${address.replace(/[<>\n]/g, encodeURIComponent)}>)`;
}

export function image(alternative: string, address: string): string {
  return `![${escapeInline(alternative)}](<${address.replace(/[<>\n]/g, encodeURIComponent)}>)`;
}

/** Writes emphasis, its delimiters at the words; blank text stays. */
export function emphasis(marker: '*' | '**' | '~~', text: string): string {
  const trimmed = text.trim();
  return trimmed === '' ? text : marker + trimmed + marker;
}
