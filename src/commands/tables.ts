import { Command, Option } from 'commander';
import type { Article, Section } from '../article/article-tree.ts';
import { UserError } from '../errors.ts';
import type { System } from '../system.ts';
import { loadSections } from './load-sections.ts';
import { type ReadingOptions, wholeNumber, withReading } from './options.ts';
import { printViews } from './print-views.ts';

interface TablesOptions extends ReadingOptions {
  readonly csv?: boolean;
  readonly number?: number;
}

export function tablesCommand(system: System): Command {
  const command = new Command('tables')
    .description('Print the tables of an article. In a pipe: cells separated by tabs, tables by an empty line.')
    .addOption(
      new Option('--csv', 'as comma-separated values (RFC 4180)').conflicts(['format', 'json', 'plain', 'batch']),
    )
    .option(
      '-n, --number <number>',
      'only the one of this number',
      wholeNumber(1, 1_000_000, 'as the number of a table'),
    )
    .addHelpText(
      'before',
      `Examples:
  article tables notes.md               all of a file
  article tables notes.md -n 2 --csv    the second, for a spreadsheet
  article tables notes.md --json        for a program
`,
    );
  return withReading(command, (arguments_, options: TablesOptions) => tables(arguments_, options, system));
}

async function tables(arguments_: readonly string[], options: TablesOptions, system: System): Promise<void> {
  const { findTables } = await import('../view/parts/find-tables.ts');
  const { csv = false, number } = options;
  const find = (article: Article, sections: readonly Section[] | undefined) =>
    findTables(article, { sections, number, csv });
  if (options.batch) return (await import('./batch.ts')).batch(arguments_, find, options, system);
  const { article, sections } = await loadSections(arguments_, options, system);
  const view = find(article, sections);
  if (view.tables.length === 0) throw new UserError('There is no table.');
  await printViews(view, csv ? { ...options, plain: true } : options, system);
}
