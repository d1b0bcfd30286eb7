import type { Dialect } from './dialect.ts';
import { closingLine, isBlank, mapText, outsideAddresses, outsideCode } from './dialect-lines.ts';
import type { Lines, SourceLine } from './lines.ts';
import { Rewriting } from './rewriting.ts';

/**
 * LaTeX's delimiters of formulas, as language models write them: `\(…\)`, and `\[` … `\]` on lines of their own. Text
 * without any of TeX's characters stays: in Markdown `\(` is a parenthesis.
 */
export const mathDelimiters: Dialect = {
  substrings: ['\\(', '\\['],
  pattern: /\\\(|\\\[(?<=^[ \t]*\\\[)/m,
  rewrite(lines) {
    const rewriteInline = (text: string) =>
      outsideCode(text, (content) =>
        outsideAddresses(content, (words) =>
          words.replace(/(?<!\w)\\\((.{1,500}?)\\\)/g, (whole, formula: string) =>
            looksLikeTex(formula) ? `$${formula.trim()}$` : whole,
          ),
        ),
      );
    return mapText(display(lines), /\\\(/, rewriteInline);
  },
};

function looksLikeTex(formula: string): boolean {
  return /[\\^_=+<>]|^\s*[A-Za-z]'?\s*$|\d\s*[-/*]\s*\d/.test(formula) && !formula.includes('$');
}

/** Rewrites formulas on lines of their own. */
function display(lines: Lines): Lines {
  const result = new Rewriting(lines);
  for (const index of lines.find(/\\\[/)) {
    const line = lines.at(index);
    if (!line || line.code || index < result.next) continue;
    const [, indent = '', content] = /^([ \t]*)\\\[(.*)$/.exec(line.text) ?? [];
    const end = content === undefined ? -1 : closingLine(lines, index, content, closing, longestFormula);
    const last = lines.at(end);
    if (content === undefined || !last) continue;
    const body = bodyOf(lines, index, end, content, indent);
    if (!looksLikeTex(body.map(({ text }) => text).join('\n'))) continue;
    const fence = { ...line, text: `${indent}$$` };
    result.replace(index, end + 1, [{ ...line, text: '' }, fence, ...body, { ...fence, from: last.from }]);
  }
  return result.done;
}

/** Returns the lines of a formula: `content` is the first. */
function bodyOf(lines: Lines, start: number, end: number, content: string, indent: string): SourceLine[] {
  const body: SourceLine[] = [];
  for (let index = start; index <= end; index += 1) {
    const line = lines.at(index);
    if (!line) continue;
    const whole = index === start ? content : line.text;
    const text = index === end ? whole.replace(closing, '') : whole;
    if (index > start && index < end) body.push(line);
    else if (!isBlank(text)) body.push({ ...line, text: index === start ? indent + text.trim() : text });
  }
  return body;
}

/** In lines. */
const longestFormula = 100;
const closing = /\\\][ \t]*$/;
