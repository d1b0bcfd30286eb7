import type { Dialect } from './dialect.ts';
import { isBlank } from './dialect-lines.ts';
import type { Lines } from './lines.ts';
import { Rewriting } from './rewriting.ts';

/**
 * Style sheets and scripts within HTML, as in notebooks and components: Markdown ends an HTML block at a blank line,
 * and the rest of the style sheet would be text. An unclosed one stays.
 */
export const styleSheets: Dialect = {
  substrings: ['<'],
  pattern: /<(?:style|script)[\s>]/i,
  rewrite(lines) {
    const result = new Rewriting(lines);
    const unclosed = new Set<string>();
    for (const index of lines.find(/<(?:style|script)/i)) {
      const line = lines.at(index);
      // At the start of a block Markdown itself knows where it ends.
      if (!line || line.code || index < result.next || isBlank(lines.at(index - 1)?.text ?? '')) continue;
      const [, before = '', tag] = /^([ \t]*(?:<[^>]*>[ \t]*)*)<(style|script)(?:\s[^>]*)?>/i.exec(line.text) ?? [];
      const name = tag?.toLowerCase();
      if (name === undefined || unclosed.has(name)) continue;
      const end = endOf(lines, index, name);
      // No later one has an end either: searching each time would be quadratic.
      if (end < 0) unclosed.add(name);
      else {
        const last = lines.at(end)?.text ?? '';
        const after = last.slice(last.toLowerCase().lastIndexOf(`</${name}`)).replace(/^<\/\w+\s*>/, '');
        result.replace(index, end + 1, [{ ...line, text: before + after }]);
      }
    }
    return result.done;
  },
};

function endOf(lines: Lines, start: number, name: string): number {
  const closing = new RegExp(`</${name}\\s*>`, 'i');
  for (const index of lines.find(closing, start)) {
    const line = lines.at(index);
    if (line && !line.code && closing.test(line.text)) return index;
  }
  return -1;
}
