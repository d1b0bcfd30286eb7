import { Command } from 'commander';
import { tell } from '../terminal/tell.ts';
import type { World } from '../world.ts';
import { homeShelf } from './save.ts';

export function removeCommand(world: World): Command {
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
      const { removeSaved } = await import('../source/shelf.ts');
      await removeSaved(homeShelf(world), name);
      tell(`Removed “${name}”.\n`, world);
    });
}
