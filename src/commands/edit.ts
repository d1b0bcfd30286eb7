import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Article, Section } from '../article/article-tree.ts';
import { UserError, usageError } from '../errors.ts';
import { isSpelledSource } from '../source/arguments.ts';
import { isBundledName } from '../source/input/bundled.ts';
import { dataFolder } from '../source/input/folders.ts';
import type { System } from '../system.ts';
import { isAddress } from '../text/parse-url.ts';
import { cleanLine } from '../text/sanitize.ts';
import { chooseSections } from './choose-sections.ts';
import { loadSource } from './load-source.ts';
import { addSourceOptions, type SourceOptions } from './options.ts';
import { splitRequest } from './split-request.ts';

export function editCommand(system: System): Command {
  const command = new Command('edit')
    .description('Open a file, or an article on the shelf, in $VISUAL or $EDITOR, at the line of a section.')
    .argument('<source>', 'a path, or a name on the shelf')
    .argument('[section]', 'where to begin: a number (2.1), an id (#intro) or words of the title')
    .addHelpText(
      'before',
      `Examples:
  article edit notes.md                 at its beginning
  article edit notes.md install         at that section
  EDITOR='code' article edit notes.md 2.1
`,
    );
  return addSourceOptions(command).action((source: string, section: string | undefined, options: SourceOptions) =>
    edit(
      [source, section].filter((typed) => typed !== undefined),
      options,
      system,
    ),
  );
}

async function edit(arguments_: readonly string[], options: SourceOptions, system: System): Promise<void> {
  const request = await splitRequest(arguments_, options, system);
  const { source } = request;
  if (source === undefined || source === '-' || isAddress(source) || isBundledName(source)) {
    throw usageError(
      `“${source ?? arguments_[0]}” is no file that can be edited.`,
      source && isAddress(source) ? 'Keep it first: article save' : 'Name a file, or an article that you have saved.',
    );
  }
  const path = await pathOf(source, system);
  let line = 1;
  if (request.selectors.length > 0 || request.fragment !== undefined) {
    const article = await loadSource(source, options, system);
    const [section] = (await chooseSections(article, request, system)) ?? [];
    line = lineIn(path, article, section);
  }
  const { editorCommand, runOnTerminal } = await import('../terminal/programs.ts');
  const command = editorCommand(system.env, path, line);
  const ended = await runOnTerminal(command, system.env).catch((error: unknown) => {
    throw new UserError(`The editor ${command[0]} cannot be started.`, {
      hint: 'Name one in VISUAL or EDITOR.',
      cause: error,
    });
  });
  if (ended !== 0) throw new UserError(`The editor ${command[0]} has ended with ${ended}.`);
}

/** Finds the file of a source. */
async function pathOf(source: string, system: System): Promise<string> {
  const folder = isSpelledSource(source) ? undefined : await dataFolder(system);
  const { savedPath } = await import('../source/shelf/saved-articles.ts');
  const saved = folder === undefined ? undefined : await savedPath(folder, source);
  if (saved !== undefined) return saved;
  const path = resolve(system.cwd, source);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return path;
  if (found?.isDirectory()) {
    const { findReadme } = await import('../source/input/folder-files.ts');
    const readme = findReadme(path);
    if (readme !== undefined) return readme;
  }
  if (found) throw new UserError(`“${cleanLine(source)}” is no file.`, { hint: 'Only files can be edited.' });
  // Says what else may have been meant.
  await loadSource(source, {}, system);
  throw new UserError(`“${cleanLine(source)}” is no file.`);
}

/** Returns the line of a section in its file; 1 where the article is not the file's own Markdown. */
function lineIn(path: string, { source }: Article, section: Section | undefined): number {
  const isOwn = readFileSync(path, 'utf8').replace(/\r\n?/g, '\n').trimEnd().endsWith(source.trimEnd());
  return isOwn ? (section?.line ?? 1) : 1;
}
