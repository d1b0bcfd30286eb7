import type { Article } from '../../article/article-tree.ts';
import { lineText } from '../../render/segment.ts';
import type { Layout, Position } from '../layout/layout.ts';
import { anchorAt, countLetters, firstPosition, positionOf } from '../layout/position.ts';

/** A reader's place in a text, so that it is found again on another page, in an edited file or a new download. */
export interface Place {
  /** The section's id. */
  readonly section: string;
  /** The letters and digits of the section's source before the place. */
  readonly offset: number;
  /** The words at the place, separated by spaces. */
  readonly words: string;
  /** How far into the article's source it is, from 0 to 1. */
  readonly fraction: number;
}

/** How many words are kept to recognize a place. */
const keptWords = 8;

/** Returns the place of a line. */
export function placeAt(layout: Layout, position: Position): Place {
  // The title is not in the source.
  if (position.unit === 0) return { section: 'lead', offset: 0, words: '', fraction: 0 };
  const { unit, line } = position;
  const section = layout.sectionAt(unit);
  const { start, end } = layout.range(unit);
  const from = layout.range(layout.firstUnit(section)).start;
  const { source } = layout.article;
  const before = Math.max(0, anchorAt(layout, position).letters);
  // What the page adds to a unit must not make its end the next one's beginning. Footnotes have no source where they
  // are listed.
  const letters = start === end ? before : Math.min(before, Math.max(0, countLetters(source.slice(start, end)) - 1));
  return {
    section: layout.sections[section]?.id ?? 'lead',
    offset: countLetters(source.slice(from, start)) + letters,
    words: wordsFrom(layout, position).join(' ').slice(0, 400),
    fraction: (start + (end - start) * (line / Math.max(1, layout.lines(unit).length))) / layout.length,
  };
}

/** Returns the first words from a line on, of its unit alone. */
function wordsFrom(layout: Layout, { unit, line }: Position): readonly string[] {
  const text = layout
    .lines(unit)
    .slice(line, line + keptWords)
    .map(lineText)
    .join(' ');
  return (text.match(word) ?? []).slice(0, keptWords);
}

const word = /[\p{L}\p{N}]+/gu;

/**
 * Finds the line of a place: where it was, if its words are there; else where they are, in its section or elsewhere;
 * else where it was; and where its section is gone, by its fraction of the text.
 */
export function findPlace(layout: Layout, place: Place): Position {
  const { article } = layout;
  if (place.fraction === 0 && place.words === '') return firstPosition(layout);
  const words = place.words.split(' ').filter(Boolean);
  const section = layout.sections.findIndex(({ id }) => id === place.section);
  if (section < 0) {
    const guess = Math.floor(place.fraction * layout.length);
    const at = findWords(article, words, 0, article.source.length, guess);
    return at < 0 ? atSource(layout, guess) : atWords(layout, at, words);
  }
  const expected = atLetters(layout, section, place.offset);
  const there = wordsFrom(layout, expected);
  if (words.every((each, index) => there[index] === each)) return expected;
  const start = layout.range(layout.firstUnit(section)).start;
  const end = section + 1 < layout.sections.length ? layout.range(layout.firstUnit(section + 1)).start : layout.length;
  const near = layout.range(expected.unit).start;
  const inSection = findWords(article, words, start, end, near);
  const at = inSection >= 0 ? inSection : findWords(article, words, 0, article.source.length, near);
  return at < 0 ? expected : atWords(layout, at, words);
}

/** Returns the line of a section with `offset` letters before it, those of its units' source, then of the page. */
function atLetters(layout: Layout, section: number, offset: number): Position {
  const { source } = layout.article;
  let unit = layout.firstUnit(section);
  let before = 0;
  let letters = 0;
  for (let next = unit; next < layout.count && layout.sectionAt(next) === section; next++) {
    if (next > unit) letters += countLetters(source.slice(layout.range(next - 1).start, layout.range(next).start));
    if (letters > offset) break;
    unit = next;
    before = letters;
  }
  return positionOf(layout, { unit, letters: offset - before });
}

/** Finds the words in a range of the source, the occurrence nearest to `expected`; -1 where they are not. */
function findWords(
  { source }: Article,
  words: readonly string[],
  start: number,
  end: number,
  expected: number,
): number {
  const text = source.slice(start, end);
  // What the page adds, such as a section's number, is not in the source: the first words may be missing there.
  for (let skip = 0; skip < Math.min(3, words.length); skip++) {
    const kept = words.slice(skip);
    // One or two short words may be anywhere.
    if (kept.join('').length < 8) return -1;
    const pattern = new RegExp(kept.join('[^\\p{L}\\p{N}]{1,80}'), 'gu');
    let best = -1;
    for (const { index } of text.matchAll(pattern)) {
      const at = start + index;
      if (best < 0 || Math.abs(at - expected) < Math.abs(best - expected)) best = at;
    }
    if (best >= 0) return best;
  }
  return -1;
}

/** Returns the line at an offset of the source, or the one of its unit on which the words begin. */
function atWords(layout: Layout, offset: number, words: readonly string[]): Position {
  const unit = layout.unitAtSource(offset);
  const wanted = words.slice(0, 4).join(' ');
  const known: { readonly text: string; readonly line: number }[] = [];
  for (const [line, content] of layout.lines(unit).entries()) {
    for (const text of lineText(content).match(word) ?? []) known.push({ text, line });
  }
  for (let index = 0; index < known.length; index++) {
    const here = known.slice(index, index + 4);
    if (here[0]?.text === words[0] && here.map(({ text }) => text).join(' ') === wanted) {
      return { unit, line: here[0]?.line ?? 0 };
    }
  }
  return atSource(layout, offset);
}

function atSource(layout: Layout, offset: number): Position {
  const unit = layout.unitAtSource(offset);
  const { start } = layout.range(unit);
  const letters = countLetters(layout.article.source.slice(start, Math.max(start, offset)));
  return positionOf(layout, { unit, letters });
}
