import type { View } from '../view/view.ts';
import type { Format } from './formats.ts';
import type { Page } from './page.ts';
import type { Images, Renderer, TimeLimit } from './tools.ts';

const renderers: Record<Format, () => Promise<Renderer>> = {
  rich: async () => (await import('./rich/render-rich.ts')).renderRich,
  plain: async () => (await import('./plain/render-plain.ts')).renderPlain,
  markdown: async () => (await import('./render-markdown.ts')).renderMarkdown,
  html: async () => (await import('./html/render-html.ts')).renderHtml,
  json: async () => (await import('./json/render-json.ts')).renderJson,
  ndjson: async () => (await import('./json/render-ndjson.ts')).renderNdjson,
};

/** Loads a renderer with the tools for this view on this page; `limit` bounds each batch of highlighting. */
export async function loadRenderer(
  format: Format,
  view: View,
  page: Page,
  limit: TimeLimit,
  images?: Images,
): Promise<Renderer> {
  const render = await renderers[format]();
  if (!Number.isFinite(page.width)) return render;
  const { loadTools } = await import('./load-tools.ts');
  const tools = { ...(await loadTools(view, page, limit)), ...(images && { images }) };
  return (shown, on) => render(shown, on, tools);
}
