import { Command } from 'commander';
import { errorText } from '../errors.ts';
import { configFile } from '../source/input/config-file.ts';
import { cachePath, dataPath, statePath } from '../source/input/folders.ts';
import type { System } from '../system.ts';
import { printDiagnostic } from '../terminal/diagnostics.ts';
import { write } from '../terminal/output.ts';
import { pagerCommand } from '../terminal/pager-command.ts';
import { cleanLine } from '../text/sanitize.ts';
import type { CommandTree } from './command-tree.ts';
import { type Defaults, findFaults, readDefaults } from './defaults.ts';

interface ConfigOptions {
  readonly path?: boolean;
}

export function configCommand(system: System, tree: CommandTree): Command {
  return new Command('config')
    .description(
      'Show the options that are set for every run, and where each is set: in ARTICLE_OPTIONS, or in the config file, which has one option a line and comments after #. What is typed goes over the variable, the variable over the file; --no-config leaves both aside. In a pipe: name, value and origin, separated by tabs.',
    )
    .option('--path', 'the path of the config file alone')
    .addHelpText(
      'before',
      `Examples:
  article config                        what is set
  echo '--width 72' >> "$(article config --path)"
  ARTICLE_OPTIONS='--theme vivid' article read guide
`,
    )
    .action((options: ConfigOptions) => config(options, system, tree));
}

type Row = readonly [name: string, value: string, origin: string];

async function config(options: ConfigOptions, system: System, tree: CommandTree): Promise<void> {
  const defaults = options.path ? undefined : await readDefaults(system);
  const rows = defaults ? rowsOf(defaults, system) : [[(await configFile(system)) ?? '']];
  const isTable = system.stdout.isTTY === true;
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => {
    const cells = row.map((cell) => cleanLine(cell ?? ''));
    const padded = isTable
      ? cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
      : cells.join('\t');
    return `${padded.trimEnd()}\n`;
  });
  await write(lines, system.stdout, { escapes: false });
  if (!defaults) return;
  for (const fault of await findFaults(defaults, tree)) printDiagnostic(errorText(fault), system);
}

function rowsOf({ file, layers }: Defaults, system: System): readonly Row[] {
  const { env } = system;
  const seen = new Set<string>();
  const options = layers.flatMap((layer) =>
    [...layer].reverse().flatMap(({ flag, value = '', origin }): readonly Row[] => {
      if (seen.has(flag)) return [];
      seen.add(flag);
      return [[flag, value, origin]];
    }),
  );
  const pager = env.ARTICLE_PAGER !== undefined ? 'ARTICLE_PAGER' : env.PAGER !== undefined ? 'PAGER' : 'default';
  const variables = ['NO_COLOR', 'FORCE_COLOR', 'CLICOLOR', 'ACCESSIBLE'].flatMap((name): readonly Row[] =>
    env[name] ? [[name, env[name] ?? '', 'environment']] : [],
  );
  const folder = (name: string, path: string | undefined, variable: string): Row => [
    name,
    path ?? '',
    // A path that is not absolute is ignored (XDG Base Directory Specification).
    env[variable] && path?.startsWith(env[variable]) ? variable : 'default',
  ];
  return [
    ...options,
    ['pager', pagerCommand(env)?.join(' ') ?? 'none', pager],
    ...variables,
    folder('config', file, 'XDG_CONFIG_HOME'),
    folder('shelf', dataPath(system), 'XDG_DATA_HOME'),
    folder('cache', cachePath(system), 'XDG_CACHE_HOME'),
    folder('places', statePath(system), 'XDG_STATE_HOME'),
  ];
}
