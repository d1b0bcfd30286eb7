import { Command } from 'commander';
import type { Article, Section } from '../article/article-tree.ts';
import { UserError, usageError } from '../errors.ts';
import { decodeText } from '../source/charset.ts';
import { isBundledName } from '../source/input/bundled.ts';
import { readFile } from '../source/input/file.ts';
import { defaultMaxSize } from '../source/input/read-bytes.ts';
import { sourceFile } from '../source/source-file.ts';
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
  const path = await sourceFile(source, system);
  if (path === undefined) {
    // Says what else may have been meant.
    await loadSource(source, {}, system);
    throw new UserError(`“${cleanLine(source)}” is no file.`);
  }
  let line = 1;
  if (request.selectors.length > 0 || request.fragment !== undefined) {
    const article = await loadSource(source, options, system);
    const [section] = (await chooseSections(article, request, system)) ?? [];
    const bytes = await readFile(path, system.cwd, options.maxSize ?? defaultMaxSize);
    line = lineIn(bytes, article, section);
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

/** Returns the line of a section in its file; 1 where the article is not the file's own Markdown. */
function lineIn(bytes: Uint8Array, { source }: Article, section: Section | undefined): number {
  const text = decodeText(bytes)?.text ?? '';
  const isOwn = text.replace(/\r\n?/g, '\n').trimEnd().endsWith(source.trimEnd());
  return isOwn ? (section?.line ?? 1) : 1;
}
