import { lineText } from '../../render/segment.ts';
import { wrap } from '../../render/wrap.ts';
import { type BindingGroup, bindingGroups, inAscii } from './bindings.ts';

/** A line of the help page: a title, or keys and their action. */
export interface HelpLine {
  readonly keys: string;
  readonly does: string;
  readonly isTitle?: boolean;
}

const emptyLine: HelpLine = { keys: '', does: '' };

/** From this many columns on, the help page has two columns. */
const roomy = 80;

/** Lays out the table of keys as the lines of the help page, in one or two columns; 80 × 24 shows all of it. */
export function helpLines(width: number, rows: number, unicode: boolean): readonly (readonly HelpLine[])[] {
  const halves = width >= roomy ? 2 : 1;
  const column = Math.floor(width / halves);
  const groups = bindingGroups.map((group) => groupLines(group, column, unicode));
  const dense = inHalves(groups, halves);
  const loose = inHalves(
    groups.map((lines) => [...lines, emptyLine]),
    halves,
  );
  const chosen = loose.length - 1 <= rows || halves === 1 ? loose : dense;
  return chosen.at(-1)?.every(({ keys }) => keys === '') ? chosen.slice(0, -1) : chosen;
}

/** Puts groups one below the other, with 2 `halves` the second half beside the first. */
function inHalves(groups: readonly (readonly HelpLine[])[], halves: 1 | 2): readonly (readonly HelpLine[])[] {
  const all = groups.flat();
  if (halves === 1) return all.map((line) => [line]);
  let best = all.length;
  let first = 0;
  for (const { length } of groups) {
    first += length;
    if (Math.max(first, all.length - first) < Math.max(best, all.length - best)) best = first;
  }
  return Array.from({ length: Math.max(best, all.length - best) }, (_, row) => [
    row < best ? (all[row] ?? emptyLine) : emptyLine,
    all[best + row] ?? emptyLine,
  ]);
}

function groupLines({ title, bindings }: BindingGroup, width: number, unicode: boolean): readonly HelpLine[] {
  const lines: HelpLine[] = [{ keys: title, does: '', isTitle: true }];
  const shown = unicode ? (text: string) => text : inAscii;
  for (const binding of bindings) {
    const room = Math.max(1, width - helpKeys - 3);
    for (const [index, line] of wrap([{ text: shown(binding.does), style: 0 }], room).entries()) {
      lines.push({ keys: index === 0 ? shown(binding.shown) : '', does: lineText(line) });
    }
  }
  return lines;
}

/** The columns of the keys on the help page, one of them empty. */
export const helpKeys = 13;
