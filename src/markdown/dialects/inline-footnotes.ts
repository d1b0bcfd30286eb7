import type { Dialect } from './dialect.ts';
import { isBlank, mapText, outsideCode } from './dialect-lines.ts';
import type { Lines, SourceLine } from './lines.ts';
import { Rewriting } from './rewriting.ts';

const pattern = /(?<!\\)\^\[(?=[^\s[\]^])/;
/** A note with one pair of brackets in it, such as a link's; what a destination or a label follows is none. */
const note = /(?<!\\)\^\[((?:[^[\]]|\[[^[\]]{0,500}\]){3,2000})\](?![([:])/g;

/** More notes than a person writes stay as they are. */
const most = 2000;

/**
 * `^[A note in the text.]`, as Pandoc and Obsidian have it, is a footnote. It has several words or ends a sentence, so that
 * `^[a-z]` stays a part of an expression.
 */
export const inlineFootnotes: Dialect = {
  substrings: ['^['],
  pattern,
  rewrite(lines) {
    // An indented first line would be a part of the note before it.
    let first = 0;
    while (first < lines.length && isBlank(lines.at(first)?.text ?? '')) first += 1;
    if (/^ *(?: {4}|\t)/.test(lines.at(first)?.text ?? '')) return lines;
    const notes: string[] = [];
    const text = mapText(lines, pattern, (line) =>
      outsideCode(line, (part) =>
        part.replace(note, (written, words: string) => {
          if (!isNote(words) || notes.length >= most) return written;
          notes.push(words.trim());
          return `[^${label(notes.length)}]`;
        }),
      ),
    );
    return notes.length > 0 ? withDefinitions(text, notes) : lines;
  },
};

function isNote(words: string): boolean {
  return /^[\p{L}\p{N}"'“‘«„(<[*_]/u.test(words) && /\S\s+\S|[.!?…]$/.test(words);
}

/** Returns a label that no person gives a footnote. */
function label(number: number): string {
  return `inline-note-${number}`;
}

/** Puts the definitions before the first line: after the last one, something that is left open might hide them. */
function withDefinitions(lines: Lines, notes: readonly string[]): Lines {
  const result = new Rewriting(lines);
  const written = (text: string): SourceLine => ({ text, from: 0, code: false });
  const definitions = notes.flatMap((words, index) => [written(`[^${label(index + 1)}]: ${words}`), written('')]);
  result.replace(0, 0, definitions);
  return result.done;
}
