import type { TextBlock } from '../text-block.ts';
import { columnsOf, type TextLine } from './line.ts';
import type { LineLayout } from './line-layout.ts';
import { endsSentence, forcedBreaks } from './line-shape.ts';
import { joinWords } from './paragraphs.ts';

/** `[00:01:15]`, `1:15`, `(00:01)`. */
const timestamp = /^[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?(?:\s|$)/;
/** `HOST:`, `DR. LEAF:` */
const capitals = /^[\p{Lu}][\p{Lu}\p{N} .'’-]{1,30}:(?:\s|$)/u;
/** `Ada:`, `Ada Leaf:`, `Phone:` */
const name = /^\p{Lu}[\p{L}.'’-]{0,20}(?: \p{L}[\p{L}.'’-]{0,20}){0,2}:(?:\s|$)/u;

/**
 * Reads the turns of a conversation, the entries of a log and other lines that each begin with a time or with a name
 * and a colon: one line or paragraph each, with the lines that follow. Undefined where fewer than two lines begin so.
 */
export function readTurns(lines: readonly TextLine[], layout: LineLayout): TextBlock[] | undefined {
  const [first] = lines;
  if (!first || !(timestamp.test(first.text) || name.test(first.text) || capitals.test(first.text))) return undefined;
  const turns: TextLine[][] = [];
  for (const [at, line] of lines.entries()) {
    if (at === 0 || beginsTurn(lines, at, layout)) turns.push([line]);
    else turns.at(-1)?.push(line);
  }
  if (turns.length < 2) return undefined;
  const isShort = turns.every((turn) => turn.length === 1 && columnsOf(turn[0]?.text ?? '') <= 70);
  if (isShort) return [{ kind: 'verse', lines: turns.map(joinWords) }];
  return turns.map((turn) => ({ kind: 'paragraph', text: joinWords(turn) }));
}

/** Reports whether a name and a colon begin a turn: in wrapped prose, after a full line, they may be there by chance. */
function beginsTurn(lines: readonly TextLine[], at: number, layout: LineLayout): boolean {
  const line = lines[at];
  const before = lines[at - 1];
  if (!line || !before) return false;
  if (timestamp.test(line.text)) return timestamp.test(lines[0]?.text ?? '');
  // What has no time among lines that have one is a line of its own too, unless the one before was full.
  if (timestamp.test(lines[0]?.text ?? '') && line.indent === 0)
    return forcedBreaks([before, line], layout.width * 0.75) > 0;
  if (capitals.test(line.text)) return endsSentence(before.text) || forcedBreaks([before, line], layout.width - 6) > 0;
  return name.test(line.text) && forcedBreaks([before, line], layout.width * 0.75) > 0;
}
