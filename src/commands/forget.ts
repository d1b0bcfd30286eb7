import { Command } from 'commander';
import { UserError } from '../errors.ts';
import type { System } from '../system.ts';
import { printNote } from '../terminal/diagnostics.ts';
import { cleanLine } from '../text/sanitize.ts';

export function forgetCommand(system: System): Command {
  return new Command('forget')
    .description('Forget the places and bookmarks of a text that was read with “article open”, or of all texts.')
    .argument('[name]', 'a path, an address, or words of the title (default: all texts)')
    .addHelpText(
      'before',
      `Examples:
  article forget notes.md               one text
  article forget                        all of them
`,
    )
    .action((name: string | undefined) => forget(name, system));
}

async function forget(name: string | undefined, system: System): Promise<void> {
  const { forgetNamed } = await import('../reader/places/forget-named.ts');
  const count = await forgetNamed(name, system);
  if (count === 0 && name !== undefined) {
    throw new UserError(`Nothing is kept of “${cleanLine(name)}”.`, { hint: 'See what is: article open' });
  }
  printNote(`${count === 1 ? '1 text' : `${count} texts`} forgotten.`, system);
}
