/**
 * Markdown in which very long runs of lines without a blank one between them are parted where they continue a quote or
 * a list item lazily. marked reads such a run again from each of its lines; nobody writes one by hand. Runs that may
 * hold code or HTML stay as they are, and so does every run of fewer lines.
 */
export function partLongRuns(markdown: string): string {
  let result = '';
  let done = 0;
  for (const [start, end] of longRuns(markdown)) {
    const run = markdown.slice(start, end);
    if (!/^ {0,3}(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])/.test(run) || /^[ \t]*(?:```|~~~|<)/m.test(run)) continue;
    result += markdown.slice(done, start) + part(run);
    done = end;
  }
  return done === 0 ? markdown : result + markdown.slice(done);
}

const manyLines = 2_000;
const linesInPart = 200;

/** From where to where there are many lines without a blank one. */
function* longRuns(markdown: string): Generator<readonly [start: number, end: number]> {
  let start = 0;
  let lines = 0;
  for (let at = 0; at < markdown.length; ) {
    const next = markdown.indexOf('\n', at);
    const end = next < 0 ? markdown.length : next;
    if (end === at) {
      if (lines >= manyLines) yield [start, at];
      start = end + 1;
      lines = 0;
    } else {
      lines += 1;
    }
    at = end + 1;
  }
  if (lines >= manyLines) yield [start, markdown.length];
}

function part(run: string): string {
  const lines = run.split('\n');
  const parted: string[] = [];
  let count = 0;
  let lazy = false;
  for (const line of lines) {
    const marked = /^ {0,3}>/.test(line);
    const plain = /^[^\s>\-+*\d#|`~<]/.test(line);
    // A quote after a lazy line, or a lazy line after many others.
    if (count >= linesInPart && (marked ? lazy : plain && lazy)) {
      parted.push('');
      count = 0;
    }
    parted.push(line);
    lazy = plain;
    count += 1;
  }
  return parted.join('\n');
}
