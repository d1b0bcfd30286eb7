import { readingMinutes } from '../../article/reading-time.ts';
import { labelsFor } from '../../render/labels.ts';
import { symbolsFor } from '../../render/rich/symbols.ts';
import { type Line, lineColumns, type Segment } from '../../render/segment.ts';
import { inverse } from '../../render/style.ts';
import { columns } from '../../render/width.ts';
import { cleanLine } from '../../text/sanitize.ts';
import { helpLines } from '../keys/help.ts';
import { entryLabel } from '../state/contents.ts';
import { currentSection, geometry, readFraction } from '../state/geometry.ts';
import { sectionMeant } from '../state/jumps.ts';
import type { Search, State } from '../state/model.ts';
import { referenceOf, shownReference } from '../state/unit-links.ts';
import { blankCells, fitted, span } from './cells.ts';

/** Returns the last row: the prompt or message, else title and section; at the right progress and what remains. */
export function statusRow(state: State): Line {
  const { size, look, mode } = state;
  const cut = symbolsFor(look.page).ellipsis;
  const right = mode.kind === 'help' ? [] : rightOf(state);
  const room = size.columns - (right.length > 0 ? lineColumns(right) + 2 : 0);
  const left = leftOf(state);
  // The end of what is typed stays visible.
  const typed = mode.kind === 'search' || mode.kind === 'go' || mode.kind === 'links';
  if (room < 12 || (typed && lineColumns(left) > room))
    return fitted(keptEnd(left, size.columns), size.columns, { cut });
  return [...fitted(left, room, { cut }), ...(right.length > 0 ? [blankCells(2), ...right] : [])];
}

/** Returns the end of a line that is wider than the screen, where the cursor is. */
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

function leftOf(state: State): Line {
  const { mode, layout, count, pending, message } = state;
  const { meta } = layout.theme;
  const cursor = span(' ', inverse);
  switch (mode.kind) {
    case 'search': {
      const label = mode.regexp ? '/regular expression: ' : '/';
      const aside = message === undefined ? [] : [span(`  ${message}`, meta)];
      return [span(label, meta), span(mode.typed), cursor, ...aside];
    }
    case 'go': {
      const { section } = sectionMeant(state, mode.typed);
      return [
        span(':'),
        span(mode.typed),
        cursor,
        ...leadingTo(state, section === undefined ? '' : titleOf(state, section)),
      ];
    }
    case 'links': {
      const link = mode.links[Number(mode.typed) - 1];
      const { reference = '' } = (link && referenceOf(layout, link)) ?? {};
      return [span('link: ', meta), span(mode.typed), cursor, ...leadingTo(state, shownReference(reference))];
    }
    case 'help':
      return [span(aboutHelp(state, mode.top), meta)];
    case 'pane':
      if (message === undefined && count === '' && pending === undefined) return [span(aboutPane(state), meta)];
  }
  if (message !== undefined) return [span(message)];
  if (count !== '') return [span(count), cursor];
  if (pending !== undefined) return [span(pending), cursor];
  const section = currentSection(state);
  const title = cleanLine(layout.title);
  const dot = state.look.page.unicode ? ' · ' : ' - ';
  return [span([title, section === 0 ? '' : titleOf(state, section)].filter(Boolean).join(dot), meta)];
}

/** Returns the number and title of a section; for the lead, the text's title. */
function titleOf({ layout }: State, index: number): string {
  const section = layout.sections[index];
  return section && section.level > 0 ? entryLabel(section) : cleanLine(layout.title);
}

/** Returns where Enter would lead; empty where it does nothing. */
function leadingTo({ look, layout }: State, target: string): Line {
  if (target === '') return [];
  return [span(`  ${look.page.unicode ? '→' : '->'} ${target}`, layout.theme.meta)];
}

function aboutPane({ look }: State): string {
  const { unicode } = look.page;
  const keys = [`${unicode ? '⏎' : 'Enter'} goes there`, 'h l fold', 's what each says', 'w back to the text'];
  return keys.join(unicode ? ' · ' : ' - ');
}

function aboutHelp(state: State, top: number): string {
  const { rows } = geometry(state);
  const { length } = helpLines(state.size.columns, rows, state.look.page.unicode);
  return top + rows < length
    ? 'The keys. Space shows more; Esc goes back to the text.'
    : 'The keys. Any other key goes back to the text.';
}

function rightOf(state: State): readonly Segment[] {
  const { layout, look, search, text } = state;
  if (layout.article.source === '') return [];
  const dot = look.page.unicode ? ' · ' : ' - ';
  const facts: string[] = [];
  if (search) facts.push(searchFact(search));
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

/** Returns which hit is current, of how many. */
function searchFact({ hits, current, seeking }: Search): string {
  const total = hits.isComplete ? `${hits.total}` : `${hits.total}+`;
  if (seeking) return 'searching';
  if (!current) return hits.isComplete && hits.total === 0 ? 'not found' : total;
  const before = hits.before(current.unit);
  return before === undefined ? total : `${before + current.index + 1}/${total}`;
}
