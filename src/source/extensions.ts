import { hasSchemeAndHost } from '../text/parse-url.ts';
import type { SourceKind } from './source.ts';

/**
 * Extensions of texts by their kind, in the order in which a README is looked for; `undeclared` where contents decide, for
 * Markdown is written there too. Code's extensions are with its reader, `data/source-code.ts`: no word is a path by
 * them, for titles end so, `Node.js` and `package.json`.
 */
export const textExtensions: readonly (readonly [SourceKind | 'undeclared', string])[] = [
  ['markdown', 'md markdown mdown mkd mkdn mdx qmd rmd'],
  ['rst', 'rst rest'],
  ['org', 'org'],
  ['asciidoc', 'adoc asciidoc asc'],
  ['undeclared', 'txt text'],
  ['html', 'html htm xhtml xht'],
  ['csv', 'csv tsv'],
  ['text', 'log eml mbox'],
];

/** Extensions of documents by pandoc's names of their formats, which are read through it. */
export const pandocExtensions: readonly (readonly [string, string])[] = [
  ['latex', 'tex latex'],
  ['typst', 'typ'],
  ...['docx', 'odt', 'ipynb', 'rtf', 'fb2', 'opml'].map((name) => [name, name] as const),
];

/** The extensions of documents that are read without pandoc. */
export const otherDocuments: readonly string[] = ['epub', 'pdf'];

/** Reports whether a name ends as those of texts and documents do that can be read, and as no title does: `console.log`. */
export function hasKnownExtension(name: string): boolean {
  const extension = extensionOf(name);
  if (extension === 'log') return false;
  return Boolean(textKind(extension) ?? pandocFormat(extension)) || otherDocuments.includes(extension);
}

/** Returns the kind of a text by its extension; undefined where that is no text's. */
export function textKind(extension: string): SourceKind | 'undeclared' | undefined {
  return groupOf(textExtensions, extension);
}

/** Returns pandoc's name of a document's format by its extension; undefined where it is not read through pandoc. */
export function pandocFormat(extension: string): string | undefined {
  return groupOf(pandocExtensions, extension);
}

function groupOf<Name>(groups: readonly (readonly [Name, string])[], extension: string): Name | undefined {
  return groups.find(([, extensions]) => extensions.split(' ').includes(extension))?.[0];
}

/** Returns the extension of a path or of an address, in lower case and without its dot; `''` for none. */
export function extensionOf(name: string): string {
  const path = hasSchemeAndHost(name) ? name.replace(/^[^:]*:\/\/[^/?#]*/, '').replace(/[?#].*$/s, '') : name;
  return /\.([a-zA-Z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
