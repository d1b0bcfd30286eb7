import type { Article } from '../../article/types.ts';
import type { Layout, Position } from '../layout/layout.ts';
import { lineText } from '../layout/layout.ts';
import { anchorAt, countLetters, firstPosition, positionOf } from '../layout/position.ts';

/**
 * Where a reader is in a text, so that it is found again on another page, in an edited file and in a page downloaded anew.
 */
export interface Place {
  /** The section's id. */
  readonly section: string;
  /** The letters and digits of the section's source before the place. */
  readonly offset: number;
  /** The words at the place, parted by spaces. */
  readonly words: string;
  /** How far into the article's source it is, from 0 to 1. */
  readonly fraction: number;
}

/** How many words are kept to know a place again. */
const keptWords = 8;

/** The place of a line. */
export function placeAt(layout: Layout, position: Position): Place {
  // The title is not in the source.
  if (position.unit === 0) return { section: 'lead', offset: 0, words: '', fraction: 0 };
  const section = layout.sectionAt(position.unit);
  const { letters } = anchorAt(layout, position);
  const { start, end } = layout.range(position.unit);
  const from = layout.range(layout.firstUnit(section)).start;
  const source = layout.article.source;
  const offset = countLetters(source.slice(from, start)) + Math.min(letters, countLetters(source.slice(start, end)));
  const lines = layout.lines(position.unit).slice(position.line, position.line + 6);
  const words = (lines.map(lineText).join(' ').match(word) ?? []).slice(0, keptWords).join(' ');
  return {
    section: layout.sections[section]?.id ?? 'lead',
    offset,
    words: words.slice(0, 400),
    fraction:
      (start + (end - start) * (position.line / Math.max(1, layout.lines(position.unit).length))) / layout.length,
  };
}

const word = /[\p{L}\p{N}]+/gu;

/** The line of a place; where its section is gone, that of its words; where these are gone too, as far into the text. */
export function findPlace(layout: Layout, place: Place): Position {
  const { article } = layout;
  if (place.fraction === 0 && place.words === '') return firstPosition(layout);
  const section = layout.sections.findIndex(({ id }) => id === place.section);
  if (section < 0) {
    const at = findWords(article, place.words, 0, article.source.length, place.fraction * layout.length);
    return at < 0 ? atSource(layout, Math.floor(place.fraction * layout.length)) : atSource(layout, at);
  }
  const start = layout.range(layout.firstUnit(section)).start;
  const end = section + 1 < layout.sections.length ? layout.range(layout.firstUnit(section + 1)).start : layout.length;
  const expected = atLetter(article.source, start, end, place.offset);
  const inSection = findWords(article, place.words, start, end, expected);
  if (inSection >= 0) return atSource(layout, inSection, layout.firstUnit(section));
  const anywhere = findWords(article, place.words, 0, article.source.length, expected);
  return anywhere >= 0
    ? atSource(layout, anywhere)
    : atSource(layout, Math.min(expected, end - 1), layout.firstUnit(section));
}

/** The place in the source before which there are so many letters from `start` on. */
function atLetter(source: string, start: number, end: number, letters: number): number {
  const letter = /[\p{L}\p{N}]/gu;
  letter.lastIndex = start;
  let left = letters;
  while (left >= 0 && letter.test(source) && letter.lastIndex <= end) left--;
  return left < 0 ? Math.max(start, letter.lastIndex - 1) : Math.max(start, end - 1);
}

/** Where the words are in a stretch of the source, the occurrence nearest to `expected`; -1 where they are not. */
function findWords({ source }: Article, words: string, start: number, end: number, expected: number): number {
  const list = words.split(' ').filter(Boolean).slice(0, keptWords);
  // A short line, such as a heading's number and title, may not be told from others.
  if (list.length === 0) return -1;
  const stretch = source.slice(start, end);
  let best = -1;
  // What the page adds, such as a section's number, is not in the source: the first word or two may be missing there.
  for (let skip = 0; skip < Math.min(3, list.length) && best < 0; skip++) {
    const kept = list.slice(skip);
    if (kept.join('').length < 8) break;
    const pattern = new RegExp(kept.join('[^\\p{L}\\p{N}]{1,80}'), 'gu');
    for (const { index } of stretch.matchAll(pattern)) {
      const at = start + index;
      if (best < 0 || Math.abs(at - expected) < Math.abs(best - expected)) best = at;
    }
  }
  return best;
}

function atSource(layout: Layout, offset: number, least = 0): Position {
  const unit = Math.max(least, layout.unitAtSource(offset));
  const { start } = layout.range(unit);
  const letters = countLetters(layout.article.source.slice(start, Math.max(start, offset)));
  return positionOf(layout, { unit, letters });
}
