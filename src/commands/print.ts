import { loadRenderer } from '../render/render.ts';
import type { System } from '../system.ts';
import { resolvePage } from '../terminal/resolve-page.ts';
import { type ShowOptions, show } from '../terminal/show.ts';
import { timeLimit } from '../terminal/time-limit.ts';
import type { View } from '../view/types.ts';
import type { PrintOptions } from './options.ts';

/** Milliseconds of processor time after which highlighting a batch of code is given up: twenty times what one takes. */
const highlightTime = 2000;

/** The right half of the pipeline, the same for every command: render the view on the page and show it. */
export async function print(
  view: View,
  options: PrintOptions & Pick<ShowOptions, 'search' | 'readFull'>,
  system: System,
): Promise<void> {
  const { format, page } = resolvePage(options, system);
  const render = await loadRenderer(format, view, page, timeLimit(highlightTime));
  const text = () => render(view, page);
  const pager = options.pager && format === 'rich';
  const search = pager && options.search !== undefined && (await pageSearch(options.search, text()));
  const { readFull } = options;
  await show(text, page, system, { pager, ...(search && { search }), ...(readFull && { readFull }) });
}

async function pageSearch(search: string, text: Iterable<string>): Promise<string> {
  return (await import('./page-search.ts')).pageSearch(search, text);
}
