import type { View } from '../view/types.ts';
import type { Page } from './page.ts';
import type { Tools } from './tools.ts';

/** Renders a view on a page, chunk by chunk: each chunk is whole lines, each line ended by `\n`. */
export type Renderer = (view: View, page: Page, tools?: Tools) => Iterable<string>;

/** The formats that a view can be printed in, each with its renderer, loaded when requested. A new format is a line here. */
export const formats = {
  rich: async () => (await import('./rich/render-rich.ts')).renderRich,
  plain: async () => (await import('./plain/render-plain.ts')).renderPlain,
  markdown: async () => (await import('./render-markdown.ts')).renderMarkdown,
  html: async () => (await import('./html/render-html.ts')).renderHtml,
  json: async () => (await import('./json/render-json.ts')).renderJson,
} satisfies Readonly<Record<string, () => Promise<Renderer>>>;

/** The name of a format. */
export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as Format[];
