import type { Argument, Command, Option } from 'commander';
import type { Article } from '../article/article-tree.ts';
import { breakLines, escapeRoff, roffArgument, sectionsRoff } from './roff.ts';

/** Commands that only other programs run. */
const internal: ReadonlySet<string> = new Set(['complete', 'manual']);

/** Writes the manual page, man(7), of the program: its commands and options, then the guide. */
export function writeManual(program: Command, version: string, guide: Article): string {
  const commands = program.commands.filter((command) => !internal.has(command.name()));
  const shared = sharedOptions(commands);
  return breakLines(
    [
      `.TH ARTICLE 1 "${(guide.metadata.date ?? '').slice(0, 10)}" ${roffArgument(`article ${version}`)} "User Commands"\n`,
      '.SH NAME\narticle \\- read any article in the terminal\n',
      '.SH SYNOPSIS\n',
      ...commands.map((command, index) => `${index > 0 ? '.br\n' : ''}${synopsis(command)}`),
      `.SH DESCRIPTION\n${escapeRoff(program.description())}\n`,
      '.PP\nThe command\n.B read\nneed not be typed.\n',
      '.SH COMMANDS\n',
      ...commands.map((command) => commandRoff(command, shared)),
      '.SH OPTIONS\nOptions that several commands have.\n',
      ...[...shared.values()].map(optionRoff),
      sectionsRoff(guide.sections),
    ].join(''),
  );
}

/** Finds the options that several commands share, by their flags. */
function sharedOptions(commands: readonly Command[]): ReadonlyMap<string, Option> {
  const seen = new Map<string, Option>();
  const shared = new Map<string, Option>();
  for (const option of commands.flatMap(({ options }) => options)) {
    const known = seen.get(option.flags);
    if (known?.description === option.description) shared.set(option.flags, option);
    else if (!known) seen.set(option.flags, option);
  }
  return shared;
}

function synopsis(command: Command): string {
  const arguments_ = command.registeredArguments.map(argumentRoff).join(' ');
  return `\\fBarticle ${escapeRoff(command.name())}\\fR [\\fIoptions\\fR]${arguments_ === '' ? '' : ` ${arguments_}`}\n`;
}

function argumentRoff(argument: Argument): string {
  const name = `\\fI${escapeRoff(argument.name())}\\fR${argument.variadic ? '...' : ''}`;
  return argument.required ? name : `[${name}]`;
}

function commandRoff(command: Command, shared: ReadonlyMap<string, Option>): string {
  const names = [command.name(), ...command.aliases()].join(', ');
  const examples = examplesOf(command);
  return [
    `.SS ${roffArgument(names)}\n${escapeRoff(command.description())}\n`,
    ...command.registeredArguments.map((argument) => term(argumentRoff(argument), argument.description)),
    ...command.options.filter(({ flags, hidden }) => !hidden && !shared.has(flags)).map(optionRoff),
    examples === '' ? '' : `.PP\n.RS 4\n.EX\n${escapeRoff(examples)}\n.EE\n.RE\n`,
  ].join('');
}

function optionRoff(option: Option): string {
  const choices = option.argChoices ? ` (${option.argChoices.join(', ')})` : '';
  return term(`\\fB${escapeRoff(option.flags)}\\fR`, `${option.description}${choices}`);
}

function term(name: string, text: string): string {
  return `.TP\n${name}\n${text === '' ? '\\&' : escapeRoff(text)}\n`;
}

/** Returns the examples in front of a command's help. */
function examplesOf(command: Command): string {
  let help = '';
  const output = command.configureOutput();
  command.configureOutput({ ...output, writeOut: (text) => (help += text) });
  command.outputHelp();
  command.configureOutput(output);
  const [, examples = ''] = /^Examples:\n([\s\S]*?)\n\n/.exec(help) ?? [];
  return examples.replace(/^ {2}/gm, '').trimEnd();
}
