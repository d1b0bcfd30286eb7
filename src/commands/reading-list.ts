import { listKept, placesFolder } from '../reader/places/store.ts';
import { dataFolder } from '../source/input/folders.ts';
import { shelfNames } from '../source/shelf/saved-articles.ts';
import type { System } from '../system.ts';
import { cleanLine } from '../text/sanitize.ts';

/** How many names on the shelf are listed. */
const mostNames = 8;

/** Lists what there is to read, for the help of a bare command: names on the shelf, and what was read last. */
export async function readingList(system: System): Promise<string> {
  const names = await shelfNames(await dataFolder(system)).catch((): readonly string[] => []);
  const more = names.length > mostNames ? `, and ${names.length - mostNames} more` : '';
  const [last] = listKept(await placesFolder(system).catch(() => undefined));
  const title = last && cleanLine(last.title || last.source || '').slice(0, 60);
  const lines = [`On the shelf: ${names.slice(0, mostNames).join(', ')}${more}.`];
  if (title) lines.push(`Read last: ${title}. Go on: article open`);
  return `${lines.join('\n')}\n`;
}
