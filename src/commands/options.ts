import { type Command, InvalidArgumentError, Option } from 'commander';
import { usageError } from '../errors.ts';
import { formatNames } from '../render/formats.ts';
import { badgeStyles, linkStyles, themeNames } from '../render/page.ts';
import { parseSize } from '../source/input/read-bytes.ts';
import type { LoadOptions } from '../source/parse-received.ts';
import { sourceKinds } from '../source/source.ts';
import type { PageOptions } from '../terminal/resolve-page.ts';
import { ownProperty } from '../text/own-property.ts';

/** The options of every command that prints. */
export interface PrintOptions extends PageOptions {
  /** False for `--no-pager`. */
  readonly pager: boolean;
  /** Show images; only for the command that prints articles. */
  readonly images?: boolean;
  /** Report how many images are left as text, where images were requested. */
  readonly reportMissing?: boolean;
}

/** The options of every command that takes a source. */
export interface SourceOptions extends LoadOptions {
  readonly article?: string;
}

/** The options of every command that takes sections. */
export interface SectionOptions extends ExtentOptions {
  readonly section?: readonly string[];
  readonly except?: readonly string[];
  readonly atLine?: number;
}

/** The extent of a section. */
export interface ExtentOptions {
  readonly depth?: number;
  /** False for `--no-heading`. */
  readonly heading?: boolean;
  /** Count the words of all subsections, however many of them are taken: for a list. */
  readonly countsAll?: boolean;
}

/** The options of every command that takes many sources from standard input. */
export interface BatchOptions {
  readonly batch?: boolean;
  readonly null?: boolean;
  readonly jobs?: number;
}

/** Declares the options of every command that takes many sources from standard input. */
export function addBatchOptions(command: Command): Command {
  return command
    .optionsGroup('Many at once:')
    .option('--batch', 'take sources from standard input, one a line, and print a JSON object for each, a line')
    .option('-0, --null', 'with --batch: sources are ended by NUL')
    .option(
      '--jobs <count>',
      'with --batch: so many threads (default: what the machine has)',
      wholeNumber(1, 256, 'threads'),
    )
    .hook('preAction', checkBatch);
}

/** Refuses what was typed for nothing: what only --batch heeds, and other formats than its own. */
function checkBatch(command: Command): void {
  const isTyped = (name: string) => command.getOptionValueSource(name) === 'cli';
  const options = command.opts<BatchOptions & PageOptions>();
  if (!options.batch) {
    if (isTyped('null')) throw usageError('-0 is how --batch takes its sources.', 'Add --batch.');
    if (isTyped('jobs')) throw usageError('--jobs is for --batch.', 'Add --batch.');
    return;
  }
  const other = isTyped('plain') || isTyped('maxTokens') || (isTyped('format') && options.format !== 'json');
  if (other) throw usageError('--batch prints JSON, an object a line.', 'Leave out the other format.');
}

/** The options of every command that takes a source and sections. */
export interface ReadingOptions extends SourceOptions, SectionOptions, BatchOptions, PrintOptions {}

/** Declares the options and arguments of a command on sections of a source; `act` gets its arguments as one list. */
export function withReading<Options extends ReadingOptions>(
  command: Command,
  act: (arguments_: readonly string[], options: Options) => Promise<void>,
): Command {
  command.argument(...sourceArgument).argument(...sectionArgument);
  return addBatchOptions(addPrintOptions(addSectionOptions(addSourceOptions(command)))).action(
    (first: string | undefined, rest: string[], options: Options) =>
      act(first === undefined ? rest : [first, ...rest], options),
  );
}

/** The heading of the section options in the help. */
export const sectionGroup = 'Sections:';

/** Declares the options of every command that takes sections. */
export function addSectionOptions(command: Command): Command {
  return command
    .optionsGroup(sectionGroup)
    .option('-s, --section <section>', 'a section, whatever its name looks like; may be repeated', collect)
    .option('--except <section>', 'all but this section; may be repeated', collect)
    .option(
      '--at-line <line>',
      'the section that holds this line of the source',
      wholeNumber(1, 1_000_000_000, 'lines'),
    )
    .option('--depth <levels>', 'so many levels of subsections; 0: none', wholeNumber(0, 99, 'levels'));
}

/** The argument of every command that takes a source. */
export const sourceArgument = [
  '[source]',
  'a name on the shelf, a path, an address, or - for standard input (default: what comes on it, else the bundled article)',
] as const;

/** The second argument of every command that takes sections. */
const sectionArgument = [
  '[section...]',
  'a number (2.1), a range (2-4), lead, first, last, an id (#intro), words of the title, a path (Install > Linux), ' +
    'a title’s own number (§ 4), @120 (by line), next:2, prev:2, parent:2.1, /expression/, !3 (all but it)',
] as const;

export function addSourceOptions(command: Command): Command {
  return command
    .optionsGroup('Source:')
    .option('-a, --article <source>', 'the article, whatever its name looks like')
    .addOption(
      choice(new Option('--from <kind>', 'what the source is (default: as it looks)'), sourceKinds, {
        md: 'markdown',
        htm: 'html',
        txt: 'text',
      }),
    )
    .addOption(new Option('--via <program>', 'read reStructuredText, Org or EPUB through it too').choices(['pandoc']))
    .option('--whole', 'all of it: a page with its menus, a text with its comments and settings')
    .option('--show-hidden', 'show control and invisible characters by their names instead of dropping them')
    .addOption(new Option('--max-size <size>', 'read at most so much (default: 100MB, a page 20MB)').argParser(toSize))
    .option(
      '--timeout <seconds>',
      'wait at most so long for a page to begin (default: 30)',
      wholeNumber(1, 3600, 'seconds'),
    )
    .option('--refresh', 'fetch a page anew, although a copy is kept')
    .addOption(new Option('--offline', 'read a page from its kept copy alone').conflicts('refresh'));
}

/** Declares the options of every command that prints. `flags.width` is for one whose `-w` means something else. */
export function addPrintOptions(command: Command, flags = { width: '-w, --width' }): Command {
  return command
    .optionsGroup('Output:')
    .addOption(
      choice(
        new Option('-f, --format <format>', 'how to print (default: rich on a terminal, plain into a pipe)'),
        formatNames,
        { md: 'markdown', text: 'plain', txt: 'plain', jsonl: 'ndjson' },
      ),
    )
    .addOption(new Option('--plain', 'the same as --format plain').conflicts(['format', 'json']))
    .addOption(new Option('--json', 'the same as --format json').conflicts(['format', 'plain']))
    .addOption(
      new Option('--max-tokens <count>', 'with --format ndjson: split longer sections between paragraphs')
        .argParser(wholeNumber(20, 10_000_000, 'tokens'))
        .implies({ format: 'ndjson' }),
    )
    .option('--no-pager', 'print straight to the terminal')
    .optionsGroup('Look:')
    .addOption(
      new Option(`${flags.width} <columns>`, 'the widest line (default: the terminal, at most 80)').argParser(
        wholeNumber(20, 1000, 'columns'),
      ),
    )
    .addOption(new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']).default('auto'))
    .addOption(new Option('--no-color', 'the same as --color never'))
    .addOption(new Option('--theme <theme>', 'the styles').choices([...themeNames, 'auto']))
    .addOption(new Option('--links <style>', 'addresses, where the text cannot be the link').choices(linkStyles))
    .addOption(new Option('--badges <style>', 'rows of badges (default: line)').choices(badgeStyles))
    .option('--hyphenate', 'break words at the end of a line (English, French, German, Italian, Spanish)')
    .option('--justify', 'make both edges of paragraphs even')
    .option('--left', 'keep the page at the left of a wide terminal')
    .option('--wrap-code', 'break long lines of code')
    .option('--accessible', 'linear text for screen readers and braille lines');
}

/** Limits an option to `values`, with other spellings of them. */
function choice(option: Option, values: readonly string[], spellings: Readonly<Record<string, string>>): Option {
  return option.choices(values).argParser((typed) => {
    const value = ownProperty(spellings, typed) ?? typed;
    if (!values.includes(value)) throw new InvalidArgumentError(`Allowed choices are ${values.join(', ')}.`);
    return value;
  });
}

/** Collects the values of an option that may be given more than once. */
export function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

function toSize(typed: string): number {
  const size = parseSize(typed);
  if (size === undefined || size === 0) throw new InvalidArgumentError('Give bytes, or a size such as 500kB or 20MB.');
  return size;
}

/** Creates a parser of whole numbers from `least` to `most`. */
export function wholeNumber(least: number, most: number, unit: string): (typed: string) => number {
  return (typed) => {
    const value = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
    if (!(value >= least && value <= most)) throw new InvalidArgumentError(`Give ${least} to ${most} ${unit}.`);
    return value;
  };
}
