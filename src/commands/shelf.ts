import { Command } from 'commander';
import { bundledNames } from '../source/input/bundled.ts';
import { dataFolder } from '../source/input/folders.ts';
import { loadArticle } from '../source/load.ts';
import type { System } from '../system.ts';
import { printDiagnostic } from '../terminal/diagnostics.ts';
import { write } from '../terminal/output.ts';
import { cleanLine } from '../text/sanitize.ts';
import type { ShelfEntry } from '../view/view.ts';
import { addPrintOptions, type PrintOptions } from './options.ts';
import { printViews } from './print-views.ts';

interface ShelfOptions extends PrintOptions {
  readonly path?: boolean;
}

export function shelfCommand(system: System): Command {
  const command = new Command('shelf')
    .description(
      'List the articles that can be read by name, bundled, saved, or put into its folder as .md, .html or .txt. In a pipe: name, title, date, language, minutes and how much of it was read in the full screen, in hundredths, separated by tabs.',
    )
    .option('--path', 'the path of the folder that saved articles are in')
    .addHelpText(
      'before',
      `Examples:
  article shelf                         the list
  article read guide                    read one by its name
  cp notes.txt "$(article shelf --path)"
  article shelf | awk -F'\\t' '$6 == 0'  what is unread
`,
    );
  return addPrintOptions(command).action(async (options: ShelfOptions) => {
    if (options.path) return printPath(system);
    const bundled = bundledNames.map(async (name) => ({ name, article: await loadArticle(name, system) }));
    const all = [...(await Promise.all(bundled)), ...(await saved(system))];
    const { keyOf, placesFolder, readKept } = await import('../reader/places/store.ts');
    const places = await placesFolder(system);
    const entries = all.map(({ name, article }) => {
      const read = readKept(places, keyOf({ article, source: name }))?.read ?? 0;
      return { name, article, read };
    });
    await printViews({ kind: 'shelf', entries }, options, system);
  });
}

async function printPath(system: System): Promise<void> {
  const { shelfFolder } = await import('../source/shelf/saved-articles.ts');
  await write([`${cleanLine(await shelfFolder(system))}\n`], system.stdout, { escapes: false });
}

async function saved(system: System): Promise<readonly ShelfEntry[]> {
  const folder = await dataFolder(system);
  if (folder === undefined) return [];
  const { listSaved } = await import('../source/shelf/saved-articles.ts');
  const { articles, broken } = await listSaved(folder);
  for (const { file, reason } of broken) printDiagnostic(`“${file}” on the shelf ${reason}: skipped.`, system);
  return articles;
}
