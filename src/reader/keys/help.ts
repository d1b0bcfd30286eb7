import { columns } from '../../render/width.ts';
import { bindingGroups, shownKeys } from './bindings.ts';

/** A line of the page of keys: a title, or keys and what they do. */
export interface HelpLine {
  readonly keys: string;
  readonly does: string;
  readonly isTitle?: boolean;
}

/** The page of keys on so many columns, made of the table of keys. */
export function helpLines(width: number, unicode: boolean): readonly HelpLine[] {
  const lines: HelpLine[] = [];
  for (const { title, bindings } of bindingGroups) {
    if (lines.length > 0) lines.push({ keys: '', does: '' });
    lines.push({ keys: title, does: '', isTitle: true });
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
  }
  return lines;
}

/** The columns that the keys have on their page. */
export const helpKeys = 16;
