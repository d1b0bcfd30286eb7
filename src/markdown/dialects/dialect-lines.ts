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
  let fence = '';
  return text.split('\n').map((line, from) => {
    if (fence) {
      const end = closing.exec(line)?.[1] ?? '';
      if (end.startsWith(fence)) fence = '';
      return { text: line, from, code: true };
    }
    fence = opening.exec(line)?.[1] ?? '';
    return { text: line, from, code: fence !== '' };
  });
}

/** Marks fenced code anew, after lines have become fences. */
export function remarkCode(lines: readonly Line[]): Line[] {
  const marked = splitLines(lines.map(({ text }) => text).join('\n'));
  return lines.map((line, index) => ({ ...line, code: marked[index]?.code ?? false }));
}

/** Rewrites the lines that are no code, each by itself; only those that match `mark`, where it is given. */
export function mapText(lines: readonly Line[], rewrite: (text: string) => string, mark?: RegExp): Line[] {
  return lines.map((line) => {
    if (line.code || mark?.test(line.text) === false) return line;
    const text = rewrite(line.text);
    return text === line.text ? line : { ...line, text };
  });
}

/** Rewrites the text of a line outside of its code spans. */
export function outsideCode(text: string, rewrite: (text: string) => string): string {
  if (!text.includes('`')) return rewrite(text);
  return text
    .split(/(?<![\\`])(`+)(?!`)(.*?[^`])\1(?!`)/)
    .map((piece, index, pieces) => {
      // Every three pieces: text, a backtick string, the code that it encloses.
      if (index % 3 === 0) return rewrite(piece);
      if (index % 3 === 1) return piece;
      return `${piece}${pieces[index - 1]}`;
    })
    .join('');
}

/** Rewrites text outside of destinations, autolinks, bare addresses, tags and formulas. */
export function outsideAddresses(text: string, rewrite: (words: string) => string): string {
  return text
    .split(/(\]\([^)]*\)|<[^<>]*>|(?:https?|ftp):\/\/\S+|\$[^$]+\$)/)
    .map((piece, index) => (index % 2 === 0 ? rewrite(piece) : piece))
    .join('');
}

/** Tells whether a line is blank. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
