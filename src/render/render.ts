import type { View } from '../view/types.ts';
import type { Format, Renderer } from './page.ts';

/** The renderers by format; each is loaded only when it is asked for. A new format is a line here. */
const renderers: Record<Format, () => Promise<Renderer<View>>> = {
  rich: async () => (await import('./rich/rich.ts')).renderRich,
  plain: async () => (await import('./plain/plain.ts')).renderPlain,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  html: async () => (await import('./html/html.ts')).renderHtml,
  json: async () => (await import('./json/json.ts')).renderJson,
};

export function loadRenderer(format: Format): Promise<Renderer<View>> {
  return renderers[format]();
}
