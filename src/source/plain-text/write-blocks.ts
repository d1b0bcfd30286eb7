import { endsWithAddress, escapeInline, escapeMarkdown, type Underscores } from '../../markdown/escape.ts';
import { codeBlock, heading, quote } from '../markdown-blocks.ts';
import type { TextBlock, TextItem } from './text-block.ts';

/** Writes blocks as Markdown: every word of theirs, in order, and nothing else. */
export function writeMarkdown(blocks: readonly TextBlock[], underscores: Underscores = 'words'): string {
  let result = '';
  let before: TextBlock | undefined;
  for (const block of blocks) {
    // Two lists in a row would be one; an empty comment keeps them apart, as CommonMark advises.
    if (before) result += before.kind === 'list' && block.kind === 'list' ? '\n<!-- -->\n\n' : '\n';
    result += `${writeBlock(block, underscores)}\n`;
    before = block;
  }
  return result;
}

function writeBlock(block: TextBlock, underscores: Underscores): string {
  switch (block.kind) {
    case 'heading':
      return heading(block.level, escapeInline(block.text, underscores));
    case 'paragraph':
      return escapeMarkdown(block.text, underscores);
    case 'verse':
      return writeLines(block.lines, underscores);
    case 'verbatim':
      return codeBlock(block.lines);
    case 'list':
      return writeList(block.items, underscores);
    case 'quote':
      return quote(writeMarkdown(block.blocks, underscores).trimEnd());
    case 'rule':
      return '* * *';
  }
}

/** Writes lines with hard breaks between them. */
function writeLines(lines: readonly string[], underscores: Underscores): string {
  let result = '';
  for (const [at, line] of lines.entries()) {
    const written = escapeMarkdown(line, underscores);
    const hardBreak = endsWithAddress(written) ? '  \n' : '\\\n';
    result += at + 1 < lines.length ? written + hardBreak : written;
  }
  return result;
}

/** Escapes an item; `[ ]` and `[x]` at its start are a task's. */
function escapeItem(text: string, underscores: Underscores): string {
  const [task = ''] = /^\[[ xX]\] (?=\S)/.exec(text) ?? [];
  return task + escapeMarkdown(text.slice(task.length), underscores);
}

function writeList(items: readonly TextItem[], underscores: Underscores): string {
  const indents: string[] = [];
  const numbers: (number | undefined)[] = [];
  const lines: string[] = [];
  for (const item of items) {
    const depth = Math.min(item.depth, indents.length);
    const marker = item.number ?? '-';
    const indent = indents[depth - 1] ?? '';
    const number = item.number === undefined ? undefined : Number.parseInt(item.number, 10);
    const last = numbers[depth];
    // Markdown numbers items itself: other numbers begin another list.
    if (number !== undefined && last !== undefined && depth < indents.length && number !== last + 1) {
      lines.push('', `${indent}<!-- -->`, '');
    }
    indents.length = depth;
    numbers.length = depth;
    indents.push(`${indent}${' '.repeat(marker.length + 1)}`);
    numbers.push(number);
    lines.push(`${indent}${marker} ${writeItem(item, indents.at(-1) ?? '', underscores)}`);
  }
  return lines.join('\n');
}

function writeItem({ text, more = [] }: TextItem, indent: string, underscores: Underscores): string {
  if (more.length === 0) return escapeItem(text, underscores);
  return writeLines([text, ...more], underscores)
    .split('\n')
    .join(`\n${indent}`);
}
