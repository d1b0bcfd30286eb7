import { Command } from 'commander';
import type { System } from '../system.ts';
import { printDiagnostic } from '../terminal/diagnostics.ts';

export function removeCommand(system: System): Command {
  return new Command('remove')
    .summary('take a saved article off the shelf')
    .description('Take a saved article off the shelf. Its file is deleted.')
    .argument('<name>', 'its name, as article shelf lists it')
    .addHelpText(
      'before',
      `Examples:
  article remove tea
`,
    )
    .action(async (name: string) => {
      const { removeSaved, shelfFolder } = await import('../source/shelf/shelf.ts');
      await removeSaved(await shelfFolder(system), name);
      printDiagnostic(`Removed “${name}”.\n`, system);
    });
}
