import { Command, Help } from 'commander';
import { version } from '../package.json';
import type { CommandTree } from './commands/command-tree.ts';
import { applyDefaults, readDefaults } from './commands/defaults.ts';
import { summaries } from './commands/summaries.ts';
import type { System } from './system.ts';
import { printDiagnostic, printNote } from './terminal/diagnostics.ts';
import { terminalColumns } from './terminal/resolve-page.ts';
import { ownProperty } from './text/own-property.ts';

const examples = `Examples:
  article notes.md                      a file, an address, a name on the shelf
  article notes.md 2                    section 2 of it
  cat notes.md | article                what comes on standard input
  article summary notes.md              what it says, in a few sentences
`;

const more = `
Also: pick, edit, forget, config, completion, mcp. More of each: article help
read. Manual page: article help --man | man -l -. Version: article --version.`;

/** The program's help on one screen: its description and its options are in the texts around. */
const compactHelp: Partial<Help> = {
  // With Commander’s own 40, descriptions of options were not wrapped where a terminal has less than 70 columns.
  minWidthToWrap: 20,
  subcommandTerm(command) {
    return [command.name(), ...command.aliases().slice(0, 1)].join(', ');
  },
  visibleCommands(command) {
    return Help.prototype.visibleCommands.call(this, command).filter((one) => one.name() !== 'help');
  },
  commandDescription: (command) => (command.parent ? command.description() : ''),
  visibleOptions(command) {
    return command.parent ? Help.prototype.visibleOptions.call(this, command) : [];
  },
};

/** A function that creates a command. */
type MakeCommand = (system: System, tree: CommandTree) => Command;

/** The name of a command. */
type Name = keyof typeof summaries;

/** The commands, each loaded on demand. A new one is a line here and its summary. */
const commands: Readonly<Record<Name, () => Promise<MakeCommand>>> = {
  read: async () => (await import('./commands/read.ts')).readCommand,
  open: async () => (await import('./commands/open.ts')).openCommand,
  forget: async () => (await import('./commands/forget.ts')).forgetCommand,
  sections: async () => (await import('./commands/sections.ts')).sectionsCommand,
  summary: async () => (await import('./commands/summary.ts')).summaryCommand,
  search: async () => (await import('./commands/search.ts')).searchCommand,
  links: async () => (await import('./commands/links.ts')).linksCommand,
  code: async () => (await import('./commands/code.ts')).codeCommand,
  tables: async () => (await import('./commands/tables.ts')).tablesCommand,
  shelf: async () => (await import('./commands/shelf.ts')).shelfCommand,
  save: async () => (await import('./commands/save.ts')).saveCommand,
  remove: async () => (await import('./commands/remove.ts')).removeCommand,
  edit: async () => (await import('./commands/edit.ts')).editCommand,
  pick: async () => (await import('./commands/pick.ts')).pickCommand,
  mcp: async () => (await import('./commands/mcp.ts')).mcpCommand,
  config: async () => (await import('./commands/config.ts')).configCommand,
  completion: async () => (await import('./commands/completion.ts')).completionCommand,
  complete: async () => (await import('./commands/complete.ts')).completeCommand,
  manual: async () => (await import('./commands/manual.ts')).manualCommand,
};

const names = Object.keys(commands) as readonly Name[];

/** What else may be typed for a command. */
const aliases: Readonly<Record<string, Name>> = {
  list: 'sections',
  ls: 'sections',
  toc: 'sections',
  grep: 'search',
  find: 'search',
  rm: 'remove',
};

/** All words that name a command. */
const words: readonly string[] = [...names, ...Object.keys(aliases)];

/** Returns the command that a word names; undefined where it names none. */
function commandNamed(word: string): Name | undefined {
  return ownProperty(aliases, word) ?? names.find((name) => name === word);
}

/** Commands that the help does not list: those that it mentions below, and those that other programs run. */
const hidden: ReadonlySet<string> = new Set('forget edit pick config completion complete manual mcp'.split(' '));

/** Commands to which defaults do not apply: they show them, or must work whatever they are. */
const withoutDefaults: ReadonlySet<string> = new Set(['config', 'completion', 'complete', 'manual', 'mcp']);

/** The words of a command line; `isImplied` when its command was not typed. */
export interface CommandLine {
  readonly argv: readonly string[];
  readonly isImplied: boolean;
}

/** Adds the command `read` where the first word is neither a command nor an option of the program itself. */
export function withCommand(argv: readonly string[], { stdinType }: Pick<System, 'stdinType'>): CommandLine {
  const [first, second] = argv;
  if (first === '-v') return { argv: ['--version'], isImplied: false };
  if (first === 'help' && second === '--man') return { argv: ['manual', ...argv.slice(2)], isImplied: false };
  // Commander's own command for help has none itself, and does not say what it does not know.
  if (first === 'help' && /^(?:help|-h|--help)$/.test(second ?? '')) return { argv: ['help'], isImplied: false };
  if (first === 'help' && second !== undefined && commandNamed(second) && argv.length === 2) {
    return { argv: [second, '--help'], isImplied: false };
  }
  const isTyped =
    first === undefined
      ? stdinType === 'other'
      : commandNamed(first) !== undefined || /^(?:help|-h|--help|-V|--version)$/.test(first);
  return isTyped ? { argv, isImplied: false } : { argv: ['read', ...argv], isImplied: true };
}

/** Creates the command line: names, descriptions, shared options, help. `printHelp` gets what Commander would print. */
export async function createProgram(
  { argv, isImplied }: CommandLine,
  system: System,
  printHelp: (text: string) => void,
): Promise<Command> {
  const program = new Command('article')
    .description('Read any article in the terminal: one section, the list of sections, or a summary.')
    .configureHelp(compactHelp)
    // A bare command says in its place what there is to read: both do not fit on a screen.
    .addHelpText('after', argv.length === 0 ? '' : more)
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show the help')
    .helpCommand('help [command]', 'the help of a command')
    .addHelpText('before', examples)
    .configureOutput({
      writeOut: printHelp,
      writeErr: (text) => printNote(text.trimEnd(), system),
      outputError: (text) => printDiagnostic(`${inSentences(text)} See article --help.`, system),
      getOutHelpWidth: () => terminalColumns(system.stdout, system.env),
      getErrHelpWidth: () => terminalColumns(system.stderr, system.env),
    })
    .exitOverride()
    .showSuggestionAfterError();
  // Declaring all commands takes longer than running one: the list of them needs their names alone, and a line that names
  // its command that one.
  const [first = '', second] = argv;
  if (argv.length === 1 && /^(?:-h|--help|help)$/.test(first)) return withNames(program);
  if (first === 'help' && second !== undefined) {
    const { noHelp } = await import('./commands/unknown-word.ts');
    throw await noHelp(argv.slice(1), words, system);
  }
  const named = commandNamed(first);
  const isVersion = first === '-V' || first === '--version';
  const needed = named ? [named] : isVersion ? [] : names;
  const tree: CommandTree = {
    names: words,
    isImplied,
    load: (word) => createProgram({ argv: word === undefined ? [] : [word], isImplied: false }, system, printHelp),
  };
  for (const name of needed) {
    const make = await commands[name]();
    const command = make(system, tree).copyInheritedSettings(program);
    command.summary(summaries[name]);
    command.optionsGroup('Options:').option('--no-config', 'without ARTICLE_OPTIONS and the config file');
    program.addCommand(command, { hidden: hidden.has(name) });
  }
  program.hook('preAction', async (_, command) => {
    if (command.opts<{ readonly config: boolean }>().config && !withoutDefaults.has(command.name())) {
      await applyDefaults(command, await readDefaults(system), tree);
    }
  });
  return program;
}

/** Declares all commands with their names and summaries. */
function withNames(program: Command): Command {
  for (const name of names) {
    const others = Object.keys(aliases).filter((alias) => aliases[alias] === name);
    program.addCommand(new Command(name).summary(summaries[name]).aliases(others), { hidden: hidden.has(name) });
  }
  return program;
}

/** Joins Commander's message and its suggestion, one line each, as sentences on one line. */
function inSentences(text: string): string {
  const lines = text
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  return lines
    .map((line) => line.replace(/^\((.*)\)$/, '$1'))
    .map((line) => (/[.?!]$/.test(line) ? line : `${line}.`))
    .join(' ');
}
