import { resolve } from 'node:path';
import type { System } from '../../system.ts';
import { foldedWords } from '../../text/fold.ts';
import { isAddress } from '../../text/parse-url.ts';
import { forgetTexts, placesFolder } from './store.ts';

/** Forgets the texts of a path, an address or words of a title, or all where none is named. Returns how many. */
export async function forgetNamed(name: string | undefined, system: System): Promise<number> {
  const folder = await placesFolder(system);
  if (name === undefined) return forgetTexts(folder, () => true);
  const path = isAddress(name) ? name : resolve(system.cwd, name);
  const exact = forgetTexts(folder, ({ source, key }) => source === path || source === name || key === name);
  if (exact > 0) return exact;
  const words = foldedWords(name);
  if (words.length === 0) return 0;
  return forgetTexts(folder, ({ title }) => {
    const folded = foldedWords(title).join(' ');
    return words.every((word) => folded.includes(word));
  });
}
