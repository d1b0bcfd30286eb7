import { columns } from '../../render/width.ts';
import { type BindingGroup, bindingGroups, shownKeys } from './bindings.ts';

/** A line of the page of keys: a title, or keys and what they do. */
export interface HelpLine {
  readonly keys: string;
  readonly does: string;
  readonly isTitle?: boolean;
}

/** The page of keys on so many columns, made of the table of keys: in two halves side by side where there is room. */
export function helpLines(width: number, unicode: boolean): readonly (readonly HelpLine[])[] {
  const halves = width >= 2 * leastColumn ? 2 : 1;
  const column = Math.floor(width / halves);
  const groups = bindingGroups.map((group) => groupLines(group, column, unicode));
  const total = groups.reduce((sum, lines) => sum + lines.length + 1, 0);
  const columnsOf: HelpLine[][] = [[]];
  for (const lines of groups) {
    let last = columnsOf.at(-1) ?? [];
    if (columnsOf.length < halves && last.length + lines.length / 2 > total / halves) {
      last = [];
      columnsOf.push(last);
    }
    if (last.length > 0) last.push({ keys: '', does: '' });
    last.push(...lines);
  }
  const rows = Math.max(...columnsOf.map(({ length }) => length));
  return Array.from({ length: rows }, (_, row) => columnsOf.map((lines) => lines[row] ?? { keys: '', does: '' }));
}

/** The least columns of a half. */
const leastColumn = 60;

function groupLines({ title, bindings }: BindingGroup, width: number, unicode: boolean): readonly HelpLine[] {
  const lines: HelpLine[] = [{ keys: title, does: '', isTitle: true }];
  for (const binding of bindings) {
    const keys = shownKeys(binding, unicode);
    const room = width - helpKeys - 4;
    const words = (unicode ? binding.does : binding.does.replace(/⏎/g, 'Enter').replace(/[“”]/g, '"')).split(' ');
    let line = '';
    let first = true;
    for (const word of words) {
      if (line !== '' && columns(line) + 1 + columns(word) > room) {
        lines.push({ keys: first ? keys : '', does: line });
        first = false;
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push({ keys: first ? keys : '', does: line });
  }
  return lines;
}

/** The columns that the keys have on their page. */
export const helpKeys = 16;
