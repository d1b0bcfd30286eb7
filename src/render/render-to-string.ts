import type { View } from '../view/view.ts';
import type { Format } from './formats.ts';
import { renderHtml } from './html/render-html.ts';
import { renderJson } from './json/render-json.ts';
import { renderNdjson } from './json/render-ndjson.ts';
import { typesetMath } from './math/typeset-math.ts';
import { type Page, plainPage, usualWidth } from './page.ts';
import { renderPlain } from './plain/render-plain.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderRich } from './rich/render-rich.ts';
import type { Renderer } from './tools.ts';

const renderers: Record<Format, Renderer> = {
  rich: (view, page) => renderRich(view, page, { typesetMath }),
  plain: renderPlain,
  markdown: renderMarkdown,
  html: renderHtml,
  json: renderJson,
  ndjson: renderNdjson,
};

export interface RenderOptions extends Partial<Page> {
  /** Default `plain`. */
  readonly format?: Format;
}

/**
 * Renders a view as one text, each line ended by `\n`. Options left out are as for a pipe: no colour, no wrapping (80
 * columns for `rich`).
 */
export function render(view: View, { format = 'plain', ...page }: RenderOptions = {}): string {
  const width = format === 'rich' ? usualWidth : Number.POSITIVE_INFINITY;
  return Array.from(renderers[format](view, { ...plainPage, width, ...page })).join('');
}
