import type { Code } from '../../markdown/types.ts';
import { cleanText, closeBidi } from '../../text/sanitize.ts';
import { EMPTY_LINE, type Line, type Segment } from '../segment.ts';
import { columns, eachCluster } from '../width.ts';
import type { Context } from './context.ts';
import { indented } from './indent.ts';

const INDENT = 2;
const TAB = 4;

/** The first word of an info string, in lower case: `js` of `js {1,3} title=x`. */
export function codeLanguage(info: string | undefined): string {
  return /^[^\s,{]*/.exec(info?.trim() ?? '')?.[0]?.toLowerCase() ?? '';
}

/** Code set in a little, its lines kept whole unless the page asks to wrap them. */
export function codeBlock(token: Code, width: number, context: Context): Line[] {
  const code = closeBidi(cleanText(token.text)).replace(/^\n+/, '').trimEnd();
  if (code === '') return [];
  const { theme } = context;
  const painted = context.highlighter?.(code, codeLanguage(token.lang), theme);
  const segments = painted ?? [{ text: code, style: theme.codeBlock }];
  return indented(width, INDENT, (inner) =>
    verbatim(segments, context.page.wrapCode ? inner : Number.POSITIVE_INFINITY),
  );
}

/** Text line by line as it stands, tabs as spaces to the next stop; cut at `width` columns, whatever stands there. */
export function verbatim(segments: readonly Segment[], width: number): Line[] {
  const lines: Line[] = [];
  let line: Segment[] = [];
  let column = 0;
  const end = (): void => {
    lines.push(line.length > 0 ? line : EMPTY_LINE);
    line = [];
    column = 0;
  };
  for (const segment of segments) {
    segment.text.split('\n').forEach((piece, index) => {
      if (index > 0) end();
      const text = piece.includes('\t') ? expandTabs(piece, column) : piece;
      const wide = width === Number.POSITIVE_INFINITY && text === piece ? text.length : columns(text);
      if (column + wide <= width) {
        if (text !== '') line.push({ ...segment, text });
        column += wide;
        return;
      }
      let start = 0;
      eachCluster(text, (at, taken) => {
        if (column + taken > width && column > 0) {
          if (at > start) line.push({ ...segment, text: text.slice(start, at) });
          start = at;
          end();
        }
        column += taken;
      });
      if (start < text.length) line.push({ ...segment, text: text.slice(start) });
    });
  }
  end();
  return lines;
}

function expandTabs(text: string, from: number): string {
  let out = '';
  let column = from;
  for (const piece of text.split(/(?<=\t)/)) {
    const bare = piece.replace('\t', '');
    column += columns(bare);
    const gap = bare === piece ? 0 : TAB - (column % TAB);
    column += gap;
    out += bare + ' '.repeat(gap);
  }
  return out;
}
