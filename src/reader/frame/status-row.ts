import { readingMinutes } from '../../article/word-count.ts';
import { labelsFor } from '../../render/labels.ts';
import { type Line, lineColumns, type Segment } from '../../render/segment.ts';
import { INVERSE } from '../../render/style.ts';
import { columns } from '../../render/width.ts';
import { cleanLine } from '../../text/sanitize.ts';

import { contentsList, entryLabel, filtered } from '../state/contents.ts';
import type { State } from '../state/model.ts';
import { currentSection, readFraction } from '../state/state.ts';
import { blank, fitted, span } from './cells.ts';

/** The last row: what is typed or told, else title and section; at its right how far one is, and what is left. */
export function statusRow(state: State): Line {
  const { size, look, mode } = state;
  const { unicode } = look.page;
  const cut = unicode ? '…' : '~';
  const right = mode.kind === 'help' ? [] : rightOf(state);
  const room = size.columns - (right.length > 0 ? lineColumns(right) + 2 : 0);
  const left = leftOf(state);
  // What one types is to be seen to its end.
  const typed = mode.kind === 'search' || mode.kind === 'go' || mode.kind === 'links';
  if (room < 12 || (typed && lineColumns(left) > room))
    return fitted(keptEnd(left, size.columns), size.columns, { cut });
  return [...fitted(left, room, { cut }), ...(right.length > 0 ? [blank(2), ...right] : [])];
}

/** The end of a line that is wider than the screen, where the cursor is. */
function keptEnd(line: readonly Segment[], width: number): Line {
  const over = lineColumns(line) - width;
  if (over <= 0) return line;
  const out: Segment[] = [];
  let left = over + 1;
  for (const segment of line) {
    if (left <= 0) {
      out.push(segment);
      continue;
    }
    const characters = [...segment.text];
    while (characters.length > 0 && left > 0) left -= columns(characters.shift() ?? '');
    if (characters.length > 0) out.push({ ...segment, text: characters.join('') });
  }
  return out;
}

function leftOf(state: State): readonly Segment[] {
  const { mode, look, layout, count, pending, message } = state;
  const cursor = span(' ', INVERSE);
  if (mode.kind === 'search') {
    const label = mode.regexp ? '/regular expression: ' : '/';
    return [
      span(label, state.layout.theme.meta),
      span(mode.typed),
      cursor,
      ...(message === undefined ? [] : [span(`  ${message}`, state.layout.theme.meta)]),
    ];
  }
  if (mode.kind === 'go') {
    const target =
      mode.typed.trim() === '' ? undefined : filtered({ ...contentsList(state, 0), filter: mode.typed })[0];
    const arrow = look.page.unicode ? '→' : '->';
    return [
      span(':'),
      span(mode.typed),
      cursor,
      ...(target ? [span(`  ${arrow} ${target.label}`, state.layout.theme.meta)] : []),
    ];
  }
  if (mode.kind === 'links') {
    return [span('link: ', state.layout.theme.meta), span(mode.typed), cursor];
  }
  if (mode.kind === 'help') return [span('The keys. Any other key goes back to the text.', state.layout.theme.meta)];
  if (message !== undefined) return [span(message)];
  if (count !== '') return [span(count), cursor];
  if (pending !== undefined) return [span(pending), cursor];
  const section = layout.sections[currentSection(state)];
  const title = cleanLine(layout.title);
  const label = section && section.level > 0 ? entryLabel(section) : '';
  const dot = look.page.unicode ? ' · ' : ' - ';
  return [span([title, label].filter(Boolean).join(dot), state.layout.theme.meta)];
}

function rightOf(state: State): readonly Segment[] {
  const { layout, look, search, text } = state;
  if (layout.article.source === '') return [];
  const dot = look.page.unicode ? ' · ' : ' - ';
  const facts: string[] = [];
  if (search) facts.push(searchFact(state));
  const fraction = readFraction(state);
  facts.push(`${Math.floor(fraction * 100)}\u00a0%`);
  if (state.size.columns >= 50) {
    const words = Math.round(layout.words * (1 - fraction));
    const minutes = readingMinutes(words, layout.article.metadata.language);
    if (minutes > 0) facts.push(`${labelsFor(undefined).minutes(minutes)} left`);
  }
  if (text.whole !== undefined) facts.push('reading on');
  return [span(facts.join(dot), state.layout.theme.meta)];
}

/** Which hit one is at, of how many. */
function searchFact({ search }: State): string {
  if (!search) return '';
  const { hits, current, seeking } = search;
  const total = hits.isComplete ? `${hits.total}` : `${hits.total}+`;
  if (seeking) return 'searching';
  if (!current) return hits.isComplete && hits.total === 0 ? 'not found' : total;
  const before = hits.before(current.unit);
  return before === undefined ? total : `${before + current.index + 1}/${total}`;
}
