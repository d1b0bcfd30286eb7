import { Command } from 'commander';
import { version } from '../../package.json';
import { loadArticle } from '../source/load.ts';
import type { System } from '../system.ts';
import { write } from '../terminal/output.ts';
import type { CommandTree } from './command-tree.ts';

/** Creates the command behind `article help --man`. */
export function manualCommand(system: System, tree: CommandTree): Command {
  return new Command('manual').description('Print the manual page, for man -l.').action(async () => {
    const [{ writeManual }, program, guide] = await Promise.all([
      import('../manual/write-manual.ts'),
      tree.load(),
      loadArticle('guide', system),
    ]);
    await write([writeManual(program, version, guide)], system.stdout, { escapes: false });
  });
}
