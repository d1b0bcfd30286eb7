import { Command, Option } from 'commander';
import type { Article, Section } from '../article/article-tree.ts';
import { UserError, usageError } from '../errors.ts';
import { isSectionPlace, type Request } from '../source/arguments.ts';
import type { System } from '../system.ts';
import { resolvePage } from '../terminal/resolve-page.ts';
import type { ArticleView, SectionsView, View } from '../view/view.ts';
import { chooseSections } from './choose-sections.ts';
import type { CommandTree } from './command-tree.ts';
import { checkFailed, doEach } from './do-each.ts';
import { loadSource, sourceName } from './load-source.ts';
import { type ReadingOptions, sectionGroup, withReading } from './options.ts';
import { printViews } from './print-views.ts';
import { splitRequests } from './split-request.ts';

interface ReadOptions extends ReadingOptions {
  readonly toc?: boolean;
  readonly search?: string;
  readonly full?: boolean;
  readonly continue?: boolean;
}

/** Creates the command `read`. Where it was not typed, a word that is no source may have been meant as a command. */
export function readCommand(system: System, tree: CommandTree): Command {
  const command = new Command('read')
    .description('Print an article, or some of its sections.')
    .addOption(new Option('--toc', 'the list of sections in front of the article').conflicts('batch'))
    .addOption(
      new Option('--search <text>', 'open the pager at this text; n and N go to the next place and back').conflicts(
        'batch',
      ),
    )
    .addOption(new Option('--continue', 'from where you left it in the full screen').conflicts('batch'))
    .addOption(
      new Option(
        '--images',
        'images, where the terminal shows them (kitty, Ghostty, WezTerm, iTerm2); not in the pager',
      ).conflicts(['search', 'full', 'batch']),
    )
    .addOption(
      new Option('--full', 'in the full screen, as article open does').conflicts(['batch', 'format', 'json', 'plain']),
    )
    .addOption(new Option('--no-heading', 'without the heading of the section, its text alone').helpGroup(sectionGroup))
    .addHelpText(
      'before',
      `Examples:
  article read                          the bundled article
  article read notes.md 2               section 2 of a file
  article read guide 2-4 last           several sections of an article on the shelf
  article read equilibriste             the section whose title has this word
  article read notes.md#install         the section of that id
  article read a.md b.md                one after the other
  article read notes.md 'Install > Linux' --depth 0
  cat notes.md | article read --plain   standard input, as plain text
`,
    );
  return withReading(command, async (arguments_, options: ReadOptions) => {
    const isTyped = command.getOptionValueSource('images') === 'cli';
    if (isTyped) (await import('./images.ts')).explainNoImages(options, system);
    await read(arguments_, { ...options, reportMissing: isTyped }, system, tree);
  });
}

async function read(
  arguments_: readonly string[],
  options: ReadOptions,
  system: System,
  tree: CommandTree,
): Promise<void> {
  if (options.batch)
    return (await import('./batch.ts')).batch(
      arguments_,
      (article, sections) => shown(article, sections, options),
      options,
      system,
    );
  const requests = await splitRequests(arguments_, options, system);
  const [request] = requests;
  const [word] = arguments_;
  if (tree.isImplied && word !== undefined && request.source === undefined && !isSectionPlace(word)) {
    if (system.stdinType === 'other')
      throw await (await import('./unknown-word.ts')).unknownWord(word, tree.names, system);
  }
  if (options.toc && requests.some(({ selectors, fragment }) => selectors.length > 0 || fragment !== undefined)) {
    throw usageError('--toc goes before a whole article.', 'Leave out the sections.');
  }
  const [only, other] = requests;
  if (!other) return readOne(only, arguments_, options, system);
  const { results: views, failed } = await doEach(requests, (one) => viewOf(one, options, system), system);
  if (views.length > 0) await printViews(options.heading ? views.map(titled) : views, options, system);
  checkFailed(failed, requests.length);
}

async function readOne(
  request: Request,
  arguments_: readonly string[],
  options: ReadOptions,
  system: System,
): Promise<void> {
  if (options.full) return (await import('./open.ts')).open(arguments_, options, system);
  const view = await viewOf(request, options, system);
  const { article } = view;
  const { source } = request;
  if (options.continue && view.kind === 'article') {
    const { restOf } = await import('../reader/places/rest-of.ts');
    const rest = await restOf(article, source, system);
    return printViews(rest ? { ...rest, ...named(source) } : view, options, system);
  }
  const [section, other] = view.kind === 'sections' ? view.sections : [];
  const readFull = async () =>
    (await import('../reader/open-reader.ts')).openArticle(article, source, section, options, system);
  await printViews(view, { ...options, ...(!other && { readFull }) }, system);
}

async function viewOf(request: Request, options: ReadOptions, system: System): Promise<ArticleView | SectionsView> {
  // A page begins with the time that the whole article takes to read.
  const isWhole = request.selectors.length === 0 && request.fragment === undefined;
  const countWords = isWhole && resolvePage(options, system).format === 'rich';
  const article = await loadSource(request.source, { ...options, countWords }, system);
  const sections = await chooseSections(article, request, system, options);
  if (options.search !== undefined) await mustContain(options.search, article, sections);
  return { ...shown(article, sections, { ...options, ...sourceName(request.source) }), ...named(request.source) };
}

function named(source: string | undefined): { readonly source?: string } {
  return source === undefined ? {} : { source };
}

function shown(
  article: Article,
  sections: readonly Section[] | undefined,
  { toc, name }: Pick<ReadOptions, 'toc'> & { readonly name?: string },
): ArticleView | SectionsView {
  if (sections) return { kind: 'sections', article, sections };
  return { kind: 'article', article, ...(name !== undefined && { name }), ...(toc && { contents: true }) };
}

/** Gives an article without a title the name of its source, to distinguish it from others. */
function titled(view: ArticleView | SectionsView): View {
  const { article, source } = view;
  const { name } = sourceName(source);
  if (view.kind === 'sections') return { ...view, title: article.title || (name ?? '') };
  return article.title !== '' || name === undefined ? view : { ...view, article: { ...article, title: name } };
}

/** Throws where a text does not occur: the pager would open at the top without an explanation. */
async function mustContain(text: string, article: Article, sections: readonly Section[] | undefined): Promise<void> {
  const { search } = await import('../view/search/find-matches.ts');
  const { matches } = await search(article, [text], sections && { sections });
  if (matches.length === 0) throw new UserError(`“${text}” is not found.`, { hint: 'Try fewer words.' });
}
