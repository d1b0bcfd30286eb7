import { Command, Option } from 'commander';
import type { Article, Section } from '../article/article-tree.ts';
import { UserError } from '../errors.ts';
import type { System } from '../system.ts';
import { loadSections } from './load-sections.ts';
import { type ReadingOptions, wholeNumber, withReading } from './options.ts';
import { printViews } from './print-views.ts';

interface SummaryOptions extends ReadingOptions {
  readonly sentences?: number;
  readonly words?: number;
  readonly percent?: number;
  readonly each?: boolean;
}

export function summaryCommand(system: System): Command {
  const command = new Command('summary')
    .description('Sum up an article, or some of its sections, in its own sentences.')
    .option(
      '-n, --sentences <count>',
      'how many sentences (default: one a section, 3 to 7)',
      wholeNumber(1, 1000, 'sentences'),
    )
    .addOption(
      new Option('--words <count>', 'at most so many words')
        .argParser(wholeNumber(1, 1_000_000, 'words'))
        .conflicts('sentences'),
    )
    .addOption(
      new Option('--percent <share>', 'at most so many hundredths of the text')
        .argParser(wholeNumber(1, 100, 'per cent'))
        .conflicts(['sentences', 'words']),
    )
    .addOption(new Option('--each', 'the best sentence of each section').conflicts(['sentences', 'words', 'percent']))
    .addHelpText(
      'before',
      `Examples:
  article summary                       of the bundled article
  article summary notes.md -n 3         in three sentences
  article summary guide 2-4             of some sections
  article summary guide --each          the best sentence of each section
`,
    );
  return withReading(command, (arguments_, options: SummaryOptions) => summary(arguments_, options, system));
}

async function summary(arguments_: readonly string[], options: SummaryOptions, system: System): Promise<void> {
  const { summarize } = await import('../view/summary/summarize.ts');
  const { sentences, words, percent, each } = options;
  const sumUp = (article: Article, sections: readonly Section[] | undefined) =>
    summarize(article, { sections, sentences, words, percent, each });
  if (options.batch) return (await import('./batch.ts')).batch(arguments_, sumUp, options, system);
  const { article, sections } = await loadSections(arguments_, options, system);
  const view = await sumUp(article, sections);
  if (view.sentences.length === 0 && !view.abstract) {
    throw new UserError('There is no sentence to sum it up with.', { hint: 'Read it: article read.' });
  }
  await printViews(view, options, system);
}
