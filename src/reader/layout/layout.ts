import type { Article, Section } from '../../article/article-tree.ts';
import { eachSection } from '../../article/each-section.ts';
import { articleWords } from '../../article/word-count.ts';
import type { Block, Code } from '../../markdown/syntax-tree.ts';
import { marginOf, type Page } from '../../render/page.ts';
import { block, blocks } from '../../render/rich/block-lines.ts';
import { type Context, createContext } from '../../render/rich/context.ts';
import { endNotes } from '../../render/rich/end-notes.ts';
import { sectionHeading } from '../../render/rich/heading-lines.ts';
import { collectCode } from '../../render/rich/prepare-code.ts';
import { titleBlock } from '../../render/rich/title.ts';
import { emptyLine, type Line } from '../../render/segment.ts';
import type { Theme } from '../../render/theme.ts';
import type { Tools } from '../../render/tools.ts';
import { countLineEnds } from '../../text/count-line-ends.ts';
import { SectionFootnotes } from './section-footnotes.ts';

/** A range of an article that is laid out at once: its title, a heading, a block, or a section's footnotes. */
interface Unit {
  readonly kind: 'title' | 'heading' | 'block' | 'notes';
  /** The index of the section in {@link Layout.sections}. */
  readonly section: number;
  readonly block?: Block;
  /** Where it is in the article's source, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A line of the page: the unit that it is of, and which of its lines. */
export interface Position {
  readonly unit: number;
  readonly line: number;
}

/** The most lines that are kept laid out; older ones are laid out again when needed. */
const mostLines = 20_000;

/**
 * An article laid out on a page, as `read` shows it, one unit at a time and only what is visible: opening a long text
 * costs no more than its first screen. A function of its arguments alone; what it caches only saves time.
 */
export class Layout {
  /** The lead, then all sections in reading order. */
  readonly sections: readonly Section[];
  /** The columns of the text, without margins. */
  readonly width: number;
  readonly #units: Unit[] = [];
  /** The first unit of each section. */
  readonly #firstUnits: number[] = [];
  readonly #depths: number[] = [];
  readonly #context: Context;
  readonly #lines = new Map<number, readonly Line[]>();
  #kept = 0;
  #footnotes: SectionFootnotes | undefined;
  #firstFilled: number | undefined;
  #words: number | undefined;

  constructor(
    readonly article: Article,
    readonly page: Page,
    readonly tools: Tools,
    /** The length of the whole source, where the article is only its beginning; its name where it has no title. */
    readonly about: { readonly whole?: number | undefined; readonly name?: string | undefined } = {},
  ) {
    this.width = Math.max(1, page.width - 2 * marginOf(page.width));
    this.sections = [article.lead, ...eachSection(article.sections)];
    let links = 0;
    this.#context = {
      ...createContext(page, article, tools),
      follow: (address) => ({ address, id: ++links }),
    };
    this.#cut();
  }

  /** Splits the article into units. Nothing is laid out yet. */
  #cut(): void {
    const units = this.#units;
    units.push({ kind: 'title', section: 0, start: 0, end: 0 });
    let at = 0;
    for (const [index, section] of this.sections.entries()) {
      this.#firstUnits.push(index === 0 ? 0 : units.length);
      this.#depths.push(section.heading ? section.number.split('.').length : 0);
      const start = at;
      if (section.heading) {
        at += section.heading.raw.length;
        units.push({ kind: 'heading', section: index, start, end: at });
      }
      for (const token of section.blocks) {
        // The article's own title, within the lead, is not among its blocks.
        if (index === 0 && !section.source.startsWith(token.raw, at - start)) {
          at = Math.max(at, start + section.source.indexOf(token.raw, at - start));
        }
        const end = Math.min(at + token.raw.length, start + section.source.length);
        if (token.type !== 'space' && token.type !== 'def' && token.type !== 'footnote') {
          units.push({ kind: 'block', section: index, block: token, start: at, end });
        }
        at = end;
      }
      at = Math.max(at, start + section.source.length);
      units.push({ kind: 'notes', section: index, start: at, end: at });
    }
  }

  get theme(): Theme {
    return this.#context.theme;
  }

  get count(): number {
    return this.#units.length;
  }

  /** The length of the text, in UTF-16 units of its source. */
  get length(): number {
    return Math.max(1, this.about.whole ?? this.article.source.length);
  }

  /** The words of the article; an estimate for the whole where this is only its beginning. */
  get words(): number {
    this.#words ??= Math.round((articleWords(this.article) * this.length) / Math.max(1, this.article.source.length));
    return this.#words;
  }

  /** The title of the text, else the name of its file. */
  get title(): string {
    return this.article.title || (this.about.name ?? '');
  }

  sectionAt(unit: number): number {
    return this.#unit(unit).section;
  }

  /** Returns the 1-based line of the file on which a unit begins. */
  lineOf(unit: number): number {
    const { section, start } = this.#unit(unit);
    const own = this.sections[section];
    const from = this.#unit(this.#firstUnits[section] ?? 0).start;
    return (own?.line ?? 1) + countLineEnds(own?.source.slice(0, start - from) ?? '');
  }

  depthOf(section: number): number {
    return this.#depths[section] ?? 0;
  }

  blockAt(unit: number): Block | undefined {
    return this.#unit(unit).block;
  }

  /** Returns the range of a unit in the article's source. */
  range(unit: number): { readonly start: number; readonly end: number } {
    return this.#unit(unit);
  }

  /** Returns the start of a section: its heading, without the empty lines before it. */
  beginningOf(section: number): Position {
    const unit = this.#firstUnits[section] ?? 0;
    return { unit, line: Math.min(this.gap(unit), Math.max(0, this.lines(unit).length - 1)) };
  }

  /** Returns the first unit of a section. */
  firstUnit(section: number): number {
    return this.#firstUnits[section] ?? 0;
  }

  /** Returns the unit that contains an offset of the source, or the one before it. */
  unitAtSource(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#unit(middle).start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Counts the empty lines before a unit, which are among its lines. */
  gap(unit: number): number {
    const lines = this.lines(unit);
    let gap = 0;
    while (gap < lines.length && lines[gap]?.length === 0) gap++;
    return gap === lines.length ? 0 : gap;
  }

  /** Returns a unit's lines, the empty ones before it included; none where nothing is visible. */
  lines(unit: number): readonly Line[] {
    const known = this.#lines.get(unit);
    if (known) return known;
    const content = this.#layOut(this.#unit(unit));
    const lines = content.length === 0 ? content : [...this.#gapBefore(unit), ...content];
    if (this.#kept + lines.length > mostLines) {
      this.#lines.clear();
      this.#kept = 0;
    }
    this.#lines.set(unit, lines);
    this.#kept += lines.length;
    return lines;
  }

  #unit(unit: number): Unit {
    const found = this.#units[unit];
    if (!found) throw new RangeError(`There is no unit ${unit}.`);
    return found;
  }

  #gapBefore(unit: number): readonly Line[] {
    if (unit <= this.#first()) return [];
    const { kind, section } = this.#unit(unit);
    return kind === 'heading' && (this.#depths[section] ?? 0) <= 1 ? [emptyLine, emptyLine] : [emptyLine];
  }

  /** Returns the first visible unit. */
  #first(): number {
    if (this.#firstFilled === undefined) {
      let unit = 0;
      while (unit < this.count - 1 && this.#layOut(this.#unit(unit)).length === 0) unit++;
      this.#firstFilled = unit;
    }
    return this.#firstFilled;
  }

  #layOut({ kind, section, block: token }: Unit): Line[] {
    const { width } = this;
    if (kind === 'title')
      return titleBlock(this.article, width, this.#context, {
        name: this.about.name,
        words: this.about.whole === undefined ? undefined : this.words,
      });
    this.#footnotes ??= new SectionFootnotes(this.article, this.sections, this.#depths);
    const context = { ...this.#context, footnotes: this.#footnotes.at(section) };
    const own = this.sections[section] as Section;
    if (kind === 'heading') return sectionHeading(own, this.#depths[section] ?? 0, width, context);
    if (!token) return endNotes('section', width, context);
    if (this.tools.highlighter) {
      const code: Code[] = [];
      collectCode(token, code);
      this.tools.highlighter.prepare(code);
    }
    return block(token, width, context);
  }

  /** Returns the lines of a footnote, `width` columns wide; none where there is no such footnote. */
  footnote(number: number, width: number): readonly Line[] {
    this.#footnotes ??= new SectionFootnotes(this.article, this.sections, this.#depths);
    const definition = this.#footnotes.definition(number);
    if (!definition) return [];
    const context = { ...this.#context, footnotes: this.#footnotes.at(this.sections.length - 1) };
    return blocks(definition.tokens, width, context);
  }
}
