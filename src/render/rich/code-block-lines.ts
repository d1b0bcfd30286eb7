import type { Code } from '../../markdown/syntax-tree.ts';
import { emptyLine, type Line, lineColumns, type Segment } from '../segment.ts';
import { columns } from '../width.ts';
import { codeLanguage, codeText } from './code-text.ts';
import type { Context } from './context.ts';
import { cutLine, wrapLine } from './fit-line.ts';
import { barred, indented } from './indent.ts';

const indent = 2;
const tab = 4;
/** The least columns between a line of code and the language at its right. */
const labelGap = 2;

/** Lays out code beside a thin bar, its language at the right of its first line where there is room. */
export function codeBlockLines(token: Code, width: number, context: Context): Line[] {
  const { theme, symbols, page } = context;
  const segments = context.highlighter?.take(token, theme) ?? [{ text: codeText(token), style: theme.codeBlock }];
  if (segments.every(({ text }) => text === '')) return [];
  const layOut = (inner: number) => fitLines(verbatim(segments), inner, context);
  if (page.accessible) return indented(width, indent, layOut);
  const bar: Segment = { text: symbols.codeBar.padEnd(indent), style: theme.codeBar };
  return barred(bar, width, (inner) => labelled(layOut(inner), codeLanguage(token.lang), inner, context));
}

/** Fits lines of code to a width as the page requires: truncated or wrapped, both visibly, or left whole. */
function fitLines(lines: readonly Line[], width: number, context: Context): Line[] {
  const { page, symbols, theme } = context;
  if (page.wrapCode) {
    const marker = { text: symbols.continued, style: theme.codeLabel };
    return lines.flatMap((line) => wrapLine(line, width, marker));
  }
  if (!page.cutCode) return [...lines];
  const marker = { text: symbols.cut, style: theme.codeLabel };
  return lines.map((line) => cutLine(line, width, marker));
}

/** Language names that say nothing. */
const unnamed = /^(?:text|txt|plain|plaintext|none|nohighlight)?$/;

function labelled(lines: Line[], language: string, width: number, { theme }: Context): Line[] {
  const first = lines[0];
  if (!first || unnamed.test(language) || language.length > width / 2) return lines;
  const room = width - lineColumns(first) - columns(language);
  if (room < labelGap) return lines;
  return lines.with(0, [...first, { text: ' '.repeat(room), style: 0 }, { text: language, style: theme.codeLabel }]);
}

/** Splits text into lines, unchanged, with tabs as spaces to the next stop. */
export function verbatim(segments: readonly Segment[]): Line[] {
  const lines: Line[] = [];
  let line: Segment[] = [];
  let column = 0;
  const hasTabs = segments.some(({ text }) => text.includes('\t'));
  const end = (): void => {
    lines.push(line.length > 0 ? line : emptyLine);
    line = [];
    column = 0;
  };
  for (const segment of segments) {
    let isNext = false;
    for (const chunk of segment.text.split('\n')) {
      if (isNext) end();
      isNext = true;
      const text = chunk.includes('\t') ? expandTabs(chunk, column) : chunk;
      if (text !== '') line.push(text === segment.text ? segment : { ...segment, text });
      if (hasTabs) column += columns(text);
    }
  }
  end();
  return lines;
}

function expandTabs(text: string, from: number): string {
  let out = '';
  let column = from;
  for (const chunk of text.split(/(?<=\t)/)) {
    const bare = chunk.replace('\t', '');
    column += columns(bare);
    const gap = bare === chunk ? 0 : tab - (column % tab);
    column += gap;
    out += bare + ' '.repeat(gap);
  }
  return out;
}
