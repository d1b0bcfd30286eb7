import { codeBlock } from '../markdown-blocks.ts';
import type { Source } from '../source.ts';
import { splitMarkup } from './markup-lines.ts';

/** The names of the markups that are read here. */
export type Markup = 'rst' | 'org' | 'asciidoc';

/** Reads a markup as Markdown; with `whole` it is shown as written, since each reader drops something. */
export async function readMarkup(markup: Markup, text: string, { whole = false } = {}): Promise<Source> {
  const source = (await readers[markup]())(text);
  return whole ? { ...source, markdown: codeBlock(splitMarkup(text), markup) } : source;
}

const readers: Readonly<Record<Markup, () => Promise<(text: string) => Source>>> = {
  rst: async () => (await import('./restructured-text.ts')).readRestructuredText,
  org: async () => (await import('./org.ts')).readOrg,
  asciidoc: async () => (await import('./asciidoc.ts')).readAsciidoc,
};
