import { Command } from 'commander';
import { version } from '../package.json';
import { forgetCommand } from './commands/forget.ts';
import { openCommand } from './commands/open.ts';
import { readCommand } from './commands/read.ts';
import { removeCommand } from './commands/remove.ts';
import { saveCommand } from './commands/save.ts';
import { searchCommand } from './commands/search.ts';
import { sectionsCommand } from './commands/sections.ts';
import { shelfCommand } from './commands/shelf.ts';
import { summaryCommand } from './commands/summary.ts';
import type { System } from './system.ts';
import { printDiagnostic } from './terminal/diagnostics.ts';
import { ownProperty } from './text/own-property.ts';

const examples = `Examples:
  article notes.md                      a file, an address, or an article on the shelf
  article notes.md 2                    section 2 of it
  cat notes.md | article                what comes on standard input
  article sections notes.md             the list of its sections
  article summary notes.md              what it says, in a few sentences
`;

/** The commands by what may be typed. A new command is a line here. */
const commands: Readonly<Record<string, (system: System) => Command>> = {
  read: readCommand,
  open: openCommand,
  forget: forgetCommand,
  sections: sectionsCommand,
  list: sectionsCommand,
  summary: summaryCommand,
  search: searchCommand,
  shelf: shelfCommand,
  save: saveCommand,
  remove: removeCommand,
};

/** The words of a command line; `isImplied` when its command was not typed. */
export interface CommandLine {
  readonly argv: readonly string[];
  readonly isImplied: boolean;
}

/** Adds the command that need not be typed: what is no command, and no option of the program's own, is read. */
export function withCommand(argv: readonly string[], { stdinType }: Pick<System, 'stdinType'>): CommandLine {
  const [first] = argv;
  const isTyped =
    first === undefined
      ? stdinType === 'other'
      : ownProperty(commands, first) !== undefined || /^(?:help|-h|--help|--version)$/.test(first);
  return isTyped ? { argv, isImplied: false } : { argv: ['read', ...argv], isImplied: true };
}

/** The whole command line: names, descriptions, shared options, help. `printHelp` takes what is asked to be printed. */
export function createProgram(
  { argv, isImplied }: CommandLine,
  system: System,
  printHelp: (text: string) => void,
): Command {
  const program = new Command('article')
    .description('Read any article in the terminal: one section, the list of sections, or a summary.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'show the help')
    .helpCommand('help [command]', 'the help of a command')
    .addHelpText('before', examples)
    .configureOutput({
      writeOut: printHelp,
      writeErr: (text) => printDiagnostic(text, system),
      outputError: (text, print) => print(`${usageError(text)} See article --help.\n`),
      getOutHelpWidth: () => system.stdout.columns ?? 80,
      getErrHelpWidth: () => system.stderr.columns ?? 80,
    })
    .exitOverride()
    .showSuggestionAfterError();
  // Declaring all commands takes longer than running one: a line that names its command gets that one alone.
  const named = argv[0] === undefined ? undefined : ownProperty(commands, argv[0]);
  for (const command of named ? [named] : new Set(Object.values(commands))) {
    const made = isImplied ? readCommand(system, Object.keys(commands)) : command(system);
    program.addCommand(made.copyInheritedSettings(program));
  }
  return program;
}

/** Puts Commander's message and its suggestion, a line each, as sentences on one line. */
function usageError(text: string): string {
  const lines = text
    .replace(/^error: /, 'article: ')
    .trim()
    .split('\n');
  return lines
    .map((line) => line.replace(/^\((.*)\)$/, '$1'))
    .map((line) => (/[.?!]$/.test(line) ? line : `${line}.`))
    .join(' ');
}
