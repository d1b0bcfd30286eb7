/** A code span: its content goes from `start` to `close`, it itself up to `end`. */
export interface CodeSpanPlace {
  readonly start: number;
  readonly close: number;
  readonly end: number;
}

/**
 * Finds the code span that starts with the backticks at an offset; undefined where they are text. `unclosed` keeps the
 * lengths of backtick strings that nothing closes any more: nearly always none, for which a set is a large object.
 */
export function codeSpanAt(source: string, at: number, unclosed: number[]): CodeSpanPlace | undefined {
  const start = backticksEnd(source, at);
  const length = start - at;
  if (unclosed.includes(length)) return undefined;
  for (let close = source.indexOf('`', start); close >= 0; ) {
    const end = backticksEnd(source, close);
    if (end - close === length) return { start, close, end };
    close = source.indexOf('`', end);
  }
  unclosed.push(length);
  return undefined;
}

function backticksEnd(source: string, at: number): number {
  let end = at + 1;
  while (source[end] === '`') end += 1;
  return end;
}

/** A tag or a comment in which nothing could be taken for other markup. */
export const inlineTag =
  /<(?:\/([a-z][a-z0-9-]*)\s*|([a-z][a-z0-9-]*)(?:\s+[a-z:_][\w.:-]*(?:\s*=\s*(?:"[^"[\]`\\]*"|'[^'[\]`\\]*'|[^\s"'=<>`[\]\\]+))?)*\s*\/?|!--(?!-?>)(?:[^-<[\]`\\]|-(?!->))*--)>/iy;

/** An address in angle brackets in which nothing could be taken for other markup. */
export const autolink = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>`[\]\\]*)>/iy;
