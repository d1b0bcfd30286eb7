// As on GitHub and in Pandoc: `$` opens before a non-space, closes after one, and never before a digit, so that "from
// $5 to $10" stays money.
const inline = /(\$\$(?!\$)([^$]+?)\$\$|\$(?![\s$])((?:\\.|[^$\\\n])*?(?:\\.|[^$\\\s]))\$(?!\d))/y;

/** Reads the formula `$…$` or `$$…$$` at an offset, as a token; undefined where there is none. */
export function formulaAt(source: string, offset: number) {
  inline.lastIndex = offset;
  const match = inline.exec(source);
  if (!match) return undefined;
  return { type: 'inline_math', raw: match[0], text: match[2] ?? match[3] ?? '' } as const;
}
