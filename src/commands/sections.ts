import { Command } from 'commander';
import type { System } from '../system.ts';
import { addPrintOptions, addSourceOptions, type PrintOptions, type SourceOptions, sourceArgument } from './options.ts';
import { load, print, sourceName } from './pipeline.ts';

interface SectionsOptions extends SourceOptions, PrintOptions {}

export function sectionsCommand(system: System): Command {
  const command = new Command('sections')
    .aliases(['list', 'ls', 'toc'])
    .summary('the list of sections')
    .description(
      'List the sections of an article. In a pipe: number, id, level, words, title, first and last line, parted by tabs.',
    )
    .argument(...sourceArgument)
    .addHelpText(
      'before',
      `Examples:
  article sections                      of the bundled article
  article sections notes.md             of a file
  article sections | fzf | cut -f1 | xargs article read
`,
    );
  return addPrintOptions(addSourceOptions(command)).action(
    async (source: string | undefined, options: SectionsOptions) => {
      const from = options.article ?? source;
      const article = await load(from, options, system);
      await print({ kind: 'outline', article, ...sourceName(from) }, options, system);
    },
  );
}
