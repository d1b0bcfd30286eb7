import { Command } from 'commander';
import { bundledNames } from '../source/bundled.ts';
import { loadArticle } from '../source/load.ts';
import type { World } from '../world.ts';
import { addPrintOptions, type PrintOptions } from './options.ts';
import { print } from './print.ts';

export function shelfCommand(world: World): Command {
  const command = new Command('shelf')
    .summary('the articles at hand by name')
    .description(
      'List the articles that can be read by name. In a pipe: name, title, date, language and minutes, parted by tabs.',
    )
    .addHelpText(
      'before',
      `Examples:
  article shelf                         the list
  article read guide                    read one by its name
`,
    );
  return addPrintOptions(command).action(async (options: PrintOptions) => {
    const entries = await Promise.all(
      bundledNames.map(async (name) => ({ name, article: await loadArticle(name, world) })),
    );
    await print({ kind: 'shelf', entries }, options, world);
  });
}
