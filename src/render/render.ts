import type { View } from '../view/view.ts';
import { type Format, formats, type Renderer } from './formats.ts';
import type { Page } from './page.ts';
import type { Pictures, TimeLimit } from './tools.ts';

/** Loads a renderer with the tools for this view on this page; `limit` bounds each batch of highlighting. */
export async function loadRenderer(
  format: Format,
  view: View,
  page: Page,
  limit: TimeLimit,
  pictures?: Pictures,
): Promise<Renderer> {
  const render = await formats[format]();
  if (!Number.isFinite(page.width)) return render;
  const { loadTools } = await import('./load-tools.ts');
  const tools = { ...(await loadTools(view, page, limit)), ...(pictures && { pictures }) };
  return (shown, on) => render(shown, on, tools);
}
