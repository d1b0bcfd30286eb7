import type { Line, Segment } from './segment.ts';

const isolateEnd = '\u2069';
const embeddingEnd = '\u202c';

/**
 * Closes each bidirectional embedding and isolate at the end of every line that it spans and opens it again on the
 * next: to a terminal a line is a paragraph, and beside it may be another cell or the page's own characters. Lines of a
 * text without such controls come back as they are.
 */
export function containBidi(lines: Line[], text: string): Line[] {
  if (!/[\u202a-\u202e\u2066-\u2069]/.test(text)) return lines;
  let open: string[] = [];
  return lines.map((line) => {
    const before = open.join('');
    for (const { text: run } of line) open = openAfter(run, open);
    const after = open.map((control) => (control >= '\u2066' ? isolateEnd : embeddingEnd)).reverse();
    return enclose(line, before, after.join(''));
  });
}

function openAfter(text: string, open: readonly string[]): string[] {
  const controls = [...open];
  for (const [control] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    if (control === isolateEnd) {
      const isolate = controls.findLastIndex((other) => other >= '\u2066');
      if (isolate >= 0) controls.length = isolate;
    } else if (control === embeddingEnd) {
      const last = controls.at(-1);
      if (last !== undefined && last < '\u2066') controls.pop();
    } else if (controls.length < deepest) controls.push(control);
  }
  return controls;
}

// UAX 9 ignores what is nested deeper.
const deepest = 125;

function enclose(line: Line, before: string, after: string): Line {
  const first = line[0];
  const last = line.at(-1);
  if (!first || !last || (before === '' && after === '')) return line;
  const out: Segment[] = [...line];
  out[0] = { ...first, text: before + first.text };
  const end = out.length - 1;
  out[end] = { ...(out[end] as Segment), text: (out[end] as Segment).text + after };
  return out;
}
