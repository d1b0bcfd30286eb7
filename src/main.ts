import { CommanderError } from 'commander';
import { errorText, exitCodes, TerminatedError, UserError } from './errors.ts';
import { createProgram, withCommand } from './program.ts';
import type { System } from './system.ts';
import { printDiagnostic } from './terminal/diagnostics.ts';
import { write } from './terminal/output.ts';
import { processSystem } from './terminal/process-system.ts';

/**
 * Runs one command line in this process and returns the exit code once all output is written. `articles` is the folder
 * of the bundled articles; `onEngineFlags` is called with a name for V8's flags before a text sets others.
 */
export async function main(
  argv: readonly string[],
  articles: string,
  onEngineFlags?: System['onEngineFlags'],
): Promise<number> {
  const { system, drain } = processSystem(articles, onEngineFlags);
  const exitCode = await run(argv, system);
  await drain();
  return exitCode;
}

/** Runs a command line, without the program's name, and returns the exit code. The only place that catches. */
export async function run(argv: readonly string[], system: System): Promise<number> {
  try {
    await perform(argv, system);
    return exitCodes.done;
  } catch (error) {
    // Commander has shown its own message by now.
    if (error instanceof CommanderError) return exitCodes.usage;
    if (error instanceof TerminatedError) return exitCodes.terminated;
    const { message, exitCode } = describe(error);
    printDiagnostic(message, system);
    return exitCode;
  }
}

async function perform(argv: readonly string[], system: System): Promise<void> {
  // Commander does not wait for its help to be written, nor learn of a failure.
  const help: string[] = [];
  const line = withCommand(argv, system);
  const program = await createProgram(line, system, (text) => help.push(text));
  try {
    if (line.argv.length === 0) {
      program.outputHelp();
      help.push(await (await import('./commands/reading-list.ts')).readingList(system));
    } else {
      await program.parseAsync(line.argv, { from: 'user' });
    }
  } catch (error) {
    // It ends help and version by throwing too.
    if (!(error instanceof CommanderError && error.exitCode === 0)) throw error;
  }
  if (help.length > 0) await write(help, system.stdout, { escapes: false });
}

function describe(error: unknown): { readonly message: string; readonly exitCode: number } {
  if (error instanceof UserError) return { message: errorText(error), exitCode: error.exitCode };
  const reason = error instanceof Error ? error.message : String(error);
  return {
    message: `Something went wrong inside: ${reason}. Please report it with the article that shows it.`,
    exitCode: exitCodes.failed,
  };
}
