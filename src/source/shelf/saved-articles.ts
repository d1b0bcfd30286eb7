import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../article/article-tree.ts';
import { slug } from '../../article/slug.ts';
import { UserError } from '../../errors.ts';
import type { System } from '../../system.ts';
import { cleanLine } from '../../text/sanitize.ts';
import { bundledNames, isBundledName } from '../input/bundled.ts';
import { isResponsive, makeFolder } from '../input/file-system.ts';
import { dataPath } from '../input/folders.ts';
import { formatSize } from '../input/read-bytes.ts';
import { canBeName, freeName, shelfName } from './shelf-names.ts';

/**
 * Finds the folder of the shelf for a command that needs it.
 *
 * @throws UserError when there is none, or when its file system does not answer.
 */
export async function shelfFolder(system: Pick<System, 'env' | 'home'>): Promise<string> {
  const path = dataPath(system);
  if (path === undefined) {
    throw new UserError('There is no home to keep a shelf in.', { hint: 'Set HOME or XDG_DATA_HOME.' });
  }
  if (await isResponsive(path)) return path;
  throw new UserError(`The folder of the shelf does not answer: ${cleanLine(path)}`, {
    hint: 'Its network drive seems to be gone. Another folder can be set in XDG_DATA_HOME.',
  });
}

/** The options of saving an article. */
export interface SaveOptions {
  /** When the article is saved, ISO 8601. */
  readonly saved: string;
  /** Replace an article of that name. */
  readonly force?: boolean;
}

/** An article on the shelf. */
export interface SavedArticle {
  readonly name: string;
  readonly article: Article;
}

/** A file on the shelf that is not an article, and the reason, as the rest of a sentence: `is a folder`. */
export interface BrokenFile {
  readonly file: string;
  readonly reason: string;
}

/** The largest saved file, in bytes: more is no article that a person reads. */
const largestFile = 100_000_000;

/**
 * Saves an article in `folder`, which is made when needed, under the id of `name`, and returns that id. The file is
 * written whole or not at all; of two that save under one name at once, one gets the error that the name is taken.
 *
 * @throws UserError when the name is empty, taken (unless `force`) or one that `read` takes for a section's, when the
 * article is too large to be read again, or when the folder cannot be written to.
 */
export async function saveArticle(
  folder: string,
  name: string,
  article: Article,
  options: SaveOptions,
): Promise<string> {
  const { id, present } = await freeId(folder, name, options);
  // It needs front matter, and so a YAML reader, which takes its time to load.
  const { savedText } = await import('./saved-text.ts');
  const text = savedText(article, options.saved);
  if (Buffer.byteLength(text) > largestFile) {
    throw new UserError(`The article is larger than ${formatSize(largestFile)}, the most that the shelf keeps.`, {
      hint: 'Keep its file, and read it by its path.',
    });
  }
  const { removeOldDrafts, writeWhole } = await import('../input/write-whole.ts');
  try {
    makeFolder(folder);
    await removeOldDrafts(folder);
    const file = present !== undefined && isMarkdown(present) ? present : `${id}.md`;
    await writeWhole(folder, file, text, { replace: options.force ?? false, sync: true });
    if (present !== undefined && present !== file) await unlink(join(folder, present));
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && !options.force) {
      const files = await findFiles(folder);
      throw taken(
        id,
        freeName(id, (name) => files.has(name)),
      );
    }
    throw cannot('write to', folder, error);
  }
  return id;
}

/**
 * Finds the id for a name, and the file that has it where that may be replaced.
 *
 * @throws UserError as {@link saveArticle} for an invalid name.
 */
export async function freeId(
  folder: string,
  name: string,
  { force = false }: Pick<SaveOptions, 'force'>,
): Promise<{ readonly id: string; readonly present?: string }> {
  const id = shelfName(name);
  const files = await findFiles(folder);
  const another = freeName(id || 'article', (taken) => files.has(taken));
  const refusal = (reason: string) => new UserError(reason, { hint: `Choose another name: --as ${another}` });
  if (id === '') throw refusal(`“${cleanLine(name)}” gives no name: a name has letters or digits.`);
  if (isBundledName(id)) throw refusal(`“${id}” is an article that comes with the program.`);
  if (!canBeName(id)) throw refusal(`“${id}” cannot be read by that name: it could be a section’s.`);
  const present = files.get(id);
  if (present !== undefined && !force) throw taken(id, another);
  return { id, ...(present !== undefined && { present }) };
}

function taken(id: string, another: string): UserError {
  return new UserError(`“${id}” is on the shelf already.`, {
    hint: `Replace it with --force, or choose another name: --as ${another}`,
  });
}

/**
 * Lists all articles in `folder` by name, saved ones and files that the user put there (Markdown, HTML and plain text),
 * and the files that cannot be read as one. A folder that does not exist has none.
 */
export async function listSaved(
  folder: string,
): Promise<{ readonly articles: readonly SavedArticle[]; readonly broken: readonly BrokenFile[] }> {
  const articles: SavedArticle[] = [];
  const broken: BrokenFile[] = [];
  for (const [name, file] of await findFiles(folder)) {
    const article = await readArticle(join(folder, file));
    if (typeof article === 'string') broken.push({ file: cleanLine(file), reason: article });
    else articles.push({ name, article });
  }
  return { articles, broken };
}

/**
 * Reads the saved article of that name; undefined when there is none.
 *
 * @throws UserError when its file cannot be read as an article.
 */
export async function readSaved(folder: string, name: string): Promise<Article | undefined> {
  const file = (await findFiles(folder)).get(name);
  if (file === undefined) return undefined;
  const article = await readArticle(join(folder, file));
  if (typeof article !== 'string') return article;
  throw new UserError(`“${name}” on the shelf ${article}.`, { hint: `Its file is ${cleanLine(join(folder, file))}` });
}

/** Finds the file of the saved article of that name; undefined when there is none. */
export async function savedPath(folder: string, name: string): Promise<string | undefined> {
  const file = (await findFiles(folder)).get(name);
  return file === undefined ? undefined : join(folder, file);
}

/**
 * Removes the saved article of that name, broken or not.
 *
 * @throws UserError when there is none of that name, or it cannot be removed.
 */
export async function removeSaved(folder: string, name: string): Promise<void> {
  if (isBundledName(name)) {
    throw new UserError(`“${name}” comes with the program and stays.`, { hint: 'Only saved articles can be removed.' });
  }
  const files = await findFiles(folder);
  const file = files.get(name);
  if (file === undefined) {
    throw new UserError(`There is no “${cleanLine(name)}” on the shelf.`, {
      hint: files.size === 0 ? 'Nothing is saved.' : 'See what is there: article shelf',
    });
  }
  try {
    await unlink(join(folder, file));
  } catch (error) {
    // Another process was faster: it is gone, as requested.
    if (codeOf(error) !== 'ENOENT') throw cannot('remove', join(folder, file), error);
  }
}

/**
 * Lists the files of a folder by the names that `read` accepts, sorted by these. A file whose name is its id comes
 * before others with the same id; those get `-1`, `-2`. A file whose id `read` does not accept gets another name.
 */
async function findFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return new Map();
    throw cannot('read', folder, error);
  }
  const files = names
    .filter((file) => /^[^.].*\.(?:md|markdown|txt|html?)$/is.test(file))
    .map((file) => ({ file, id: slug(file.replace(/\.\w+$/, '')) || 'article' }))
    .sort((a, b) => Number(b.file === `${b.id}.md`) - Number(a.file === `${a.id}.md`) || compare(a.file, b.file));
  const byId = new Map<string, string>();
  for (const { file, id } of files) {
    byId.set(
      freeName(id, (name) => byId.has(name)),
      file,
    );
  }
  return new Map([...byId].sort(([a], [b]) => compare(a, b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Reads the article in a file; where it cannot, returns why, as the rest of a sentence. */
async function readArticle(path: string): Promise<Article | string> {
  let bytes: Uint8Array;
  try {
    // Before it is opened, since opening a fifo waits for a writer.
    const found = await stat(path);
    if (found.isDirectory()) return 'is a folder';
    if (!found.isFile()) return 'is no regular file';
    if (found.size > largestFile) return `is larger than ${formatSize(largestFile)}`;
    bytes = await readFile(path);
  } catch (error) {
    const reasons: Record<string, string> = {
      EACCES: 'may not be read by you',
      ENOENT: 'is a link that leads nowhere',
      ELOOP: 'is a link that leads back to itself',
    };
    return reasons[codeOf(error)] ?? `cannot be read (${codeOf(error)})`;
  }
  if (!isMarkdown(path)) return convert(path, bytes);
  const { decodeText } = await import('../charset.ts');
  const text = decodeText(bytes)?.text;
  if (text === undefined) return 'is binary, not text';
  if (text.trim() === '') return 'is empty';
  const { parseArticleLazily } = await import('../../article/parse-lazily.ts');
  return parseArticleLazily(text);
}

function isMarkdown(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file);
}

/** Reads a page or a plain text as any other source. */
async function convert(path: string, bytes: Uint8Array): Promise<Article | string> {
  const { parseReceived } = await import('../parse-received.ts');
  try {
    return await parseReceived({ name: 'It', path, bytes }, {}, { env: {} });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message.replace(/^It |\.$/g, '');
  }
}

function cannot(act: string, path: string, error: unknown): UserError {
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ENOENT: 'it cannot be made',
    EROFS: 'it cannot be written to',
    ENOSPC: 'the disk is full',
    EDQUOT: 'your share of the disk is full',
    ENOTDIR: 'it is no folder',
    EEXIST: 'it is no folder',
    EISDIR: 'it is a folder',
  };
  const reason = reasons[codeOf(error)] ?? (codeOf(error) || 'unknown error');
  return new UserError(`Cannot ${act} ${cleanLine(path)}: ${reason}.`, {
    hint: 'The shelf is in XDG_DATA_HOME, else in ~/.local/share.',
    cause: error,
  });
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException | undefined)?.code ?? '');
}

/** Lists every name on the shelf, bundled ones first; none of a folder that cannot be read. */
export async function shelfNames(folder: string | undefined): Promise<readonly string[]> {
  const files = folder === undefined ? undefined : await findFiles(folder).catch(() => undefined);
  return [...bundledNames, ...(files?.keys() ?? [])];
}
