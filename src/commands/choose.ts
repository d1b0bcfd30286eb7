import type { Article, Section } from '../article/types.ts';
import { UserError } from '../errors.ts';
import { isAddress, isSectionPlace, type Request } from '../source/arguments.ts';
import { bundledNames } from '../source/input/bundled.ts';
import { fileNames } from '../source/input/folder.ts';
import type { System } from '../system.ts';
import { printDiagnostic } from '../terminal/diagnostics.ts';
import type { selectSections as select } from '../view/select.ts';
import type { ExtentOptions } from './options.ts';

/**
 * Selects the sections that a request names; undefined when it names none. An argument that is no section of the article
 * that is read by default may have been meant as a source: the error says how to spell that.
 */
export async function chooseSections(
  article: Article,
  request: Request,
  system: System,
  extent: ExtentOptions = {},
): Promise<readonly Section[] | undefined> {
  const chosen = await chooseWhole(article, request, system);
  const { depth, heading = true } = extent;
  if (depth === undefined && heading) return chosen;
  const { omit } = await import('../view/selection/derive.ts');
  const sections = chosen ?? [article.lead, ...article.sections];
  return omit(sections, { ...(depth !== undefined && { depth }), noHeading: !heading });
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
  const named = fragment === undefined ? undefined : chooseFragment(article, fragment, selectSections);
  if (fragment !== undefined && !named) {
    // Addresses are copied with fragments that name no section: a page's script, its top.
    if (!source || !isAddress(source)) selectSections(article, [`#${fragment}`]);
    printDiagnostic(`article: the page has no section “#${fragment}”: here is all of it.\n`, system);
  }
  if (first === undefined) return named;
  try {
    return selectSections(article, [
      ...(named ?? []).map(({ number }) => number),
      ...(await resolve(article, selectors)),
    ]);
  } catch (error) {
    if (source !== undefined || !(error instanceof UserError)) throw error;
    throw new UserError(error.message, {
      hint: [error.hint, await hintAtSource(first, system)].filter(Boolean).join('\n'),
      exitCode: error.exitCode,
    });
  }
}

/** Resolves the selectors that are regular expressions, whose engine is loaded for them alone. */
async function resolve(article: Article, selectors: readonly string[]): Promise<readonly string[]> {
  if (!selectors.some((selector) => /^!?\s*\/.+\/$/s.test(selector))) return selectors;
  const { resolveExpressions } = await import('../view/selection/expressions.ts');
  return resolveExpressions(article, selectors);
}

/** Selects the section of a fragment: by its id, else by its words, as `Early_life` of a page that has ids of its own. */
function chooseFragment(
  article: Article,
  fragment: string,
  selectSections: typeof select,
): readonly Section[] | undefined {
  for (const selector of [`#${fragment}`, fragment.replace(/[-_]+/g, ' ').trim()]) {
    try {
      if (selector !== '') return selectSections(article, [selector]);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return undefined;
}

async function hintAtSource(word: string, { cwd }: System): Promise<string | undefined> {
  const files = fileNames(cwd);
  if (isSectionPlace(word)) return files.includes(word) ? `The file of that name is ./${word}` : undefined;
  const { suggest } = await import('../text/suggest.ts');
  const [name] = suggest(word, bundledNames);
  if (name) return `Did you mean the article “${name}”?`;
  const [file] = suggest(word, files);
  return file && `Did you mean the file “${file}”?`;
}
