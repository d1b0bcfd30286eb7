import { countLineEnds } from '../../../text/count-line-ends.ts';

/**
 * Splits quotes and list items of thousands of lines, without a blank one, where lazy continuation lines follow. Guards
 * against marked's reading such lines again from each of them; nobody writes them by hand. What may contain code or
 * HTML stays.
 */
export function splitLazyContinuations(markdown: string): string {
  let result = '';
  let done = 0;
  for (const [start, end] of unbrokenLines(markdown)) {
    const lines = markdown.slice(start, end);
    if (!/^ {0,3}(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])/.test(lines) || /^[ \t]*(?:```|~~~|<)/m.test(lines)) continue;
    result += markdown.slice(done, start) + split(lines);
    done = end;
  }
  return done === 0 ? markdown : result + markdown.slice(done);
}

const manyLines = 2_000;
const linesPerPart = 200;

/** Finds the spans of many lines without a blank one. */
function* unbrokenLines(markdown: string): Generator<readonly [start: number, end: number]> {
  for (let start = 0; start < markdown.length; ) {
    const blank = markdown.indexOf('\n\n', start);
    const end = blank < 0 ? markdown.length : blank + 1;
    // Each line takes two characters at least; the end of the last one does not count.
    if (end - start >= 2 * manyLines && countLineEnds(markdown, start, end - 1) + 1 >= manyLines) yield [start, end];
    start = end + 1;
  }
}

function split(text: string): string {
  const parts: string[] = [];
  let count = 0;
  let lazy = false;
  for (const line of text.split('\n')) {
    const marked = /^ {0,3}>/.test(line);
    const plain = /^[^\s>\-+*\d#|`~<]/.test(line);
    // A quote after a lazy line, or a lazy line after many others.
    if (count >= linesPerPart && (marked ? lazy : plain && lazy)) {
      parts.push('');
      count = 0;
    }
    parts.push(line);
    lazy = plain;
    count += 1;
  }
  return parts.join('\n');
}
