import { Command } from 'commander';
import { exitCodes, UserError } from '../errors.ts';
import type { System } from '../system.ts';
import { printDiagnostic } from '../terminal/diagnostics.ts';
import { load, pipedInput } from './load.ts';
import { addSourceOptions, type SourceOptions } from './options.ts';

interface SaveOptions extends SourceOptions {
  readonly as?: string;
  readonly force?: boolean;
}

export function saveCommand(system: System): Command {
  const command = new Command('save')
    .summary('keep an article on the shelf')
    .description('Keep an article as a Markdown file on the shelf, to be read by its name.')
    .argument('[source]', 'an address, a path, or - for standard input')
    .option('--as <name>', 'its name (default: from its title)')
    .option('--force', 'replace an article of that name')
    .addHelpText(
      'before',
      `Examples:
  article save https://example.com/tea --as tea
  article read tea                      read it again, without the network
  article save notes.md --force         replace what has that name
`,
    );
  return addSourceOptions(command).action((source: string | undefined, options: SaveOptions) =>
    save(options.article ?? source, options, system),
  );
}

async function save(source: string | undefined, options: SaveOptions, system: System): Promise<void> {
  const stdin = source === undefined ? await pipedInput(system) : undefined;
  if (source === undefined && !stdin) {
    throw new UserError('Nothing to save.', {
      hint: 'Name a source: article save notes.md',
      exitCode: exitCodes.usage,
    });
  }
  const article = await load(source ?? '-', { ...options, ...(stdin && { stdin }) }, system);
  const { saveArticle, shelfFolder } = await import('../source/shelf/shelf.ts');
  const name = options.as ?? (article.title || nameOf(source ?? '-'));
  const id = await saveArticle(await shelfFolder(system), name, article, {
    saved: new Date().toISOString(),
    force: options.force ?? false,
  });
  printDiagnostic(`Saved as “${id}”. Read it: article read ${id}\n`, system);
}

/** Of a path or an address the last part, without its extension. */
function nameOf(source: string): string {
  return (
    source
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .replace(/^.*\//, '')
      .replace(/\.\w+$/, '') || 'article'
  );
}
