/** A line of a text that dialects rewrite. */
export interface Line {
  readonly text: string;
  /** The index of the line of the source that it comes from. */
  readonly from: number;
  /** Whether it is in a fenced code block or is one of its fences: no dialect but those of fences looks at it. */
  readonly code: boolean;
  /** The id that the heading on this line is given. */
  readonly id?: string;
}

const opening = /^[ \t]*(?:>[ \t]?)*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;
const closing = /^[ \t]*(?:>[ \t]?)*[ \t]*(`{3,}|~{3,})[ \t]*$/;

/** Splits a text into lines and marks those of fenced code. */
export function splitLines(text: string): Line[] {
  const isCode = createFences();
  return text.split('\n').map((line, from) => ({ text: line, from, code: isCode(line) }));
}

/** Marks fenced code anew, after lines have become fences. */
export function remarkCode(lines: readonly Line[]): Line[] {
  const isCode = createFences();
  return lines.map((line) => {
    const code = isCode(line.text);
    return code === line.code ? line : { ...line, code };
  });
}

/** Creates a function that is told line after line and tells whether each is fenced code. */
function createFences(): (line: string) => boolean {
  let fence = '';
  return (line) => {
    if (!line.includes('```') && !line.includes('~~~')) return fence !== '';
    if (fence === '') {
      fence = opening.exec(line)?.[1] ?? '';
      return fence !== '';
    }
    if (closing.exec(line)?.[1]?.startsWith(fence)) fence = '';
    return true;
  };
}

/**
 * Rewrites the lines that are no code, each by itself; only those that match `mark`, where it is given. Where none
 * changes, `lines` themselves come back.
 */
export function mapText(lines: readonly Line[], rewrite: (text: string) => string, mark?: RegExp): readonly Line[] {
  let result: Line[] | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    if (line.code || mark?.test(line.text) === false) continue;
    const text = rewrite(line.text);
    if (text === line.text) continue;
    result ??= lines.slice();
    result[index] = { ...line, text };
  }
  return result ?? lines;
}

/** Rewrites the text of a line outside of its code spans. */
export function outsideCode(text: string, rewrite: (text: string, followsCode: boolean) => string): string {
  if (!text.includes('`')) return rewrite(text, false);
  return text
    .split(/(?<![\\`])(`+)(?!`)(.*?[^`])\1(?!`)/)
    .map((piece, index, pieces) => {
      // Every three pieces: text, a backtick string, the code that it encloses.
      if (index % 3 === 0) return rewrite(piece, index > 0);
      if (index % 3 === 1) return piece;
      return `${piece}${pieces[index - 1]}`;
    })
    .join('');
}

/** Rewrites text outside of destinations, autolinks, bare addresses, tags and formulas. */
export function outsideAddresses(text: string, rewrite: (words: string) => string): string {
  return text
    .split(/(\]\((?:(?!\]\()[^)])*\)|<[^<>]*>|(?:https?|ftp):\/\/\S+|\$[^$]+\$)/)
    .map((piece, index) => (index % 2 === 0 ? rewrite(piece) : piece))
    .join('');
}

/** Tells whether a line is blank. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
