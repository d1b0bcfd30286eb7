import type { Article, Section } from '../../article/article-tree.ts';
import type { FootnoteDefinition } from '../../markdown/syntax-tree.ts';
import type { Footnote, Footnotes } from '../../render/footnotes.ts';
import { type Page, plainPage, usualWidth } from '../../render/page.ts';
import { block } from '../../render/rich/block-lines.ts';
import { createReferenceTest } from '../../render/rich/body.ts';
import { type Context, createContext } from '../../render/rich/context.ts';
import { endNotes } from '../../render/rich/end-notes.ts';
import { sectionHeading } from '../../render/rich/heading-lines.ts';

/**
 * The numbers of footnotes, and the section at whose end each is listed, as `read` finds them from the first word to
 * the last. Sections without references are skipped, and nothing is parsed beyond the section requested.
 */
export class SectionFootnotes {
  readonly #numbering: Context;
  readonly #refersTo: (label: string) => boolean;
  readonly #written: Footnote[][] = [];
  readonly #definitions = new Map<number, FootnoteDefinition>();

  constructor(
    readonly article: Article,
    readonly sections: readonly Section[],
    readonly depths: readonly number[],
  ) {
    this.#numbering = createContext(bare, article, {});
    this.#refersTo = createReferenceTest(article);
  }

  /** Returns the footnotes of a section, in the same state at each call. */
  at(section: number): Footnotes {
    if (this.article.footnotes.size > 0) while (this.#written.length <= section) this.#number(this.#written.length);
    const notes = this.#written[section] ?? [];
    let next = 0;
    return {
      refer: (label) => this.#numbering.footnotes.refer(label),
      define: () => {},
      numberUnreferenced: () => {},
      next: () => notes[next++],
    };
  }

  definition(number: number): FootnoteDefinition | undefined {
    if (this.article.footnotes.size > 0) this.at(this.sections.length - 1);
    return this.#definitions.get(number);
  }

  /** Numbers the footnotes that a section refers to, in order. */
  #number(index: number): void {
    const section = this.sections[index] as Section;
    const written: Footnote[] = [];
    this.#written.push(written);
    const isLast = index === this.sections.length - 1;
    if (!isLast && !section.source.includes('[^')) return;
    const { footnotes } = this.#numbering;
    const noting: Context = {
      ...this.#numbering,
      footnotes: {
        ...footnotes,
        next: () => {
          const note = footnotes.next();
          if (note) {
            written.push(note);
            this.#definitions.set(note.number, note.definition);
          }
          return note;
        },
      },
    };
    sectionHeading(section, this.depths[index] ?? 0, bare.width, noting);
    for (const token of section.blocks) if (token.raw.includes('[^')) block(token, bare.width, noting);
    endNotes('section', bare.width, noting, this.#refersTo);
    if (isLast) endNotes('whole', bare.width, noting);
  }
}

const bare: Page = { ...plainPage, width: usualWidth, links: 'none' };
