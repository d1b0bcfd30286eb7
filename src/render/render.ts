import type { View } from '../view/types.ts';
import type { Format, Page, Renderer } from './page.ts';
import { loadPlain } from './plain/load.ts';
import type { TimeLimit } from './rich/highlighter.ts';

/** The renderers by format; each is loaded only when it is asked for. A new format is a line here. */
const renderers: Record<Format, (view: View, page: Page, limit: TimeLimit) => Promise<Renderer<View>>> = {
  rich: async (view, page, limit) => (await import('./rich/load.ts')).loadRich(view, page, limit),
  plain: loadPlain,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  html: async () => (await import('./html/html.ts')).renderHtml,
  json: async () => (await import('./json/json.ts')).renderJson,
};

/** A renderer with all that it needs for this view on this page; `limit` bounds what may run away, block by block. */
export function loadRenderer(format: Format, view: View, page: Page, limit: TimeLimit): Promise<Renderer<View>> {
  return renderers[format](view, page, limit);
}
