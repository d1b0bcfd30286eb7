import { ownProperty } from '../text/own-property.ts';
import { hasSchemeAndHost } from '../text/parse-url.ts';
import type { SourceKind } from './source.ts';
import { parseMediaType } from './web/media-type.ts';

/** What is declared of a text. */
export interface Declaration {
  /** The whole header, parameters included. */
  readonly contentType?: string | undefined;
  /** A file's path or a page's address. */
  readonly name?: string | undefined;
}

/** Returns the kind of a text by its Content-Type, else by its extension; undefined where its contents decide. */
export function declaredKind({ contentType, name = '' }: Declaration): SourceKind | undefined {
  const type = parseMediaType(contentType)?.essence ?? '';
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (type === 'text/markdown' || type === 'text/x-markdown') return 'markdown';
  const extension = extensionOf(name);
  if (/^(?:md|markdown|mdown|mkdn?|mdx|qmd|rmd)$/.test(extension)) return 'markdown';
  if (/^(?:html?|xhtml|xht)$/.test(extension) && type !== 'text/plain') return 'html';
  const markup = ownProperty(markupExtensions, extension);
  if (markup) return markup;
  if (/^(?:csv|tsv)$/.test(extension) || /^text\/(?:csv|tab-separated-values)$/.test(type)) return 'csv';
  return /^(?:tex|log|eml|mbox)$/.test(extension) ? 'text' : undefined;
}

const markupExtensions: Readonly<Record<string, SourceKind>> = {
  rst: 'rst',
  rest: 'rst',
  org: 'org',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  asc: 'asciidoc',
};

/** Returns the extension of a path or of an address, in lower case and without its dot; `''` for none. */
export function extensionOf(name: string): string {
  const path = hasSchemeAndHost(name) ? name.replace(/^[^:]*:\/\/[^/?#]*/, '').replace(/[?#].*$/s, '') : name;
  return /\.([a-zA-Z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
