import { ownProperty } from '../text/own-property.ts';
import { hasSchemeAndHost } from '../text/parse-url.ts';
import type { SourceKind } from './source.ts';

/**
 * Kinds of texts by file extension, in the order in which a README is looked for; `undeclared` where contents decide, for
 * Markdown is written there too. Code's extensions are with its reader, `data/source-code.ts`: no word is a path by
 * them, for titles end so, `Node.js` and `package.json`.
 */
export const textKinds: Readonly<Record<string, SourceKind | 'undeclared'>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  mkdn: 'markdown',
  mdx: 'markdown',
  qmd: 'markdown',
  rmd: 'markdown',
  rst: 'rst',
  rest: 'rst',
  org: 'org',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  asc: 'asciidoc',
  txt: 'undeclared',
  text: 'undeclared',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  xht: 'html',
  csv: 'csv',
  tsv: 'csv',
  log: 'text',
  eml: 'text',
  mbox: 'text',
};

/** Pandoc's names of formats by file extension, of what is read through it. */
export const pandocFormats: Readonly<Record<string, string>> = {
  docx: 'docx',
  odt: 'odt',
  tex: 'latex',
  latex: 'latex',
  typ: 'typst',
  ipynb: 'ipynb',
  rtf: 'rtf',
  fb2: 'fb2',
  opml: 'opml',
};

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
  return ownProperty(textKinds, extension);
}

/** Returns pandoc's name of a document's format by its extension; undefined where it is not read through pandoc. */
export function pandocFormat(extension: string): string | undefined {
  return ownProperty(pandocFormats, extension);
}

/** Returns the extension of a path or of an address, in lower case and without its dot; `''` for none. */
export function extensionOf(name: string): string {
  const path = hasSchemeAndHost(name) ? name.replace(/^[^:]*:\/\/[^/?#]*/, '').replace(/[?#].*$/s, '') : name;
  return /\.([a-zA-Z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
