import { listKept, placesFolder } from '../reader/places/store.ts';
import { dataFolder } from '../source/input/folders.ts';
import { shelfNames } from '../source/shelf/saved-articles.ts';
import type { System } from '../system.ts';
import { cleanLine } from '../text/sanitize.ts';

/** How many characters of names on the shelf are listed: a line of them. */
const longestNames = 48;

/** Lists what there is to read, for the help of a bare command: names on the shelf, and what was read last. */
export async function readingList(system: System): Promise<string> {
  const names = await shelfNames(await dataFolder(system));
  const listed = names.filter((_, index) => names.slice(0, index + 1).join(', ').length <= longestNames);
  const more = names.length > listed.length ? `, and ${names.length - listed.length} more` : '';
  const [last] = listKept(await placesFolder(system).catch(() => undefined));
  const title = last && cleanLine(last.title || last.source || '').slice(0, 44);
  // A line each: with the commands above it has to fit a screen.
  const next = title ? `Read last: ${title}. Go on: article open` : 'More: article --help';
  return `\nOn the shelf: ${listed.join(', ')}${more}.\n${next}\n`;
}
