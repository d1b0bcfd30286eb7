import { Command } from 'commander';
import type { System } from '../system.ts';
import { printNote } from '../terminal/diagnostics.ts';
import { checkFailed, doEach } from './do-each.ts';

export function removeCommand(system: System): Command {
  return new Command('remove')
    .alias('rm')
    .description('Take saved articles off the shelf. Their files are deleted.')
    .argument('<name...>', 'their names, as article shelf lists them')
    .addHelpText(
      'before',
      `Examples:
  article remove tea
  article remove tea coffee             several
`,
    )
    .action(async (names: readonly string[]) => {
      const { removeSaved, shelfFolder } = await import('../source/shelf/saved-articles.ts');
      const folder = await shelfFolder(system);
      const { failed } = await doEach(
        names,
        async (name) => {
          await removeSaved(folder, name);
          printNote(`Removed “${name}”.`, system);
        },
        system,
      );
      checkFailed(failed, names.length);
    });
}
