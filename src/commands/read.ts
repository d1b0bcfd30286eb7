import { Command } from 'commander';
import type { Article, Section } from '../article/types.ts';
import { exitCodes, UserError } from '../errors.ts';
import type { System } from '../system.ts';
import type { View } from '../view/types.ts';
import { chooseSections } from './choose.ts';
import { load, part, sourceName } from './load.ts';
import {
  addPrintOptions,
  addSourceOptions,
  collect,
  type PrintOptions,
  type SourceOptions,
  sourceArgument,
} from './options.ts';
import { print } from './print.ts';

interface ReadOptions extends SourceOptions, PrintOptions {
  readonly section?: readonly string[];
  readonly toc?: boolean;
  readonly search?: string;
}

export function readCommand(system: System): Command {
  const command = new Command('read')
    .summary('the article, or the sections named')
    .description('Print an article, or some of its sections.')
    .argument(...sourceArgument)
    .argument('[section...]', 'a number (2.1), a range (2-4), lead, last, an id (#intro) or words of the title')
    .option('-s, --section <section>', 'a section, whatever its name looks like; may be repeated', collect)
    .option('--toc', 'the list of sections in front of the article')
    .option('--search <text>', 'open the pager at this text; n and N go to the next place and back')
    .addHelpText(
      'before',
      `Examples:
  article read                          the bundled article
  article read notes.md 2               section 2 of a file
  article read guide 2-4 last           several sections of an article on the shelf
  article read equilibriste             the section whose title has this word
  cat notes.md | article read - --plain standard input, as plain text
`,
    );
  return addPrintOptions(addSourceOptions(command)).action(
    (first: string | undefined, rest: string[], options: ReadOptions) =>
      read(first === undefined ? rest : [first, ...rest], options, system),
  );
}

async function read(arguments_: readonly string[], options: ReadOptions, system: System): Promise<void> {
  const asked = await part(arguments_, options, system);
  const article = await load(asked.source, options, system);
  const sections = await chooseSections(article, asked);
  const view: View = sections
    ? { kind: 'sections', article, sections }
    : { kind: 'article', article, ...sourceName(asked.source), ...(options.toc && { contents: true }) };
  if (options.toc && sections) {
    throw new UserError('--toc goes before a whole article.', {
      hint: 'Leave out the sections.',
      exitCode: exitCodes.usage,
    });
  }
  if (options.search !== undefined) await mustStandIn(options.search, article, sections);
  await print(view, options, system);
}

/** The pager would open at the top and say nothing useful. */
async function mustStandIn(text: string, article: Article, sections: readonly Section[] | undefined): Promise<void> {
  const { search } = await import('../view/search/search.ts');
  const { matches } = await search(article, [text], sections && { sections });
  if (matches.length === 0) throw new UserError(`“${text}” is not found.`, { hint: 'Try fewer words.' });
}
