import { Command, Option } from 'commander';
import type { Article, Section } from '../article/article-tree.ts';
import type { System } from '../system.ts';
import type { OutlineView } from '../view/view.ts';
import { chooseSections } from './choose-sections.ts';
import { loadSource, sourceName } from './load-source.ts';
import { type ExtentOptions, type ReadingOptions, wholeNumber, withReading } from './options.ts';
import { printViews } from './print-views.ts';
import { splitRequest } from './split-request.ts';

interface SectionsOptions extends ReadingOptions {
  readonly level?: number;
  readonly lines?: boolean;
}

export function sectionsCommand(system: System): Command {
  const command = new Command('sections')
    .aliases(['list', 'ls', 'toc'])
    .description(
      'List the sections of an article, or of some of its sections. In a pipe: number, id, level, words and title, ' +
        'separated by tabs; words are those of subsections too.',
    )
    .option('--level <level>', 'down to this level of the tree; 1: chapters alone', wholeNumber(1, 99, 'levels'))
    .addOption(
      new Option(
        '--lines',
        'the first and the last line of each section in the source, as the last columns; --json has them always',
      ).conflicts('batch'),
    )
    .addHelpText(
      'before',
      `Examples:
  article sections                      of the bundled article
  article sections notes.md             of a file
  article sections notes.md 2           of its second section
  article sections notes.md --level 1   the chapters alone
  article sections notes.md --lines     with the lines where each begins and ends
  article sections | fzf -d '\\t' --with-nth 5 | cut -f1 | xargs -r article read
`,
    );
  return withReading(command, (arguments_, options: SectionsOptions) => sections(arguments_, options, system));
}

async function sections(arguments_: readonly string[], options: SectionsOptions, system: System): Promise<void> {
  const extent = extentOf(options);
  if (options.batch) return (await import('./batch.ts')).batch(arguments_, outline, { ...options, ...extent }, system);
  const request = await splitRequest(arguments_, options, system);
  const article = await loadSource(request.source, { ...options, outline: 'words' }, system);
  const chosen = await chooseSections(article, request, system, extent);
  const view = { ...(await outline(article, chosen)), ...sourceName(request.source) };
  await printViews(options.lines ? { ...view, lines: true } : view, options, system);
}

function extentOf({ level, depth }: SectionsOptions): ExtentOptions {
  const levels = [level === undefined ? undefined : level - 1, depth].filter((one) => one !== undefined);
  return levels.length === 0 ? {} : { depth: Math.min(...levels), countsAll: true };
}

async function outline(article: Article, chosen: readonly Section[] | undefined): Promise<OutlineView> {
  const listed = chosen?.filter(({ level }) => level > 0);
  const { withSections } = await import('../view/omit-sections.ts');
  return { kind: 'outline', article: listed ? withSections(article, listed) : article };
}
