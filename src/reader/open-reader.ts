import type { Article, Section } from '../article/article-tree.ts';
import { parseArticleLazily } from '../article/parse-lazily.ts';
import { loadTools } from '../render/load-tools.ts';
import { usualWidth } from '../render/page.ts';
import { bundledNames } from '../source/input/bundled.ts';
import { dataFolder } from '../source/input/folders.ts';
import { loadArticle } from '../source/load.ts';
import type { LoadOptions } from '../source/parse-received.ts';
import type { System } from '../system.ts';
import { openDevice } from '../terminal/device.ts';
import { type PageOptions, resolvePage } from '../terminal/resolve-page.ts';
import { foldedWords } from '../text/fold.ts';
import { cleanLine } from '../text/sanitize.ts';
import type { ShelfEntry } from '../view/view.ts';
import { keyOf, placesFolder, readKept } from './places/store.ts';
import { openedText } from './screen/open-text.ts';
import { read } from './screen/reader.ts';
import type { Entry, Look, OpenText } from './state/model.ts';

/** The options for opening a text. */
export interface OpenReaderOptions extends PageOptions, LoadOptions {
  /** Record nothing, and begin at the beginning. */
  readonly private?: boolean;
}

/** Returns why the full screen is not available, as the rest of a sentence; undefined where it is. */
export function refusal(options: OpenReaderOptions, system: Pick<System, 'env' | 'stdout'>): string | undefined {
  if (!system.stdout.isTTY) return 'there is no terminal';
  if (system.env.TERM === 'dumb') return 'TERM is dumb';
  const { page } = resolvePage(options, system);
  return page.accessible ? 'an accessible page is linear' : undefined;
}

/**
 * Opens an article in the full screen, at a section or where it was left, and resolves when the reader quits. False
 * where there is no terminal, with nothing shown.
 */
export async function openArticle(
  article: Article,
  source: string | undefined,
  section: Section | undefined,
  options: OpenReaderOptions,
  system: System,
): Promise<boolean> {
  const folder = await folderOf(options, system);
  return open(
    await openedText(article, source, folder, system),
    folder,
    { ...(section && { section }) },
    options,
    system,
  );
}

/** Loads a source and opens it; a long Markdown text is shown from its beginning while the rest is being parsed. */
export async function openSource(source: string, options: OpenReaderOptions, system: System): Promise<boolean> {
  let whole: Promise<Article> | undefined;
  const aborting = new AbortController();
  const { signal } = aborting;
  let goOn = (): void => {};
  const isShown = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const beginning = new Promise<{ article: Article; length: number }>((resolve, reject) => {
    const onBeginning = (article: Article, length: number): Promise<void> => {
      resolve({ article, length });
      return isShown;
    };
    whole = loadArticle(source, system, { ...options, onBeginning, signal });
    whole.then((article) => resolve({ article, length: 0 }), reject);
  });
  const first = await beginning;
  if (first.length === 0 || !whole) return openArticle(first.article, source, undefined, options, system);
  const folder = await folderOf(options, system);
  const text = await openedText(first.article, source, folder, system);
  const kept = readKept(folder, keyOf(text));
  // Rather than show the beginning for a moment, and then the place where the text was left.
  if (kept && kept.place.fraction > 0 && first.length < soonParsed) {
    goOn();
    return openArticle(await whole, source, undefined, options, system);
  }
  const rest = whole.then((article) => openedText(article, source, folder, system));
  // It is waited for only once the beginning is shown.
  rest.catch(() => {});
  try {
    const goingOn = (): Promise<OpenText> => {
      goOn();
      return rest;
    };
    return await open({ ...text, whole: first.length }, folder, { rest: goingOn }, options, system);
  } finally {
    aborting.abort();
    goOn();
  }
}

/** Characters of a text that is parsed before anyone notices. */
const soonParsed = 2_000_000;

/** Opens the list of the texts read last and of the shelf. */
export async function openList(options: OpenReaderOptions, system: System): Promise<boolean> {
  const article = await parseArticleLazily('');
  const folder = await folderOf(options, system);
  return open({ article, marks: {} }, folder, { shelf: await shelfEntries(system) }, options, system);
}

/** Returns the folder of places, resolved once: on a dead network drive that takes its time. */
async function folderOf({ private: isPrivate }: OpenReaderOptions, system: System): Promise<string | undefined> {
  return isPrivate ? undefined : placesFolder(system);
}

/** The options of a reader: the place where it begins, what it lists, and how the rest of a text is loaded. */
interface Beginning {
  readonly section?: Section;
  readonly shelf?: readonly Entry[];
  readonly rest?: () => Promise<OpenText>;
}

async function open(
  text: OpenText,
  folder: string | undefined,
  { section, shelf = [], rest }: Beginning,
  options: OpenReaderOptions,
  system: System,
): Promise<boolean> {
  const look = await lookOf(text, options, system);
  const reading = { system, folder, look, load: options, shelf, ...(section && { section }) };
  return read(text, { ...reading, openDevice, now: Date.now }, rest);
}

async function lookOf({ article }: OpenText, options: OpenReaderOptions, system: System): Promise<Look> {
  const { page: resolved } = resolvePage({ ...options, format: 'rich' }, system);
  const measure = options.width ?? usualWidth;
  // What is too wide is truncated by the screen, which can be scrolled sideways.
  const page = { ...resolved, links: options.links ?? ('none' as const), margin: 0, cutCode: false };
  // The colours of code are loaded once the text is shown: they take as long as all the rest.
  const tools = await loadTools({ kind: 'article', article }, { ...page, colorLevel: 0 }, (job) => {
    job();
    return true;
  });
  return { page, measure, usual: measure, theme: page.theme, tools };
}

async function shelfEntries(system: System): Promise<readonly Entry[]> {
  const bundled = bundledNames.map(async (name) => ({ name, article: await loadArticle(name, system) }));
  const entries: ShelfEntry[] = await Promise.all(bundled);
  const folder = await dataFolder(system);
  if (folder !== undefined) {
    const { listSaved } = await import('../source/shelf/saved-articles.ts');
    const { articles } = await listSaved(folder).catch(() => ({ articles: [] }));
    entries.push(...articles);
  }
  return entries.map(({ name, article }) => {
    const title = cleanLine(article.title);
    const label = title === '' ? name : title;
    const folded = foldedWords(`${name} ${title}`).join(' ');
    return { target: name, label, detail: 'on the shelf', indent: 0, folded };
  });
}
