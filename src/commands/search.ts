import { Command, Option } from 'commander';
import { exitCodes, UserError } from '../errors.ts';
import type { System } from '../system.ts';
import { chooseSections } from './choose.ts';
import { load, split } from './load.ts';
import {
  addPrintOptions,
  addSourceOptions,
  collect,
  type PrintOptions,
  type SectionOptions,
  type SourceOptions,
  sourceArgument,
  toWhole,
} from './options.ts';
import { print } from './print.ts';

interface SearchOptions extends SourceOptions, SectionOptions, PrintOptions {
  readonly pattern?: readonly string[];
  readonly case?: boolean;
  readonly exact?: boolean;
  readonly regexp?: boolean;
  readonly wordRegexp?: boolean;
  readonly count?: boolean;
  readonly context?: number;
}

export function searchCommand(system: System): Command {
  const command = new Command('search')
    .summary('every place where a pattern is found')
    .description(
      'Find a pattern in an article: every place, by section, with the sentence around it. Case and accents are ignored unless the pattern has them. In a pipe: section number, id and sentence, parted by tabs. Ends with 1 when nothing is found.',
    )
    .argument('<pattern>', 'what to look for')
    .argument(...sourceArgument)
    .argument('[section...]', 'only in these sections')
    .option('-p, --pattern <pattern>', 'another pattern to look for; may be repeated', collect)
    .option('-e, --regexp', 'patterns are regular expressions (RE2: no look-around, no references back)')
    .option('-w, --word-regexp', 'whole words only')
    .option('--case', 'case counts, whatever the pattern')
    .option('--exact', 'case and accents count, whatever the pattern')
    .option('-c, --count', 'how often, by section')
    .addOption(
      new Option('-C, --context <sentences>', 'sentences to show before and after').argParser((typed) =>
        toWhole(typed, 0, 100, 'sentences'),
      ),
    )
    .option('-s, --section <section>', 'only in this section; may be repeated', collect)
    .addHelpText(
      'before',
      `Examples:
  article search milliards              in the bundled article
  article search tea notes.md -C 1      with a sentence before and after
  article search -e 'colou?r' guide     a regular expression
  article search pager guide | fzf | cut -f1 | xargs article read guide
`,
    );
  return addPrintOptions(addSourceOptions(command), { width: '--width' }).action(
    (pattern: string, first: string | undefined, rest: string[], options: SearchOptions) =>
      search(pattern, first === undefined ? rest : [first, ...rest], options, system),
  );
}

async function search(
  pattern: string,
  arguments_: readonly string[],
  options: SearchOptions,
  system: System,
): Promise<void> {
  const request = await split(arguments_, options, system);
  const article = await load(request.source, options, system);
  const sections = await chooseSections(article, request, system);
  const { countBySection, search: find } = await import('../view/search/search.ts');
  const patterns = [pattern, ...(options.pattern ?? [])];
  const view = await find(article, patterns, {
    case: options.case ?? false,
    exact: options.exact ?? false,
    regexp: options.regexp ?? false,
    words: options.wordRegexp ?? false,
    context: options.context ?? 0,
    ...(sections && { sections }),
  });
  if (view.matches.length === 0) {
    const looked = patterns.map((one) => `“${one}”`).join(' or ');
    throw new UserError(`${looked} is not found.`, { hint: 'Try fewer words.', exitCode: exitCodes.failed });
  }
  if (!options.count) return print(view, options, system);
  const counts = [...countBySection(view.matches)].map(([section, hits]) => ({ section, hits }));
  return print({ kind: 'counts', article, patterns, counts }, options, system);
}
