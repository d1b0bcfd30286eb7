/** The source of a footnote's definition. */
export interface FootnoteSource {
  /** In lower case. */
  readonly label: string;
  /** Its Markdown, without indentation. */
  readonly text: string;
  /** The offset after it. */
  readonly end: number;
}

// GitHub's footnotes, which are in no specification: `[^label]: text`, further lines indented or lazy, and `[^label]`.
const definition =
  / {0,3}\[\^([^\]\s[]{1,999})\]:[ \t]*([^\n]*(?:\n(?!\s*\[\^[^\]\s[]+\]:)(?:(?:[ \t]*\n)*(?: {4}|\t)[ \t]*[^ \t\n][^\n]*|(?![ \t]*(?:\n|$|#|>|[-+*] |\d{1,9}[.)] |```|~~~|<))[^\n]+))*)(?:\n|$)/y;

/** Reads the definition of a footnote, `[^label]: …`, at an offset, if there is one. */
export function readFootnote(markdown: string, at: number): FootnoteSource | undefined {
  definition.lastIndex = at;
  const match = definition.exec(markdown);
  if (!match) return undefined;
  const [raw, label = '', body = ''] = match;
  return { label: label.toLowerCase(), text: body.replace(/^(?: {4}|\t)/gm, ''), end: at + raw.length };
}

/** Writes the definition of a footnote; `text` is Markdown, of one or several blocks. */
export function writeFootnote(label: string | number, text: string): string {
  return `[^${label}]: ${text.replace(/\n(?=[^\n])/g, '\n    ')}`;
}
