/**
 * The library door: pure functions from text to article, sections, summary and rendered text.
 *
 * @packageDocumentation
 */
export { parseArticle } from './article/parse-article.ts';
export type * from './article/types.ts';
export { UserError } from './errors.ts';
export type * from './markdown/types.ts';
export type { Format } from './render/formats.ts';
export type { LinkStyle, Page } from './render/page.ts';
export { type RenderOptions, render } from './render/render-to-string.ts';
export type { ThemeName } from './render/theme.ts';
export { selectSections } from './view/select.ts';
export { summarize } from './view/summary/summarize.ts';
export type * from './view/types.ts';
