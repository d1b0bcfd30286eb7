import { Command, Option } from 'commander';
import type { Article, Section } from '../article/types.ts';
import { exitCodes, UserError } from '../errors.ts';
import { isSectionPlace } from '../source/arguments.ts';
import type { System } from '../system.ts';
import type { View } from '../view/types.ts';
import { chooseSections } from './choose.ts';
import { load, sourceName, split } from './load.ts';
import {
  addPrintOptions,
  addSectionOptions,
  addSourceOptions,
  type ExtentOptions,
  type PrintOptions,
  type SectionOptions,
  type SourceOptions,
  sectionsArgument,
  sourceArgument,
  toWhole,
} from './options.ts';
import { print } from './print.ts';

interface ReadOptions extends SourceOptions, SectionOptions, ExtentOptions, PrintOptions {
  readonly toc?: boolean;
  readonly search?: string;
  readonly full?: boolean;
  readonly continue?: boolean;
}

/**
 * Makes the command `read`. `others` are the names of all commands where this one was not typed: then a word that is
 * nothing that can be read may have been meant as one of them.
 */
export function readCommand(system: System, others?: readonly string[]): Command {
  const command = new Command('read')
    .summary('the article, or the sections named')
    .description('Print an article, or some of its sections.')
    .argument(...sourceArgument)
    .argument(...sectionsArgument);
  addSectionOptions(command)
    .addOption(
      new Option('--depth <levels>', 'so many levels of subsections; 0: none').argParser((typed) =>
        toWhole(typed, 0, 99, 'levels'),
      ),
    )
    .option('--no-heading', 'without the heading of the section, its text alone')
    .option('--toc', 'the list of sections in front of the article')
    .option('--search <text>', 'open the pager at this text; n and N go to the next place and back')
    .option('--continue', 'from where you left it in the full screen')
    .option('--full', 'in the full screen, as article open does')
    .addHelpText(
      'before',
      `Examples:
  article read                          the bundled article
  article read notes.md 2               section 2 of a file
  article read guide 2-4 last           several sections of an article on the shelf
  article read equilibriste             the section whose title has this word
  article read notes.md#install         the section of that id
  article read notes.md 'Install > Linux' --depth 0
  cat notes.md | article read --plain   standard input, as plain text
`,
    );
  return addPrintOptions(addSourceOptions(command)).action(
    (first: string | undefined, rest: string[], options: ReadOptions) =>
      read(first === undefined ? rest : [first, ...rest], options, system, others),
  );
}

async function read(
  arguments_: readonly string[],
  options: ReadOptions,
  system: System,
  others?: readonly string[],
): Promise<void> {
  const request = await split(arguments_, options, system);
  const [word] = arguments_;
  if (others && word !== undefined && request.source === undefined && !isSectionPlace(word)) {
    if (system.stdinType === 'other') throw await (await import('./unknown-word.ts')).unknownWord(word, others, system);
  }
  if (options.toc && (request.selectors.length > 0 || request.fragment !== undefined)) {
    throw new UserError('--toc goes before a whole article.', {
      hint: 'Leave out the sections.',
      exitCode: exitCodes.usage,
    });
  }
  if (options.full) return (await import('./open.ts')).open(arguments_, options, system);
  const article = await load(request.source, options, system);
  const sections = await chooseSections(article, request, system, options);
  const view: View = sections
    ? { kind: 'sections', article, sections }
    : { kind: 'article', article, ...sourceName(request.source), ...(options.toc && { contents: true }) };
  if (options.search !== undefined) await mustStandIn(options.search, article, sections);
  const { source } = request;
  if (options.continue && !sections) {
    const { restOf } = await import('../reader/places/continue.ts');
    return print((await restOf(article, source, system)) ?? view, options, system);
  }
  const [section, other] = sections ?? [];
  const readFull = async () =>
    (await import('../reader/open.ts')).openArticle(article, source, section, options, system);
  await print(view, { ...options, ...(!other && { readFull }) }, system);
}

/** The pager would open at the top and say nothing useful. */
async function mustStandIn(text: string, article: Article, sections: readonly Section[] | undefined): Promise<void> {
  const { search } = await import('../view/search/search.ts');
  const { matches } = await search(article, [text], sections && { sections });
  if (matches.length === 0) throw new UserError(`“${text}” is not found.`, { hint: 'Try fewer words.' });
}
