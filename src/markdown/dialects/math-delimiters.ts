import type { Dialect } from './dialect.ts';
import { isBlank, type Line, mapText, outsideAddresses, outsideCode } from './dialect-lines.ts';

/**
 * LaTeX's delimiters of formulas, as language models write them: `\(…\)`, and `\[` … `\]` on lines of their own. What
 * has none of TeX's signs stays: in Markdown `\(` is a parenthesis.
 */
export const mathDelimiters: Dialect = {
  marks: /\\\(|^[ \t]*\\\[/m,
  rewrite(lines) {
    const rewriteInline = (text: string) =>
      outsideCode(text, (content) =>
        outsideAddresses(content, (words) =>
          words.replace(/(?<!\w)\\\((.{1,500}?)\\\)/g, (whole, formula: string) =>
            looksLikeTex(formula) ? `$${formula.trim()}$` : whole,
          ),
        ),
      );
    return mapText(display(lines), rewriteInline, /\\\(/);
  },
};

function looksLikeTex(formula: string): boolean {
  return /[\\^_=+<>]|^\s*[A-Za-z]'?\s*$|\d\s*[-/*]\s*\d/.test(formula) && !formula.includes('$');
}

/** Rewrites formulas on lines of their own. */
function display(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    const [, indent = '', content] =
      line.code || !line.text.includes('\\[') ? [] : (/^([ \t]*)\\\[(.*)$/.exec(line.text) ?? []);
    const end = content === undefined ? -1 : closingLine(lines, index, content);
    if (content === undefined || end < 0) {
      result.push(line);
      continue;
    }
    const inner = end === index ? [content.replace(/\\\][ \t]*$/, '')] : [content];
    const body: Line[] = inner
      .filter((text) => !isBlank(text))
      .map((text) => ({ ...line, text: indent + text.trim() }));
    for (const between of lines.slice(index + 1, end)) body.push(between);
    if (end > index) {
      const last = lines[end] as Line;
      const text = last.text.replace(/\\\][ \t]*$/, '');
      if (!isBlank(text)) body.push({ ...last, text });
    }
    if (!looksLikeTex(body.map(({ text }) => text).join('\n'))) {
      result.push(line);
      continue;
    }
    const fence = { ...line, text: `${indent}$$` };
    result.push({ ...line, text: '' }, fence, ...body, { ...fence, from: (lines[end] as Line).from });
    index = end;
  }
  return result;
}

/** In lines. */
const longestFormula = 100;

/** The index of the line that closes a formula, within its paragraph; -1 where none does. */
function closingLine(lines: readonly Line[], start: number, content: string): number {
  if (/\\\][ \t]*$/.test(content)) return start;
  for (let index = start + 1; index < Math.min(lines.length, start + longestFormula); index += 1) {
    const line = lines[index] as Line;
    if (line.code || isBlank(line.text)) return -1;
    if (/\\\][ \t]*$/.test(line.text)) return index;
  }
  return -1;
}
