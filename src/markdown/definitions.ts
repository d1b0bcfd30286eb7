import type { FootnoteDefinition, Inline } from './syntax-tree.ts';

/** The target of a link reference definition: `[label]: href "title"`. */
export interface DefinedLink {
  readonly href: string;
  readonly title?: string | null | undefined;
}

/** What inline content is parsed with, once its document's definitions are complete. */
export interface InlineParser {
  parse(source: string, definitions: Definitions): readonly Inline[];
}

/** The link and footnote definitions of a document, and the parser of the inline content that refers to them. */
export class Definitions {
  /** By label, as {@link normalizeLabel} gives it. */
  readonly links: Record<string, DefinedLink> = Object.create(null);
  readonly footnotes = new Map<string, FootnoteDefinition>();

  constructor(readonly inlineParser: InlineParser) {}

  /** Adds definitions; of two with one label the first counts. */
  add(more: Definitions): void {
    for (const label in more.links) this.links[label] ??= more.links[label] as DefinedLink;
    for (const [label, footnote] of more.footnotes) {
      if (!this.footnotes.has(label)) this.footnotes.set(label, footnote);
    }
  }
}

/** Normalizes a link label as marked does: case folded by way of upper case, where ẞ and ss are the same. */
export function normalizeLabel(text: string): string {
  // Neither capitals nor spaces nor letters beyond ASCII: it is its own label.
  if (/^[!-@[-~]*$/.test(text)) return text;
  return text.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase().toLowerCase();
}
