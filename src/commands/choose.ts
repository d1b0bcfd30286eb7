import type { Article, Section } from '../article/types.ts';
import { UserError } from '../errors.ts';
import type { Asked } from '../source/arguments.ts';
import { bundledNames } from '../source/input/bundled.ts';

/**
 * The sections asked for; undefined when none was named. An argument that is no section of the article read by default
 * may have been meant as an article: the error says how to spell that.
 */
export async function chooseSections(
  article: Article,
  { source, selectors }: Asked,
): Promise<readonly Section[] | undefined> {
  const [first] = selectors;
  if (first === undefined) return undefined;
  const { selectSections } = await import('../view/select.ts');
  try {
    return selectSections(article, selectors);
  } catch (error) {
    if (source !== undefined || !(error instanceof UserError)) throw error;
    const { suggest } = await import('../text/suggest.ts');
    const [name] = suggest(first, bundledNames);
    const meant = name ? `Did you mean the article “${name}”?` : `A file is named by its path: ./${first}`;
    throw new UserError(error.message, {
      hint: [error.hint, meant].filter(Boolean).join('\n'),
      exitCode: error.exitCode,
    });
  }
}
