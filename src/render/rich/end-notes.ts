import { append, emptyLine, type Line, type Segment } from '../segment.ts';
import { columns } from '../width.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { hasRoom, prefix } from './indent.ts';

/**
 * Lays out the notes at the end of a section or of the whole: the footnotes that it refers to, then the addresses of
 * its links. `isAwaited` says which footnotes are referred to later.
 */
export function endNotes(
  end: 'section' | 'whole',
  width: number,
  context: Context,
  isAwaited?: (label: string) => boolean,
): Line[] {
  const lines: Line[] = [];
  context.footnotes.numberUnreferenced(isAwaited);
  let loose = false;
  for (let note = context.footnotes.next(); note; note = context.footnotes.next()) {
    const { number, definition } = note;
    const set = numbered(`${number}. `, width, context, (inner) => context.blocks(definition.tokens, inner, context));
    const paragraphs = set.some((line) => line.length === 0);
    if (lines.length > 0 && (loose || paragraphs)) lines.push(emptyLine);
    loose = paragraphs;
    append(lines, set);
  }
  const addresses = addressLines(end, width, context);
  if (addresses.length > 0 && lines.length > 0) lines.push(emptyLine);
  append(lines, addresses);
  return underRule(lines, width, context);
}

/** Lays out the addresses that are left for the end of the whole, without footnotes. */
export function linkNotes(width: number, context: Context): Line[] {
  return underRule(addressLines('whole', width, context), width, context);
}

function addressLines(end: 'section' | 'whole', width: number, context: Context): Line[] {
  const lines: Line[] = [];
  for (const { number, address } of context.links.take(end)) {
    const segments = [{ text: address, style: context.theme.address }];
    append(
      lines,
      numbered(`[${number}] `, width, context, (inner) => wrap(segments, inner, context.breaking)),
    );
  }
  return lines;
}

function underRule(lines: readonly Line[], width: number, { page, labels, theme, symbols }: Context): Line[] {
  if (lines.length === 0) return [];
  const head = page.accessible
    ? { text: `${labels.notes}:`, style: theme.meta }
    : { text: symbols.line.repeat(Math.min(noteRule, width)), style: theme.rule };
  return [[head], ...lines];
}

const noteRule = 12;

function numbered(text: string, width: number, context: Context, layOut: (width: number) => Line[]): Line[] {
  const marker: Segment = { text, style: context.theme.note };
  const taken = columns(text);
  if (hasRoom(width, taken)) {
    const lines = layOut(width - taken);
    return prefix(lines.length > 0 ? lines : [emptyLine], marker, taken);
  }
  return [[{ ...marker, text: text.trimEnd() }], ...layOut(width)];
}
