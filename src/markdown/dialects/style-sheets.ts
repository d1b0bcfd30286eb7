import type { Dialect } from './dialect.ts';
import { isBlank, type Line } from './dialect-lines.ts';

/**
 * Style sheets and scripts within HTML, as notebooks and components have them: Markdown ends an HTML block at a blank
 * line, and the rest of the style sheet would be text. One that is not closed stays.
 */
export const styleSheets: Dialect = {
  marks: /<(?:style|script)[\s>]/i,
  rewrite(lines) {
    const result: Line[] = [];
    const unclosed = new Set<string>();
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index] as Line;
      // At the start of a block Markdown itself knows where it ends.
      const isInside = line.text.includes('<') && index > 0 && !isBlank(lines[index - 1]?.text ?? '');
      const [, before = '', name] =
        line.code || !isInside
          ? []
          : (/^([ \t]*(?:<[^>]*>[ \t]*)*)<(style|script)(?:\s[^>]*)?>/i.exec(line.text) ?? []);
      const end = name === undefined || unclosed.has(name.toLowerCase()) ? -1 : endOf(lines, index, name);
      if (end < 0) {
        // No later one has an end either: to look for it each time would be quadratic.
        if (name !== undefined) unclosed.add(name.toLowerCase());
        result.push(line);
        continue;
      }
      const last = (lines[end] as Line).text;
      const after = last.slice(last.toLowerCase().lastIndexOf(`</${name?.toLowerCase()}`)).replace(/^<\/\w+\s*>/, '');
      result.push({ ...line, text: before + after });
      index = end;
    }
    return result;
  },
};

function endOf(lines: readonly Line[], start: number, name: string): number {
  const closing = new RegExp(`</${name}\\s*>`, 'i');
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    if (!line.code && closing.test(line.text)) return index;
  }
  return -1;
}
