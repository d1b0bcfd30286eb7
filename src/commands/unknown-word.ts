import { type UserError, usageError } from '../errors.ts';
import { addressMeant } from '../source/arguments.ts';
import { fileNames } from '../source/input/folder-files.ts';
import { dataFolder } from '../source/input/folders.ts';
import type { System } from '../system.ts';
import { ownProperty } from '../text/own-property.ts';

/** What other programs call our commands, and some that we have by another name. */
const otherNames: Readonly<Record<string, string>> = {
  cat: 'read',
  less: 'read',
  more: 'read',
  print: 'read',
  show: 'read',
  view: 'read',
  tui: 'open',
  contents: 'sections',
  headings: 'sections',
  outline: 'sections',
  abstract: 'summary',
  summarise: 'summary',
  summarize: 'summary',
  rg: 'search',
  urls: 'links',
  add: 'save',
  delete: 'remove',
  settings: 'config',
  completions: 'completion',
  man: 'help --man',
  manual: 'help --man',
  version: '--version',
};

/** Creates the error for a word that the program does not know, with suggestions. */
export async function unknownWord(word: string, commands: readonly string[], system: System): Promise<UserError> {
  if (commands.includes(word)) {
    return usageError(
      `“${word}” is a command, and commands come first.`,
      `Write article ${word}, and options behind it.`,
    );
  }
  return usageError(
    `“${word}” is no command, no article on the shelf and no file here.`,
    await meant(word, commands, system),
  );
}

/** Returns the error for what is no command, or more than one, after `help`. */
export async function noHelp(
  [word = '', ...others]: readonly string[],
  commands: readonly string[],
  system: System,
): Promise<UserError> {
  if (others.length > 0 && commands.includes(word)) {
    return usageError('There is help for one command at a time.', `See article help ${word}.`);
  }
  return usageError(`There is no command “${word}”.`, await meant(word, commands, system, 'article help lists them.'));
}

/** Returns what a word may have been meant for, or else where to look. */
async function meant(
  word: string,
  commands: readonly string[],
  system: System,
  otherwise = 'See article --help.',
): Promise<string> {
  const [{ shelfNames }, { suggest }] = await Promise.all([
    import('../source/shelf/saved-articles.ts'),
    import('../text/suggest.ts'),
  ]);
  const other = ownProperty(otherNames, word.toLowerCase());
  if (other !== undefined) return `Did you mean article ${other}?`;
  const address = addressMeant(word);
  if (address !== undefined) return `A page is named by its address: ${address}`;
  const articles = await shelfNames(await dataFolder(system));
  const candidates = { command: [...commands, 'help'], article: articles, file: fileNames(system.cwd) };
  const near = Object.entries(candidates).flatMap(([kind, names]) =>
    suggest(word, names)
      .slice(0, 1)
      .map((name) => `the ${kind} “${name}”`),
  );
  return near.length === 0 ? otherwise : `Did you mean ${near.join(' or ')}?`;
}
