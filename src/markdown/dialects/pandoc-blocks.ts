import type { Dialect } from './dialect.ts';
import { isBlank, mapText, outsideCode } from './dialect-lines.ts';
import type { Lines } from './lines.ts';
import { Rewriting } from './rewriting.ts';

const example = /^ {0,3}\(@([\w-]{0,60})\)[ \t]+(?=\S)/;
const verse = /^\|(?: |$)/;
const described = /^ {0,3}~ {1,3}(?=\S)/;

/**
 * Pandoc's line blocks (`| ` before each line), numbered examples (`(@)`, `(@name)`), automatic numbers (`#.`) and
 * descriptions below a term that begin with `~`.
 */
export const pandocBlocks: Dialect = {
  substrings: ['| ', '#.', '(@', ' ~ '],
  // A row of a table ends with a bar. The lines before a tilde are looked back for: the tilde is found several times faster.
  pattern:
    /^\| (?:[^\n]*[^|\s])?[^\S\n]*\n\|(?: |$)|^ {0,3}#\.[ \t]|^ {0,3}\(@[\w-]{0,60}\)[ \t]| ~ (?<=^[^\s~>|#-][^\n]{0,100}\n\n? {1,3}~ )/m,
  rewrite: (lines) => withDescriptions(withExamples(withLineBlocks(lines))),
};

function withLineBlocks(lines: Lines): Lines {
  const result = new Rewriting(lines);
  for (const start of lines.find(/^\| /m)) {
    if (start < result.next || !isBlank(lines.at(start - 1)?.text ?? '')) continue;
    const texts: string[] = [];
    for (let at = start; verse.test(lines.at(at)?.text ?? '') && !lines.at(at)?.code; at += 1)
      texts.push(lines.at(at)?.text ?? '');
    // With a bar at its end, or a row of dashes, it is a table.
    if (texts.length < 2 || texts.some((text) => /\|\s*$/.test(text.slice(1)) || /^\|[ :|-]*-[ :|-]*$/.test(text)))
      continue;
    for (const [index, text] of texts.entries()) {
      const line = lines.at(start + index);
      const words = text.slice(2);
      const indent = /^ */.exec(words)?.[0].length ?? 0;
      const isLast = index === texts.length - 1 || isBlank((texts[index + 1] ?? '').slice(1));
      const shown = '\u00a0'.repeat(Math.min(indent, 16)) + words.trim() + (isLast || isBlank(words) ? '' : '\\');
      if (line) result.replace(start + index, start + index + 1, [{ ...line, text: shown }]);
    }
  }
  return result.done;
}

function withExamples(lines: Lines): Lines {
  const numbers = new Map<string, number>();
  let count = 0;
  const numbered = mapText(lines, /\(@|^ {0,3}#\.[ \t]/m, (text) =>
    text.replace(/^( {0,3})#\.(?=[ \t]+\S)/, '$11.').replace(example, (_, name: string) => {
      count += 1;
      if (name !== '') numbers.set(name, count);
      return `${count}. `;
    }),
  );
  if (numbers.size === 0) return numbered;
  return mapText(numbered, /\(@/, (text) =>
    outsideCode(text, (words) =>
      words.replace(/\(@([\w-]{1,60})\)/g, (whole, name: string) =>
        numbers.has(name) ? `(${numbers.get(name)})` : whole,
      ),
    ),
  );
}

function withDescriptions(lines: Lines): Lines {
  let last = -2;
  return mapText(lines, /^ {0,3}~ /m, (text, index) => {
    const before = lines.at(index - 1)?.text ?? '';
    const term = isBlank(before) ? (lines.at(index - 2)?.text ?? '') : before;
    const isTerm = !isBlank(term) && term.length <= 100 && !/^[\s>|#~-]/.test(term);
    if (!described.test(text) || !(isTerm || last === index - 1)) return text;
    last = index;
    return text.replace(described, ': ');
  });
}
