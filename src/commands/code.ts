import { Command } from 'commander';
import type { Article, Section } from '../article/article-tree.ts';
import type { System } from '../system.ts';
import { loadSections } from './load-sections.ts';
import { type ReadingOptions, wholeNumber, withReading } from './options.ts';
import { printViews } from './print-views.ts';

interface CodeOptions extends ReadingOptions {
  readonly lang?: string;
  readonly number?: number;
}

export function codeCommand(system: System): Command {
  const command = new Command('code')
    .description('Print the blocks of code of an article, as they are written. In a pipe: nothing but the code.')
    .option('--lang <language>', 'only those of this language, as their fence names it')
    .option(
      '-n, --number <number>',
      'only the one of this number',
      wholeNumber(1, 1_000_000, 'as the number of a block'),
    )
    .addHelpText(
      'before',
      `Examples:
  article code notes.md                 all of a file
  article code notes.md install         of one section
  article code notes.md --lang sh -n 1  the first in sh
`,
    );
  return withReading(command, (arguments_, options: CodeOptions) => code(arguments_, options, system));
}

async function code(arguments_: readonly string[], options: CodeOptions, system: System): Promise<void> {
  const { findCode, noCode } = await import('../view/parts/find-code.ts');
  const { lang: language, number } = options;
  const find = (article: Article, sections: readonly Section[] | undefined) =>
    findCode(article, { sections, language, number });
  if (options.batch) return (await import('./batch.ts')).batch(arguments_, find, options, system);
  const { article, sections } = await loadSections(arguments_, options, system);
  const view = find(article, sections);
  if (view.blocks.length === 0) throw noCode(article, { sections, language });
  await printViews(view, options, system);
}
