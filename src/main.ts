import { CommanderError } from 'commander';
import { exitCodes, UserError } from './errors.ts';
import { createProgram } from './program.ts';
import type { System } from './system.ts';
import { tell } from './terminal/tell.ts';

/** Runs one command line, program name left out, and gives the exit code. The only place that catches. */
export async function run(argv: readonly string[], system: System): Promise<number> {
  const program = createProgram(argv, system);
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    // Commander has shown its own message by now.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    const { message, exitCode } = describe(error);
    tell(`article: ${message}\n`, system);
    return exitCode;
  }
}

function describe(error: unknown): { readonly message: string; readonly exitCode: number } {
  if (error instanceof UserError) {
    return { message: [error.message, error.hint].filter(Boolean).join(' '), exitCode: error.exitCode };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return {
    message: `Something went wrong inside: ${reason}. Please report it with the article that shows it.`,
    exitCode: exitCodes.failed,
  };
}
