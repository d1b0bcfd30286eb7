import type { Lines } from './lines.ts';
import { Rewriting } from './rewriting.ts';

/**
 * Rewrites each line that matches `pattern` and is no code. While `isOpen` says that a construct continues, the lines
 * after it are rewritten too.
 */
export function mapText(
  lines: Lines,
  pattern: RegExp,
  rewrite: (text: string, index: number) => string,
  isOpen: () => boolean = () => false,
): Lines {
  const result = new Rewriting(lines);
  let next = 0;
  for (const found of lines.find(pattern)) {
    if (found < next) continue;
    next = found;
    do {
      const line = lines.at(next);
      const text = !line || line.code ? line?.text : rewrite(line.text, next);
      if (line && text !== undefined && text !== line.text) result.replace(next, next + 1, [{ ...line, text }]);
      next += 1;
    } while (isOpen() && next < lines.length);
  }
  return result.done;
}

/** Rewrites the text of a line outside of its code spans. */
export function outsideCode(text: string, rewrite: (text: string, followsCode: boolean) => string): string {
  if (!text.includes('`')) return rewrite(text, false);
  return text
    .split(/(?<![\\`])(`+)(?!`)(.*?[^`])\1(?!`)/)
    .map((part, index, parts) => {
      // In threes: text, a backtick string, the code that it encloses.
      if (index % 3 === 0) return rewrite(part, index > 0);
      if (index % 3 === 1) return part;
      return `${part}${parts[index - 1]}`;
    })
    .join('');
}

/** Rewrites text outside of destinations, autolinks, bare addresses, tags and formulas. */
export function outsideAddresses(text: string, rewrite: (words: string) => string): string {
  return text
    .split(/(\]\((?:(?!\]\()[^)])*\)|<[^<>]*>|(?:https?|ftp):\/\/\S+|\$[^$]+\$)/)
    .map((part, index) => (index % 2 === 0 ? rewrite(part) : part))
    .join('');
}

/**
 * Returns the index of the line that closes what begins at a line, within its paragraph and `most` lines; -1 where there
 * is none. `first` is what begins, up to the end of its line.
 */
export function closingLine(lines: Lines, start: number, first: string, closing: RegExp, most: number): number {
  if (closing.test(first)) return start;
  for (let index = start + 1; index < start + most; index += 1) {
    const line = lines.at(index);
    if (!line || line.code || isBlank(line.text)) return -1;
    if (closing.test(line.text)) return index;
  }
  return -1;
}

/** Reports whether a line is blank. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
