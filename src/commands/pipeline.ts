import type { Article, Section } from '../article/article-tree.ts';
import { errorText, UserError, usageError } from '../errors.ts';
import type { Format } from '../render/formats.ts';
import { loadRenderer } from '../render/render.ts';
import { isExpression, isSpelledSource, type Request, splitArguments } from '../source/arguments.ts';
import { isThere } from '../source/input/folder-files.ts';
import { isShelfName, loadArticle } from '../source/load.ts';
import type { LoadOptions } from '../source/parse-received.ts';
import type { Input, System } from '../system.ts';
import { printDiagnostic } from '../terminal/diagnostics.ts';
import { resolvePage } from '../terminal/resolve-page.ts';
import { type ShowOptions, show } from '../terminal/show.ts';
import { timeLimit } from '../terminal/time-limit.ts';
import { isAddress } from '../text/parse-url.ts';
import type { View } from '../view/view.ts';
import type { ExtentOptions, PrintOptions, SectionOptions, SourceOptions } from './options.ts';

/** Splits the arguments of a command that takes a source and sections. */
export function split(
  arguments_: readonly string[],
  options: SourceOptions & SectionOptions,
  system: System,
): Promise<Request> {
  return splitArguments(
    arguments_,
    { ...options, section: selectorsOf(options) },
    { isName: (name) => isShelfName(name, system), isFile: (path) => isThere(path, system.cwd) },
  );
}

/** Lists the selectors among the options. */
export function selectorsOf({ section = [], except = [], atLine }: SectionOptions): readonly string[] {
  return [...section, ...(atLine === undefined ? [] : [`@${atLine}`]), ...except.map((one) => `!${one}`)];
}

/**
 * Splits the arguments of a command that takes several sources: where a further argument is spelled as a source and
 * exists, all are sources, and only the option names sections.
 *
 * @throws UserError when one of several is no source.
 */
export async function splitAll(
  arguments_: readonly string[],
  options: SourceOptions & SectionOptions,
  system: System,
): Promise<readonly [Request, ...Request[]]> {
  const request = await split(arguments_, options, system);
  const others = request.source === undefined || options.article !== undefined ? [] : arguments_.slice(1);
  if (!others.some((argument) => isSource(argument, system))) return [request];
  const selectors = selectorsOf(options);
  const requests = others.map(async (argument): Promise<Request> => {
    const other = await split([argument], {}, system);
    if (other.source !== undefined) return { ...other, selectors };
    throw usageError(`“${argument}” is no source.`, 'With several sources, sections are named with -s.');
  });
  return [{ ...request, selectors }, ...(await Promise.all(requests))];
}

function isSource(argument: string, system: System): boolean {
  if (argument === '-' || isAddress(argument)) return true;
  return isSpelledSource(argument) && isThere(argument.replace(/(?<=.)#[^#/\\]*$/, ''), system.cwd);
}

/** Loads the article of a command: of its source, else of standard input, else the bundled one. */
export async function load(source: string | undefined, requested: LoadOptions, system: System): Promise<Article> {
  const { onEngineFlags } = system;
  const onLongText =
    onEngineFlags &&
    (async (length: number) => (await import('../terminal/engine-flags.ts')).setEngineFlags(length, onEngineFlags));
  const options = { ...requested, ...(onLongText && { onLongText }) };
  if (source === undefined) {
    const stdin = await stdinSource(system);
    return stdin ? loadArticle('-', system, { ...options, stdin }) : loadArticle(undefined, system, options);
  }
  if (source === '-' && !options.stdin && system.stdin.isTTY) {
    printDiagnostic('waiting for text on standard input; Ctrl-D ends it.', system);
  }
  if (!isAddress(source)) return loadArticle(source, system, options);
  const { progressLine } = await import('../terminal/progress.ts');
  const progress = progressLine(source, system);
  return loadArticle(source, system, { ...options, onProgress: progress.report }).finally(progress.done);
}

/**
 * Returns standard input as the source of a command that names none: a file or a pipe with something in it. Undefined
 * for anything else, so that the program does the same from a terminal, a scheduler or an editor.
 */
export async function stdinSource(system: System): Promise<Input | undefined> {
  if (system.stdinType === 'other') return undefined;
  const { pipedInput } = await import('../source/input/piped-input.ts');
  return pipedInput(system.stdin, () =>
    printDiagnostic(
      'nothing came on standard input for 2 seconds, so it is not read. With - as the source it is waited for.',
      system,
    ),
  );
}

/** Returns the name to show where an article has no title: that of its file. */
export function sourceName(source: string | undefined): { readonly name?: string } {
  if (source === undefined || source === '-' || isAddress(source)) return {};
  return { name: source.replace(/[\\/]+$/, '').replace(/^.*[\\/]/, '') };
}

/**
 * Selects the sections of a request; undefined where it names none. Where no source is named, an argument that matches
 * no section may have been meant as one: the error says how to spell that.
 */
export async function chooseSections(
  article: Article,
  request: Request,
  system: System,
  extent: ExtentOptions = {},
): Promise<readonly Section[] | undefined> {
  const chosen = await chooseWhole(article, request, system);
  const { depth, heading = true, countsAll = false } = extent;
  if (depth === undefined && heading) return chosen;
  const { omit } = await import('../view/omit-sections.ts');
  const sections = chosen ?? [article.lead, ...article.sections];
  return omit(sections, { ...(depth !== undefined && { depth }), noHeading: !heading, countsAll });
}

async function chooseWhole(
  article: Article,
  request: Request,
  system: System,
): Promise<readonly Section[] | undefined> {
  const { source, fragment, selectors } = request;
  const [first] = selectors;
  if (first === undefined && fragment === undefined) return undefined;
  const { selectSections } = await import('../view/select.ts');
  const named = fragment === undefined ? undefined : await chooseFragment(article, fragment);
  if (fragment !== undefined && !named) {
    // Addresses are copied with fragments that name no section: a page's script, its top.
    if (!source || !isAddress(source)) selectSections(article, [`#${fragment}`]);
    printDiagnostic(`the page has no section “#${fragment}”: here is all of it.`, system);
  }
  if (first === undefined) return named;
  try {
    // The engine of regular expressions is loaded for them alone.
    const resolved = selectors.some(isExpression)
      ? await (await import('../view/expressions.ts')).resolveExpressions(article, selectors)
      : selectors;
    return selectSections(article, [...(named ?? []).map(({ number }) => number), ...resolved]);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const further = await (await import('./hint-at-selector.ts')).hintAtSelector(selectors, source, system);
    const hint = [error.hint, further].filter(Boolean).join('\n');
    throw new UserError(error.message, { ...(hint && { hint }), exitCode: error.exitCode });
  }
}

/** Selects the section of a fragment: by its id, else by its words, as `Early_life` of a page with ids of its own. */
async function chooseFragment(article: Article, fragment: string): Promise<readonly Section[] | undefined> {
  const { selectSections } = await import('../view/select.ts');
  for (const selector of [`#${fragment}`, fragment.replace(/[-_]+/g, ' ').trim()]) {
    try {
      if (selector !== '') return selectSections(article, [selector]);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return undefined;
}

/** Milliseconds of processor time after which highlighting a batch of code is aborted: twenty times the usual. */
const highlightTime = 2000;

/** Loads the article of one source, and the sections named: the left half of the pipeline. */
export async function loadSections(
  arguments_: readonly string[],
  options: SourceOptions & SectionOptions,
  system: System,
): Promise<{ readonly article: Article; readonly sections?: readonly Section[] }> {
  const request = await split(arguments_, options, system);
  const article = await load(request.source, options, system);
  const sections = await chooseSections(article, request, system, options);
  return { article, ...(sections && { sections }) };
}

/** Acts on each of several items. The error of one is reported and the next follows; of a sole one it is thrown. */
export async function doEach<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
  system: System,
): Promise<{ readonly results: readonly Result[]; readonly failed: number }> {
  const results: Result[] = [];
  for (const item of items) {
    try {
      results.push(await act(item));
    } catch (error) {
      if (items.length === 1 || !(error instanceof UserError)) throw error;
      printDiagnostic(errorText(error), system);
    }
  }
  return { results, failed: items.length - results.length };
}

/** Throws where some of several items have failed. */
export function checkFailed(failed: number, count: number): void {
  if (failed > 0) throw new UserError(`${failed} of ${count} failed.`, { hint: 'The reasons are above.' });
}

/** Renders views one below the other, and shows them: the right half of the pipeline, the same for every command. */
export async function print(
  view: View | readonly View[],
  options: PrintOptions & Pick<ShowOptions, 'search' | 'readFull'> & Pick<LoadOptions, 'offline' | 'timeout'>,
  system: System,
): Promise<void> {
  const { format, page } = resolvePage(options, system);
  const views = 'kind' in view ? [view] : view;
  if (format === 'html' && views.length > 1) {
    throw usageError('A page of HTML has one source.', 'Name one.');
  }
  const rendered: (() => Iterable<string>)[] = [];
  let hasPictures = false;
  for (const one of views) {
    const pictures = options.images
      ? await (await import('./pictures.ts')).loadViewPictures(one, format, page, options, system)
      : undefined;
    hasPictures ||= pictures !== undefined;
    const render = await loadRenderer(format, one, page, timeLimit(highlightTime), pictures);
    rendered.push(() => render(one, page));
  }
  const [only] = rendered;
  const text = only && rendered.length === 1 ? only : () => joinTexts(rendered, format, views);
  const pager = options.pager && format === 'rich';
  const search =
    pager &&
    options.search !== undefined &&
    (await (await import('./page-search.ts')).pageSearch(options.search, text()));
  const { readFull } = options;
  await show(text, page, system, {
    pager,
    pictures: hasPictures,
    ...(search && { search }),
    ...(readFull && { readFull }),
  });
}

/** Puts an empty line between texts, and nothing between rows. */
function* joinTexts(
  texts: readonly (() => Iterable<string>)[],
  format: Format,
  views: readonly View[],
): Generator<string> {
  for (const [index, text] of texts.entries()) {
    const kind = views[index]?.kind;
    const isText = kind === 'article' || kind === 'sections' || kind === 'summary';
    if (index > 0 && (format === 'rich' || (isText && (format === 'plain' || format === 'markdown')))) yield '\n';
    yield* text();
  }
}
