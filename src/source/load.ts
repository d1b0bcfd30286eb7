import type { Article } from '../article/types.ts';
import { UserError } from '../errors.ts';
import type { World } from '../world.ts';
import { bundledNames, isBundledName } from './bundled.ts';
import { decodeText } from './charset.ts';
import { defaultMaxSize } from './read-bytes.ts';

export interface LoadOptions {
  /** Bytes; more is an error. */
  readonly maxSize?: number;
}

/**
 * The article that a source stands for: `-` is standard input, nothing the bundled article, then a shelf name, then a path.
 *
 * @throws UserError when it cannot be had, is empty or is no text.
 */
export async function loadArticle(
  source: string | undefined,
  world: World,
  options: LoadOptions = {},
): Promise<Article> {
  const bundled = source ?? bundledNames[0];
  const name = source === '-' ? 'Standard input' : `“${bundled}”`;
  const bytes = await loadBytes(bundled, world, options.maxSize ?? defaultMaxSize);
  const decoded = decodeText(bytes);
  if (!decoded)
    throw new UserError(`${name} is binary, not text.`, { hint: 'Give a text file: Markdown or plain text.' });
  const { text } = decoded;
  if (text.trim() === '') throw new UserError(`${name} is empty.`, { hint: 'There is nothing to read in it.' });
  return parseText(text);
}

async function loadBytes(source: string, world: World, maxSize: number): Promise<Uint8Array> {
  if (source === '-') return readStandardInput(world, maxSize);
  const { readFile } = await import('./file.ts');
  return isBundledName(source)
    ? readFile(`${source}.md`, world.articles, maxSize)
    : readFile(source, world.cwd, maxSize);
}

async function readStandardInput(world: World, maxSize: number): Promise<Uint8Array> {
  if (world.stdin.isTTY) world.stderr.write('article: waiting for text on standard input; Ctrl-D ends it.\n');
  const { readBytes } = await import('./read-bytes.ts');
  return readBytes(world.stdin, 'Standard input', maxSize);
}

/** Front matter needs a YAML reader, which takes its time to load: only where there is some. */
async function parseText(text: string): Promise<Article> {
  if (/^(---|\+\+\+)/.test(text)) return (await import('../article/article.ts')).parseArticle(text);
  return (await import('../article/parse.ts')).parseBody(text);
}
