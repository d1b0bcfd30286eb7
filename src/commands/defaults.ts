import { type Command, InvalidArgumentError, type Option } from 'commander';
import { UserError, usageError } from '../errors.ts';
import { configFile, configLines } from '../source/input/config-file.ts';
import type { System } from '../system.ts';
import { cleanLine } from '../text/sanitize.ts';
import { shellWords } from '../text/shell-words.ts';
import type { CommandTree } from './command-tree.ts';

/** An option that the user has set as a default. */
interface Default {
  /** As typed, `--width`. */
  readonly flag: string;
  readonly value?: string;
  /** Where it is set: `ARTICLE_OPTIONS`, or the file and its line. */
  readonly origin: string;
}

/** The defaults in the order of look-up: the environment before the file. */
export interface Defaults {
  readonly file?: string;
  readonly layers: readonly (readonly Default[])[];
}

/**
 * Reads the options in `ARTICLE_OPTIONS` and in the config file, one a line there; `#` begins a comment line.
 *
 * @throws UserError when one of them is no option.
 */
export async function readDefaults(system: Pick<System, 'env' | 'home'>): Promise<Defaults> {
  const environment = parseWords(shellWords(system.env.ARTICLE_OPTIONS ?? ''), 'ARTICLE_OPTIONS');
  const file = await configFile(system);
  if (file === undefined) return { layers: [environment] };
  const lines = configLines(file).map((line, index) => parseWords(shellWords(line), `${file}:${index + 1}`));
  return { file, layers: [environment, lines.flat()] };
}

function parseWords(words: readonly string[], origin: string): readonly Default[] {
  const found: { flag: string; value?: string; origin: string }[] = [];
  for (const word of words) {
    const [, flag, value] = /^(--[a-z][a-z-]*)(?:=(.*))?$/s.exec(word) ?? [];
    const last = found.at(-1);
    if (flag !== undefined) found.push({ flag, origin, ...(value !== undefined && { value }) });
    else if (last && last.value === undefined && !word.startsWith('-')) last.value = word;
    else throw refuse({ flag: word, origin }, 'is no option: long names alone are taken, such as --width 72');
  }
  return found;
}

/** Options that name a text, sections of it or an action on it: they have no default. */
const notDefaults = new Set(
  'article section except atLine batch null continue pattern search open as force config number'.split(' '),
);

/**
 * Sets the defaults of a command's options that its line neither sets nor contradicts.
 *
 * @throws UserError when a value is wrong, or when no command has an option of that name.
 */
export async function applyDefaults(command: Command, defaults: Defaults, tree: CommandTree): Promise<void> {
  // Most users have set none, and the options need not be looked through.
  if (defaults.layers.every(({ length }) => length === 0)) return;
  const given = new Set(command.options.filter((option) => isGiven(command, option)));
  for (const layer of defaults.layers) {
    const applied: Option[] = [];
    // The last one of a layer wins.
    for (const one of [...layer].reverse()) {
      const option = findOption(command, one);
      if (!option) await mustBeKnown(one, tree);
      else if (![...given, ...applied].some((other) => excludes(other, option))) {
        command.setOptionValueWithSource(option.attributeName(), parseValue(one, option), 'config');
        applied.push(option);
      }
    }
    for (const option of applied) given.add(option);
  }
}

/** Finds the option of a default among those of a command. */
function findOption(command: Command, { flag }: Default): Option | undefined {
  const option = command.options.find(({ long }) => long === flag);
  return option && !notDefaults.has(option.attributeName()) ? option : undefined;
}

function isGiven(command: Command, option: Option): boolean {
  return command.getOptionValueSource(option.attributeName()) === 'cli';
}

/** Reports whether one option excludes the other. */
function excludes(one: Option, other: Option): boolean {
  if (one.attributeName() === other.attributeName()) return true;
  return conflicts(one, other) || conflicts(other, one);
}

function conflicts(one: Option, other: Option): boolean {
  const { conflictsWith } = one as Option & { readonly conflictsWith: readonly string[] };
  return conflictsWith.includes(other.attributeName());
}

function parseValue(one: Default, option: Option): unknown {
  const { value } = one;
  if (!option.required && value !== undefined) throw refuse(one, 'takes no value');
  if (option.required && value === undefined) throw refuse(one, 'needs a value');
  if (value === undefined) return !option.negate;
  try {
    return option.parseArg ? option.parseArg(value, undefined) : value;
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw refuse(one, `cannot be “${value}”: ${error.message.replace(/\.$/, '')}`);
  }
}

/** Finds out which defaults are no option of any command, or have a value that it does not take. */
export async function findFaults({ layers }: Defaults, tree: CommandTree): Promise<readonly UserError[]> {
  const { commands } = await tree.load();
  const faults: UserError[] = [];
  for (const one of layers.flat()) {
    try {
      await mustBeKnown(one, tree);
      for (const command of commands) {
        const option = findOption(command, one);
        if (option) parseValue(one, option);
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      faults.push(error);
    }
  }
  return faults;
}

async function mustBeKnown(one: Default, tree: CommandTree): Promise<void> {
  const { commands } = await tree.load();
  if (commands.some((command) => findOption(command, one))) return;
  const isOther = commands.some(({ options }) => options.some(({ long }) => long === one.flag));
  if (isOther) throw refuse(one, 'cannot be a default');
  const { suggest } = await import('../text/suggest.ts');
  const flags = new Set(commands.flatMap(({ options }) => options.flatMap(({ long }) => long ?? [])));
  const [near] = suggest(one.flag, flags);
  throw refuse(one, 'is no option', near && `Did you mean ${near}?`);
}

function refuse({ flag, origin }: Default, reason: string, hint = 'See article config --help.'): UserError {
  return usageError(`${cleanLine(flag)} in ${cleanLine(origin)} ${reason}.`, hint);
}
