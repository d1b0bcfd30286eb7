import { usageError } from '../errors.ts';
import type { Format } from '../render/formats.ts';
import { loadRenderer } from '../render/render.ts';
import type { LoadOptions } from '../source/parse-received.ts';
import type { System } from '../system.ts';
import { resolvePage } from '../terminal/resolve-page.ts';
import { type ShowOptions, show } from '../terminal/show.ts';
import { timeLimit } from '../terminal/time-limit.ts';
import type { View } from '../view/view.ts';
import type { PrintOptions } from './options.ts';

/** Milliseconds of processor time after which highlighting a batch of code is aborted: twenty times the usual. */
const highlightTime = 2000;

/** Renders views one below the other, and shows them: the right half of the pipeline, the same for every command. */
export async function printViews(
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
  let hasImages = false;
  for (const one of views) {
    const images = options.images
      ? await (await import('./images.ts')).loadViewImages(one, format, page, options, system)
      : undefined;
    hasImages ||= images !== undefined;
    const render = await loadRenderer(format, one, page, timeLimit(highlightTime), images);
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
    images: hasImages,
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
