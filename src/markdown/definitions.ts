import type { FootnoteDefinition } from './types.ts';

/** What a link's definition says: `[label]: href "title"`. */
export interface LinkTarget {
  readonly href: string;
  readonly title?: string | null | undefined;
}

/** What a text's references lead to: gathered over the whole text before any of its inlines are parsed. */
export class Definitions {
  /**
   * `long` says that the text is so long that inlines are better not parsed before they are shown; a short one's are
   * parsed in any case.
   */
  constructor(readonly long = false) {}

  /** By label, as {@link labelOf} gives it. */
  readonly links: Record<string, LinkTarget> = Object.create(null);
  readonly footnotes = new Map<string, FootnoteDefinition>();

  /** Takes over what is not defined yet: of two definitions with one label the first counts. */
  add(later: Definitions): void {
    for (const label in later.links) this.links[label] ??= later.links[label] as LinkTarget;
    for (const [label, footnote] of later.footnotes) {
      if (!this.footnotes.has(label)) this.footnotes.set(label, footnote);
    }
  }
}

/** A label as marked compares it: by way of upper case, where ẞ and ss are the same. */
export function labelOf(text: string): string {
  // Neither capitals nor spaces nor letters beyond ASCII: it is its own label.
  if (/^[!-@[-~]*$/.test(text)) return text;
  return text.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase().toLowerCase();
}
