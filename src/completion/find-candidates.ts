import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { eachSection } from '../article/each-section.ts';
import { splitArguments } from '../source/arguments.ts';
import { isBundledName } from '../source/input/bundled.ts';
import { dataFolder } from '../source/input/folders.ts';
import { isShelfName, loadArticle } from '../source/load.ts';
import type { System } from '../system.ts';
import { isAddress } from '../text/parse-url.ts';
import { type WordPosition, wordPositionOf } from './word-position.ts';

/** A word that may come next, and its description. */
export interface CompletionCandidate {
  readonly value: string;
  readonly description?: string;
}

/** The words that may come next; `files` where file names are among them, which the shell completes itself. */
export interface Candidates {
  readonly candidates: readonly CompletionCandidate[];
  readonly files: boolean;
}

const none: Candidates = { candidates: [], files: false };

/** Bytes of a text whose sections are listed: nobody waits for completion. */
const largestText = 20_000_000;

/**
 * Finds the words that may come next on a command line. `words` are those after the program's name, the last one
 * incomplete; `commands` those that they may belong to, and `names` all that may be typed.
 */
export async function findCandidates(
  words: readonly string[],
  commands: readonly Command[],
  names: readonly CompletionCandidate[],
  shell: string,
  system: System,
): Promise<Candidates> {
  const position = wordPositionOf(words, commands, shell);
  const { candidates, files } =
    words[0] === 'help' && words.length > 1
      ? { candidates: words.length === 2 ? names : [], files: false }
      : await candidatesAt(position, names, system);
  const { beginning, prefix } = position;
  const found = candidates.filter(({ value }) => value.startsWith(beginning));
  return { candidates: found.map((one) => ({ ...one, value: prefix + one.value })), files };
}

async function candidatesAt(
  position: WordPosition,
  names: readonly CompletionCandidate[],
  system: System,
): Promise<Candidates> {
  const { command, option } = position;
  if (!command) {
    const help = { value: 'help', description: 'the help of a command' };
    return { candidates: [...names, help, ...(await shelf(system))], files: true };
  }
  if (option) {
    if (option.argChoices) return { candidates: option.argChoices.map((value) => ({ value })), files: false };
    if (option.attributeName() === 'article') return sources(system);
    return ['section', 'except'].includes(option.attributeName()) ? sections(position, system) : none;
  }
  if (position.isOption) {
    const options = command.options.filter(({ long, hidden }) => long !== undefined && !hidden);
    const help = { value: '--help', description: 'show the help' };
    const found = options.map(({ long, description }) => ({ value: long ?? '', description }));
    return { candidates: [...found, help], files: false };
  }
  return argumentAt(position, command, system);
}

async function argumentAt(position: WordPosition, command: Command, system: System): Promise<Candidates> {
  const declared = command.registeredArguments;
  const argument = declared[position.arguments.length] ?? declared.findLast(({ variadic }) => variadic);
  if (argument?.argChoices) return { candidates: argument.argChoices.map((value) => ({ value })), files: false };
  switch (argument?.name()) {
    case 'source':
      return position.values.article === undefined ? sources(system) : sections(position, system);
    case 'section':
      return sections(position, system);
    case 'name': {
      const names = await shelf(system);
      return { candidates: names.filter(({ value }) => !isBundledName(value)), files: false };
    }
    default:
      return none;
  }
}

async function sources(system: System): Promise<Candidates> {
  return { candidates: await shelf(system), files: true };
}

async function shelf(system: System): Promise<readonly CompletionCandidate[]> {
  const { shelfNames } = await import('../source/shelf/saved-articles.ts');
  return (await shelfNames(await dataFolder(system))).map((value) => ({ value, description: 'on the shelf' }));
}

/** Lists the sections of the source on the line, by number, or by id after `#`; and further files. */
async function sections(position: WordPosition, system: System): Promise<Candidates> {
  const { arguments: before, values, beginning, command } = position;
  const isFile = (path: string) => statSync(resolve(system.cwd, path), { throwIfNoEntry: false })?.isFile() === true;
  const arguments_ = command?.registeredArguments[0]?.name() === 'pattern' ? before.slice(1) : before;
  const { source } = await splitArguments(arguments_, values.article === undefined ? {} : { article: values.article }, {
    isName: (name) => isShelfName(name, system),
    isFile,
  });
  // Nothing that may block: no standard input, no fifo, no network.
  const isKnown = source !== undefined && (isAddress(source) || isFile(source) || (await isShelfName(source, system)));
  if (source !== undefined && !isKnown) return none;
  const article = await loadArticle(source, system, { offline: true, maxSize: largestText, outline: 'titles' });
  const byId = beginning !== '' && !/^[\d.]+$/.test(beginning);
  const prefix = beginning.startsWith('#') ? '#' : '';
  const candidates = Array.from(eachSection(article.sections), ({ number, id, title }) => ({
    value: byId ? prefix + id : number,
    description: title,
  }));
  return { candidates, files: byId && position.option === undefined };
}
