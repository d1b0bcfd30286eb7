import { addressMeant, isExpression, isSectionPlace, isSpelledSource } from '../source/arguments.ts';
import { fileNames, isThere } from '../source/input/folder-files.ts';
import { dataFolder } from '../source/input/folders.ts';
import { shelfNames } from '../source/shelf/saved-articles.ts';
import type { System } from '../system.ts';
import { ownProperty } from '../text/own-property.ts';
import { isAddress } from '../text/parse-url.ts';
import { suggest } from '../text/suggest.ts';
import { summaries } from './summaries.ts';

/** Returns a hint at what a selector that selects nothing may mean: a command, a source, a second source. */
export async function hintAtSelector(
  selectors: readonly string[],
  source: string | undefined,
  system: System,
): Promise<string | undefined> {
  const [first = ''] = selectors;
  return (
    hintAtCommand(selectors, source) ??
    (source === undefined ? await hintAtSource(first, system) : hintAtFile(selectors, system.cwd))
  );
}

/** Returns a hint that a command comes first, where a selector is the name of one. */
function hintAtCommand(selectors: readonly string[], source: string | undefined): string | undefined {
  const command = selectors.find((selector) => ownProperty(summaries, selector) !== undefined);
  return command && `A command comes first: ${['article', command, source].filter(Boolean).join(' ')}`;
}

/** Returns a hint at the source that a word may mean, where it was taken for a section of the default article. */
async function hintAtSource(word: string, system: System): Promise<string | undefined> {
  if (isExpression(word)) return 'Nor is there a folder of that name.';
  const files = fileNames(system.cwd);
  if (isSectionPlace(word)) return files.includes(word) ? `The file of that name is ./${word}` : undefined;
  const names = await shelfNames(await dataFolder(system));
  const [name] = suggest(word, names);
  if (name) return `Did you mean the article “${name}”?`;
  const [file] = suggest(word, files);
  if (file) return `Did you mean the file “${file}”?`;
  const address = addressMeant(word);
  return address === undefined
    ? 'Nor is there a file or an article on the shelf of that name.'
    : `A page is named by its address: ${address}`;
}

/** Returns a hint that a selector that is, or looks like, a file was taken for a section. */
function hintAtFile(selectors: readonly string[], cwd: string): string | undefined {
  const isNamed = (selector: string) => selector.trim() !== '' && !isSectionPlace(selector) && isThere(selector, cwd);
  const word = selectors.find((selector) => isNamed(selector) || (selector !== '-' && isSpelledSource(selector)));
  if (word === undefined) return undefined;
  if (isAddress(word)) return 'It is taken for a section: here one source is read at a time.';
  if (!isNamed(word)) return `Nor is there a file ${word}.`;
  return `It is taken for a section, not for the file ${isSpelledSource(word) ? word : `./${word}`}.`;
}
