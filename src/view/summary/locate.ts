import type { Article, Section } from '../../article/article-tree.ts';
import type { SentenceCandidate } from './candidates.ts';

/** A range of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Locates sentences in the article's source, markup within them included; undefined where the source spells one
 * otherwise (a character reference, HTML).
 */
export function locate(article: Article, sentences: readonly SentenceCandidate[]): readonly (Span | undefined)[] {
  const starts = sectionStarts(article);
  const squeezed = new Map<string, Squeezed>();
  return sentences.map(({ text, section, block }) => {
    const start = starts.get(section);
    if (start === undefined) return undefined;
    const key = `${start} ${block}`;
    const raw = squeezed.get(key) ?? squeeze(...blockSource(section, block));
    squeezed.set(key, raw);
    const wanted = squeeze(text, 0);
    const at = raw.text.indexOf(wanted.text);
    const first = raw.places[at];
    const last = raw.places[at + wanted.text.length - 1];
    if (at < 0 || first === undefined || last === undefined) return undefined;
    return { start: start + first, end: start + last + 1 };
  });
}

/** Replaces raised and lowered digits by plain ones, as they may be written between tags. Keeps every offset. */
function lowered(text: string): string {
  return text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉]/g, (digit) => `${'⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉'.indexOf(digit) % 10}`);
}

/** A text without white space and markup, and the offset of each of its units. */
interface Squeezed {
  readonly text: string;
  readonly places: readonly number[];
}

/** Markup within a line: link destinations, images, tags, footnote references; then single characters. */
const markup =
  /!\[[^\][\n]{0,300}\]\([^()\n]{0,600}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\]\([^()\n]{0,600}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\]\[[^\][\n]{0,300}\]|\[\^[^\][\s]{1,99}\]|<[^<>\n]{1,999}>|[\s*_~`\\[\]>&^]+/g;

function squeeze(source: string, offset: number): Squeezed {
  let text = '';
  const places: number[] = [];
  let from = 0;
  const keep = (to: number) => {
    text += lowered(source.slice(from, to));
    for (let at = from; at < to; at++) places.push(offset + at);
  };
  for (const match of source.matchAll(markup)) {
    keep(match.index);
    from = match.index + match[0].length;
  }
  keep(source.length);
  return { text, places };
}

/** Returns a block's source, and its offset in that of its section. */
function blockSource(section: Section, block: number): [string, number] {
  let at = section.heading?.raw.length ?? 0;
  let index = 0;
  for (const { raw } of section.blocks) {
    // marked may give a block's raw text one line end more or less than it had.
    const found = section.source.indexOf(raw.trim(), Math.max(0, at - 2));
    if (found >= 0) at = found;
    if (index === block) return [section.source.slice(at, at + raw.length), at];
    at += raw.trim().length;
    index += 1;
  }
  return ['', 0];
}

function sectionStarts(article: Article): ReadonlyMap<Section, number> {
  const starts = new Map<Section, number>();
  let at = 0;
  const walk = (section: Section) => {
    starts.set(section, at);
    at += section.source.length;
    section.sections.forEach(walk);
  };
  [article.lead, ...article.sections].forEach(walk);
  return starts;
}
