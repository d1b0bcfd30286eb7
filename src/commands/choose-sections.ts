import type { Article, Section } from '../article/article-tree.ts';
import { UserError } from '../errors.ts';
import { isExpression, type Request } from '../source/arguments.ts';
import type { System } from '../system.ts';
import { printDiagnostic } from '../terminal/diagnostics.ts';
import { isAddress } from '../text/parse-url.ts';
import type { ExtentOptions } from './options.ts';

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
