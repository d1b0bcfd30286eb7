import { toMetadata } from '../../article/metadata-values.ts';
import { writeFootnote } from '../../markdown/footnote-definition.ts';
import {
  codeBlock,
  deepest,
  definition,
  emphasis,
  heading,
  list,
  paragraph,
  quote,
  table,
  titled,
} from '../markdown-blocks.ts';
import type { Source } from '../source.ts';
import { dedent, type FoundBlock, indentOf, splitMarkup, takeIndented } from './markup-lines.ts';
import { readWords } from './org-inlines.ts';

/**
 * Reads Org as Markdown: headings, lists, blocks, tables, links, footnotes, emphasis. Keywords, drawers, planning lines
 * and comments are dropped, as by Org's own exports; a block of an unknown name is shown as written.
 */
export function readOrg(text: string): Source {
  const lines = splitMarkup(text);
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, key = '', value = ''] = /^#\+(\w+):[ \t]+(.*)$/.exec(line) ?? [];
    const name = key.toLowerCase();
    if (name !== '') fields.set(name, fields.has(name) ? `${fields.get(name)} ${value}` : value);
  }
  const date = /\d{4}-\d\d-\d\d/.exec(fields.get('date') ?? '')?.[0];
  if (date) fields.set('date', date);
  const tags = fields.get('filetags') ?? fields.get('keywords');
  if (tags)
    fields.set(
      'tags',
      tags
        .split(/[:,\s]+/)
        .filter(Boolean)
        .join(','),
    );
  const title = fields.get('title')?.trim();
  // A title is above all headings.
  const blocks = readBlocks(lines, title ? 1 : 0, 0);
  // A heading above nothing but footnotes is Org's way to collect them.
  const shown = blocks.filter(
    (block, index) => !/^#+ Footnotes$/.test(block) || !blocks.slice(index + 1).every((each) => each.startsWith('[^')),
  );
  const subtitle = fields.get('subtitle')?.trim();
  if (subtitle) shown.unshift(emphasis('*', readWords(subtitle)));
  return { markdown: `${shown.join('\n\n')}\n`, ...(title && { title }), metadata: toMetadata(fields) };
}

function readBlocks(lines: readonly string[], above: number, depth: number): string[] {
  if (depth > deepest) return [codeBlock(lines)];
  const blocks: string[] = [];
  let caption = '';
  const push = (block: string): void => {
    if (block !== '') blocks.push(titled(caption, block));
    caption = '';
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const found =
      readHeading(lines, at, above) ??
      readBlock(lines, at, above, depth) ??
      readTable(lines, at) ??
      readFootnote(lines, at, above, depth) ??
      readList(lines, at, above, depth) ??
      readFixedWidth(lines, at);
    const captioned = /^\s*#\+caption(?:\[.*?\])?:\s*(.*)$/i.exec(line)?.[1];
    if (captioned !== undefined) {
      caption = readWords(captioned);
      at += 1;
    } else if (found) {
      push(found.markdown);
      at = found.end;
    } else if (line === '' || isDropped(line)) {
      at += 1;
    } else if (/^\s*-{5,}$/.test(line)) {
      push('* * *');
      at += 1;
    } else {
      let end = at + 1;
      while (end < lines.length && !endsParagraph(lines[end] ?? '')) end += 1;
      push(writeParagraph(lines.slice(at, end)));
      at = end;
    }
  }
  return blocks;
}

/** Reports whether a line is dropped: keywords, comments, planning and properties. */
function isDropped(line: string): boolean {
  return /^\s*(?:#(?:\s|$)|#\+\w[\w-]*(?:\[.*\])?:|(?:CLOSED|DEADLINE|SCHEDULED|CLOCK):\s*[<[\d=])/.test(line);
}

function endsParagraph(line: string): boolean {
  return (
    line === '' ||
    /^\*+ |^\s*(?:#(?:\+|\s|$)|\||: |-{5,}$)|^\s*(?:[-+]|\d+[.)])\s|^\s+\*\s|^\[fn:[\w-]+\]/.test(line) ||
    /^\s*\\begin\{/.test(line) ||
    isDropped(line)
  );
}

function readHeading(lines: readonly string[], at: number, above: number): FoundBlock | undefined {
  const [, stars = '', text = ''] = /^(\*+) +(.*)$/.exec(lines[at] ?? '') ?? [];
  if (stars === '') return undefined;
  const title = text
    .replace(/\s+:[\w@#%:]+:\s*$/, '')
    .replace(/^(?:TODO|DONE|NEXT|WAITING|CANCELLED|STARTED|HOLD)\s+/, '')
    .replace(/^\[#[A-Z\d]\]\s*/, '')
    .replace(/^COMMENT\s+/, '');
  let end = at + 1;
  while (/^\s*(?:CLOSED|DEADLINE|SCHEDULED):/.test(lines[end] ?? '')) end += 1;
  if (/^\s*:PROPERTIES:\s*$/i.test(lines[end] ?? '')) {
    const close = findLine(lines, end, /^\s*:END:\s*$/i);
    if (close > 0) end = close + 1;
  }
  return { markdown: heading(stars.length + above, readWords(title.replace(/\s*\[\d*[/%]\d*\]$/, ''))), end };
}

/** Reads `#+begin_…` to `#+end_…`, drawers, and LaTeX's environments. */
function readBlock(lines: readonly string[], at: number, above: number, depth: number): FoundBlock | undefined {
  const line = lines[at] ?? '';
  const drawer = /^\s*:([\w-]+):\s*$/.exec(line)?.[1];
  if (drawer && !/^end$/i.test(drawer)) {
    const end = findLine(lines, at, /^\s*:END:\s*$/i);
    if (end < 0) return undefined;
    const isHidden = /^(?:properties|logbook)$/i.test(drawer);
    return {
      markdown: isHidden ? '' : readBlocks(lines.slice(at + 1, end), above, depth + 1).join('\n\n'),
      end: end + 1,
    };
  }
  const environment = /^\s*\\begin\{([\w*]+)\}/.exec(line)?.[1];
  if (environment) {
    const end = findLine(lines, at - 1, new RegExp(`\\\\end\\{${environment.replace('*', '\\*')}\\}`));
    if (end < 0) return undefined;
    return { markdown: `$$\n${dedent(lines.slice(at, end + 1)).join('\n')}\n$$`, end: end + 1 };
  }
  const [, name = '', rest = ''] = /^\s*#\+begin_(\w+)\s*(.*)$/i.exec(line) ?? [];
  if (name === '') return undefined;
  const end = findLine(lines, at, new RegExp(`^\\s*#\\+end_${name}\\s*$`, 'i'));
  if (end < 0) return undefined;
  // A comma escapes a line that would be a heading.
  const body = dedent(lines.slice(at + 1, end)).map((each) => each.replace(/^(\s*),(?=\*|#\+|,)/, '$1'));
  const inner = (): string => readBlocks(body, above, depth + 1).join('\n\n');
  const found = (markdown: string): FoundBlock => ({ markdown, end: end + 1 });
  switch (name.toLowerCase()) {
    case 'src':
      return found(codeBlock(body, rest.split(/\s/)[0]));
    case 'example':
    case 'export':
      return found(codeBlock(body, name.toLowerCase() === 'export' ? rest.split(/\s/)[0] : ''));
    case 'quote':
      return found(quote(inner()));
    case 'verse':
      return found(body.map((each) => '\u00a0'.repeat(indentOf(each)) + readWords(each.trim())).join('\\\n'));
    case 'comment':
      return found('');
    case 'note':
    case 'tip':
    case 'important':
    case 'warning':
    case 'caution':
      return found(quote(`[!${name.toUpperCase()}]\n${inner()}`));
    case 'center':
    case 'abstract':
    case 'details':
      return found(inner());
    default:
      return found(/^[a-z]+$/i.test(name) ? inner() : codeBlock(lines.slice(at, end + 1)));
  }
}

/** The patterns that no further line of these lines matches, so that each is searched for to the end only once. */
const unmatched = new WeakMap<readonly string[], Set<string>>();

function findLine(lines: readonly string[], from: number, pattern: RegExp): number {
  const known = unmatched.get(lines) ?? new Set();
  if (known.has(pattern.source)) return -1;
  for (let index = from + 1; index < lines.length; index += 1) if (pattern.test(lines[index] ?? '')) return index;
  unmatched.set(lines, known.add(pattern.source));
  return -1;
}

function readTable(lines: readonly string[], at: number): FoundBlock | undefined {
  if (!/^\s*\|/.test(lines[at] ?? '')) return undefined;
  const rows: string[][] = [];
  let end = at;
  let hasHeader = false;
  for (; /^\s*\|/.test(lines[end] ?? ''); end += 1) {
    const line = (lines[end] ?? '').trim();
    if (/^\|[-+|]+$/.test(line)) hasHeader ||= rows.length === 1;
    // A row of `<l>`, `<r>` and widths sets the columns' alignment.
    else if (!/^\|(?:\s*(?:<[lcr]?\d*>)?\s*\|)+$/.test(line) || !line.includes('<'))
      rows.push(
        line
          .replace(/^\||\|$/g, '')
          .split('|')
          .map((cell) => readWords(cell.trim())),
      );
  }
  while (/^\s*#\+tblfm:/i.test(lines[end] ?? '')) end += 1;
  return { markdown: table(hasHeader || rows.length < 2 ? rows : [[], ...rows]), end };
}

function readFootnote(lines: readonly string[], at: number, above: number, depth: number): FoundBlock | undefined {
  const [, label = '', first = ''] = /^\[fn:([\w-]+)\]\s*(.*)$/.exec(lines[at] ?? '') ?? [];
  if (label === '') return undefined;
  let end = at + 1;
  while (end < lines.length && !/^\*+ |^\[fn:/.test(lines[end] ?? '') && !(lines[end] === '' && lines[end + 1] === ''))
    end += 1;
  const blocks = readBlocks([first, ...lines.slice(at + 1, end)], above, depth + 1);
  return { markdown: writeFootnote(label, blocks.join('\n\n')), end };
}

const itemStart =
  /^(\s*)(?:([-+])|(\d{1,9}|[a-z])[.)]|(?<=\s)(\*))(?:\s+|$)(?:\[@(\d+)\]\s*)?(\[[ X-]\]\s+)?(?:(.*?)\s+::(?:\s+|$))?/;

function readList(lines: readonly string[], at: number, above: number, depth: number): FoundBlock | undefined {
  const first = itemStart.exec(lines[at] ?? '');
  if (!first) return undefined;
  const indent = (first[1] ?? '').length;
  const isDefinition = first[7] !== undefined;
  const items: (readonly [string, string])[] = [];
  const definitions: string[] = [];
  let number = 1;
  let end = at;
  for (;;) {
    let next = end;
    while (lines[next] === '' && next - end < 2) next += 1;
    const item = itemStart.exec(lines[next] ?? '');
    if (!item || (item[1] ?? '').length !== indent || (item[7] !== undefined) !== isDefinition) break;
    const { lines: rest, end: after } = takeIndented(lines, next + 1, indent + 1);
    const text = (lines[next] ?? '').slice(item[0].length);
    const body = readBlocks([text, ...rest], above, depth + 1).join('\n\n');
    if (isDefinition) {
      definitions.push(definition(readWords(item[7] ?? ''), body || '\u00a0'));
    } else {
      number = Number(item[5] ?? (/^\d/.test(item[3] ?? '') && items.length === 0 ? item[3] : number));
      const box = item[6] === undefined ? '' : item[6].includes('X') ? '[x] ' : '[ ] ';
      items.push([item[3] === undefined ? '-' : `${number}.`, box + body]);
      number += 1;
    }
    end = after;
  }
  return { markdown: isDefinition ? definitions.join('\n\n') : list(items), end };
}

/** Reads lines that begin with `: `. */
function readFixedWidth(lines: readonly string[], at: number): FoundBlock | undefined {
  let end = at;
  while (/^\s*:(?: |$)/.test(lines[end] ?? '')) end += 1;
  if (end === at) return undefined;
  return { markdown: codeBlock(lines.slice(at, end).map((line) => line.replace(/^\s*: ?/, ''))), end };
}

function writeParagraph(lines: readonly string[]): string {
  const text = lines.map((line) => line.trim()).join('\n');
  const words = readWords(text)
    .replace(/\n/g, ' ')
    .replace(/ ?\u2028 ?/g, '\\\n');
  return paragraph(words);
}
