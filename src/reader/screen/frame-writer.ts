import type { Page } from '../../render/page.ts';
import { painter } from '../../render/paint.ts';
import type { Line, Segment } from '../../render/segment.ts';
import { inverse } from '../../render/style.ts';
import { columns, isNarrow } from '../../render/width.ts';
import { createOutputFilter } from '../../terminal/output-filter.ts';
import { linkTarget } from '../../text/link-target.ts';

/** A writer of frames: of each, only the rows that have changed. */
export interface FrameWriter {
  /** Returns the text that turns the previous frame into this one; empty where they are the same. */
  readonly write: (frame: readonly Line[], width: number) => string;
  /** Forgets the previous frame: the next one is written whole. */
  readonly forget: () => void;
}

/** Creates a writer. `usePage` sets whether there are colours and links; without colours, only inverse is left. */
export function createFrameWriter(): FrameWriter & { readonly usePage: (page: Page) => void } {
  const pass = createOutputFilter({ escapes: true });
  let paint: (line: Line) => string = () => '';
  let used: Page | undefined;
  let shown: readonly string[] = [];
  return {
    usePage(page) {
      if (page === used) return;
      used = page;
      paint = rowPainter(page);
    },
    forget() {
      shown = [];
    },
    write(frame, width) {
      const rows = frame.map((line) => rowText(line, width, (part) => pass(paint(part))));
      let out = '';
      for (const [row, text] of rows.entries()) if (text !== shown[row]) out += `\x1b[${row + 1};1H${text}`;
      shown = rows;
      return out === '' ? '' : `${beginFrame}${out}${endFrame}`;
    },
  };
}

// Terminals that know it show nothing before the frame is complete; the others ignore it. None is queried.
const beginFrame = '\x1b[?2026h';
const endFrame = '\x1b[?2026l';

function rowPainter(page: Page): (line: Line) => string {
  if (page.colorLevel > 0) {
    const rich = painter(page);
    return (line) => rich(line.map((segment) => withSafeLink(segment, page.hyperlinks)));
  }
  const bare = painter({ ...page, colorLevel: 1, hyperlinks: false });
  return (line) => bare(line.map(({ text, style }) => ({ text, style: style & inverse })));
}

/** Drops the link of a segment that only this reader can follow; one for other programs keeps its address. */
function withSafeLink(segment: Segment, hyperlinks: boolean): Segment {
  if (!segment.link) return segment;
  const target = hyperlinks ? linkTarget(segment.link.address) : undefined;
  if (target === undefined) return { text: segment.text, style: segment.style };
  return { ...segment, link: { ...segment.link, address: target } };
}

/**
 * Writes a row as text. After a character whose width terminals disagree on, the column is set; the empty end of a row
 * is erased rather than written.
 */
function rowText(line: Line, width: number, paint: (part: Line) => string): string {
  let end = line.length;
  while (end > 0 && line[end - 1]?.style === 0 && line[end - 1]?.text.trim() === '') end--;
  let out = '';
  let column = 0;
  let part: Segment[] = [];
  for (let index = 0; index < end; index++) {
    const segment = line[index] as Segment;
    part.push(segment);
    column += columns(segment.text);
    if (isNarrow(segment.text)) continue;
    out += paint(part);
    part = [];
    if (index + 1 < end) out += `\x1b[${column + 1}G`;
  }
  out += paint(part);
  return column < width ? `${out}\x1b[K` : out;
}
