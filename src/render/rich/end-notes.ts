import { EMPTY_LINE, type Line, type Segment } from '../segment.ts';
import { columns } from '../width.ts';
import { wrap } from '../wrap.ts';
import { append, blocks } from './block-lines.ts';
import type { Context } from './context.ts';
import { hasRoom, prefix } from './indent.ts';

/**
 * Lays out the notes at a section's end: the footnotes that it refers to, then the addresses of its links. `isAwaited`
 * says which footnotes are referred to later.
 */
export function endNotes(width: number, context: Context, isAwaited?: (label: string) => boolean): Line[] {
  const lines: Line[] = [];
  context.footnotes.numberUnreferenced(isAwaited);
  let loose = false;
  for (let note = context.footnotes.next(); note; note = context.footnotes.next()) {
    const { number, definition } = note;
    const set = numbered(`${number}. `, width, context, (inner) => blocks(definition.tokens, inner, context));
    const paragraphs = set.some((line) => line.length === 0);
    if (lines.length > 0 && (loose || paragraphs)) lines.push(EMPTY_LINE);
    loose = paragraphs;
    append(lines, set);
  }
  const addresses = context.links.take();
  if (addresses.length > 0 && lines.length > 0) lines.push(EMPTY_LINE);
  for (const { number, address } of addresses) {
    const segments = [{ text: address, style: context.theme.address }];
    append(
      lines,
      numbered(`[${number}] `, width, context, (inner) => wrap(segments, inner, context.breaking)),
    );
  }
  if (lines.length === 0) return lines;
  return context.page.accessible
    ? [[{ text: `${context.labels.notes}:`, style: context.theme.meta }], ...lines]
    : [[{ text: context.symbols.line.repeat(Math.min(NOTE_RULE, width)), style: context.theme.rule }], ...lines];
}

const NOTE_RULE = 12;

function numbered(text: string, width: number, context: Context, layOut: (width: number) => Line[]): Line[] {
  const mark: Segment = { text, style: context.theme.note };
  const taken = columns(text);
  if (hasRoom(width, taken)) {
    const lines = layOut(width - taken);
    return prefix(lines.length > 0 ? lines : [EMPTY_LINE], mark, { text: ' '.repeat(taken), style: 0 });
  }
  return [[{ ...mark, text: text.trimEnd() }], ...layOut(width)];
}
