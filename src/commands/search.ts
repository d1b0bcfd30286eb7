import { Command, Option } from 'commander';
import type { Article, Section } from '../article/article-tree.ts';
import { exitCodes, UserError } from '../errors.ts';
import { bundledNames } from '../source/input/bundled.ts';
import type { System } from '../system.ts';
import { write } from '../terminal/output.ts';
import { cleanLine } from '../text/sanitize.ts';
import type { MatchOptions } from '../view/search/matcher.ts';
import { chooseSections } from './choose-sections.ts';
import { checkFailed, doEach } from './do-each.ts';
import { loadSource, stdinSource } from './load-source.ts';
import {
  addBatchOptions,
  addPrintOptions,
  addSectionOptions,
  addSourceOptions,
  type BatchOptions,
  collect,
  type PrintOptions,
  type SectionOptions,
  type SourceOptions,
  sourceArgument,
  wholeNumber,
} from './options.ts';
import { printViews } from './print-views.ts';
import { splitRequests } from './split-request.ts';

interface SearchOptions extends SourceOptions, SectionOptions, BatchOptions, PrintOptions {
  readonly pattern?: readonly string[];
  readonly case?: boolean;
  readonly exact?: boolean;
  readonly regexp?: boolean;
  readonly wordRegexp?: boolean;
  readonly count?: boolean;
  readonly ignoreCase?: boolean;
  readonly filesWithMatches?: boolean;
  readonly lineNumber?: boolean;
  readonly context?: number;
}

export function searchCommand(system: System): Command {
  const command = new Command('search')
    .aliases(['grep', 'find'])
    .description(
      'Find a pattern in an article: every place, by section, with the sentence around it. Case and accents are ignored unless the pattern has them. In a pipe: section number, id and sentence, separated by tabs. Ends with 1 when nothing is found.',
    )
    .argument('<pattern>', 'what to look for')
    .argument(...sourceArgument)
    .argument('[section...]', 'only in these sections')
    .option('-p, --pattern <pattern>', 'another pattern to look for; may be repeated', collect)
    .option('-e, --regexp', 'patterns are regular expressions (RE2: no look-around, no references back)')
    .option('-w, --word-regexp', 'whole words only')
    .addOption(
      new Option('-i, --ignore-case', 'case does not count, whatever the pattern').conflicts(['case', 'exact']),
    )
    .option('--case', 'case counts, whatever the pattern')
    .option('--exact', 'case and accents count, whatever the pattern')
    .option('-c, --count', 'how often, by section')
    .addOption(new Option('-l, --files-with-matches', 'only the names of the sources').conflicts(['count', 'batch']))
    .option('-n, --line-number', 'the line of the source, in front of each place')
    .option('-C, --context <sentences>', 'sentences to show before and after', wholeNumber(0, 100, 'sentences'))
    .addHelpText(
      'before',
      `Examples:
  article search milliards              in the bundled article
  article search tea notes.md -C 1      with a sentence before and after
  article search tea *.md               in several files
  article search -e 'colou?r' guide     a regular expression
  article search pager guide | fzf | cut -f1 | xargs -r article read guide
`,
    );
  addPrintOptions(addSectionOptions(addSourceOptions(command)), { width: '--width' });
  return addBatchOptions(command).action(
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
  const patterns = [pattern, ...(options.pattern ?? [])];
  const { createMatcher } = await import('../view/search/matcher.ts');
  const how = matchOptions(options);
  // An invalid pattern is found before anything is read.
  await createMatcher(patterns, how);
  // Loaded after an article: V8's flags for a long one are set by then, and its code is kept for these.
  const finder = () => import('../view/search/find-matches.ts');
  const find = async (article: Article, sections: readonly Section[] | undefined) =>
    (await finder()).search(article, patterns, {
      ...how,
      context: options.context ?? 0,
      lines: options.lineNumber ?? false,
      ...(sections && { sections }),
    });
  if (options.batch) {
    const { batch } = await import('./batch.ts');
    const count = async (article: Article, sections: readonly Section[] | undefined) =>
      (await finder()).countMatches(await find(article, sections));
    return batch(arguments_, options.count ? count : find, options, system);
  }
  const requests = await splitRequests(arguments_, options, system);
  const stdin = requests[0].source === undefined ? await stdinSource(system) : undefined;
  const { results, failed } = await doEach(
    requests,
    async (request) => {
      const { source = stdin ? '-' : bundledNames[0] } = request;
      const article = await loadSource(source, { ...options, ...(stdin && { stdin }) }, system);
      const sections = await chooseSections(article, request, system, options);
      return { source, view: await find(article, sections) };
    },
    system,
  );
  const hits = results.filter(({ view }) => view.matches.length > 0);
  const found = hits.map(({ source, view }) => (requests.length > 1 ? { ...view, source } : view));
  if (found.length === 0) {
    checkFailed(failed, requests.length);
    const looked = patterns.map((one) => `“${one}”`).join(' or ');
    throw new UserError(`${looked} is not found.`, { hint: 'Try fewer words.', exitCode: exitCodes.failed });
  }
  if (options.filesWithMatches) {
    await write(
      hits.map(({ source }) => `${cleanLine(source)}\n`),
      system.stdout,
      { escapes: false },
    );
  } else {
    await printViews(options.count ? found.map((await finder()).countMatches) : found, options, system);
  }
  checkFailed(failed, requests.length);
}

function matchOptions(options: SearchOptions): Required<MatchOptions> {
  return {
    case: options.case ?? false,
    exact: options.exact ?? false,
    ignoreCase: options.ignoreCase ?? false,
    regexp: options.regexp ?? false,
    words: options.wordRegexp ?? false,
  };
}
