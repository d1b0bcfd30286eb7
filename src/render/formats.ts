import type { View } from '../view/view.ts';
import type { Page } from './page.ts';
import type { Tools } from './tools.ts';

/** Renders a view on a page, chunk by chunk: each chunk is whole lines, each line ended by `\n`. */
export type Renderer = (view: View, page: Page, tools?: Tools) => Iterable<string>;

/** Narrows each loader's type to what the library's declarations export. */
const loader = (load: () => Promise<Renderer>) => load;

/** The formats of a view, each with its renderer, loaded when requested. A new format is a line here. */
export const formats = {
  rich: loader(async () => (await import('./rich/render-rich.ts')).renderRich),
  plain: loader(async () => (await import('./plain/render-plain.ts')).renderPlain),
  markdown: loader(async () => (await import('./render-markdown.ts')).renderMarkdown),
  html: loader(async () => (await import('./html/render-html.ts')).renderHtml),
  json: loader(async () => (await import('./json/render-json.ts')).renderJson),
  ndjson: loader(async () => (await import('./json/render-ndjson.ts')).renderNdjson),
};

/** The name of a format. */
export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as Format[];
