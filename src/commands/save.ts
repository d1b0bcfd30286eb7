import { Command } from 'commander';
import { usageError } from '../errors.ts';
import type { System } from '../system.ts';
import { printNote } from '../terminal/diagnostics.ts';
import { checkFailed, doEach } from './do-each.ts';
import { loadSource, stdinSource } from './load-source.ts';
import { addSourceOptions, type SourceOptions } from './options.ts';
import { splitRequest } from './split-request.ts';

interface SaveOptions extends SourceOptions {
  readonly as?: string;
  readonly force?: boolean;
}

export function saveCommand(system: System): Command {
  const command = new Command('save')
    .description('Keep an article as a Markdown file on the shelf, to be read by its name.')
    .argument('[source...]', 'addresses, paths, or - for standard input')
    .option('--as <name>', 'its name (default: from its title)')
    .option('--force', 'replace an article of that name')
    .addHelpText(
      'before',
      `Examples:
  article save https://example.com/tea --as tea
  article read tea                      read it again, without the network
  article save *.md                     several, each by its title
  article save notes.md --force         replace what has that name
`,
    );
  return addSourceOptions(command).action((sources: readonly string[], options: SaveOptions) =>
    save(options.article === undefined ? sources : [options.article], options, system),
  );
}

async function save(sources: readonly string[], options: SaveOptions, system: System): Promise<void> {
  const stdin = sources.length === 0 ? await stdinSource(system) : undefined;
  if (sources.length === 0 && !stdin) throw usageError('Nothing to save.', 'Name a source: article save notes.md');
  if (sources.length > 1 && options.as !== undefined) {
    throw usageError('--as gives one name.', 'Without it, each article is saved by its title.');
  }
  const { freeId, saveArticle, shelfFolder } = await import('../source/shelf/saved-articles.ts');
  const folder = await shelfFolder(system);
  const how = { saved: new Date().toISOString(), force: options.force ?? false };
  // A name that cannot be used is found before anything is read.
  if (options.as !== undefined) await freeId(folder, options.as, how);
  const all = stdin ? ['-'] : sources;
  const { failed } = await doEach(
    all,
    async (typed) => {
      // The whole is kept, even where a section is named with it.
      const { source = typed } = await splitRequest([typed], {}, system);
      const article = await loadSource(source, { ...options, ...(stdin && { stdin }) }, system);
      const id = await saveArticle(folder, options.as ?? (article.title || nameOf(source)), article, how);
      printNote(`Saved as “${id}”. Read it: article read ${id}`, system);
    },
    system,
  );
  checkFailed(failed, all.length);
}

/** Returns the last segment of a path or an address, without its extension. */
function nameOf(source: string): string {
  return (
    source
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .replace(/^.*\//, '')
      .replace(/\.\w+$/, '') || 'article'
  );
}
