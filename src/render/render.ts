import type { View } from '../view/types.ts';
import type { Renderer } from './page.ts';

/** The renderers by format; each is loaded only when it is asked for. */
const renderers = {
  rich: async () => (await import('./rich/rich.ts')).renderRich,
  plain: async () => (await import('./plain/plain.ts')).renderPlain,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  json: async () => (await import('./json/json.ts')).renderJson,
} satisfies Record<string, () => Promise<Renderer<View>>>;

export type Format = keyof typeof renderers;

export function loadRenderer(format: Format): Promise<Renderer<View>> {
  return renderers[format]();
}
