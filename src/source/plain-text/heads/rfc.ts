import { readDate } from '../../../text/dates.ts';
import { hasMarginTitles } from '../headings/margin-sections.ts';
import type { TextLine } from '../lines/line.ts';
import { joinWords } from '../lines/paragraphs.ts';
import type { TextHead } from './text-head.ts';

/**
 * Reads the head of an RFC or an Internet-Draft: two columns with its number and its authors, and its title centred
 * below them (RFC 7322, 4.1). Undefined for any other text.
 */
export function readRfcHead(lines: readonly TextLine[]): TextHead | undefined {
  let at = lines.findIndex(({ text }) => text !== '');
  const start = at;
  if (at < 0 || at > 20) return undefined;
  const right: string[] = [];
  let isRfc = false;
  for (; at < start + 40 && lines[at]?.text; at += 1) {
    const { text, indent } = lines[at] as TextLine;
    if (/^Request for Comments:\s+\d|^Internet-Draft\b|^INTERNET-DRAFT\b/.test(text)) isRfc = true;
    const columns = text.split(/\s{3,}/);
    const last = columns.length > 1 || indent > 20 ? columns.at(-1) : undefined;
    if (last) right.push(last);
  }
  if (!isRfc) return undefined;
  while (lines[at]?.text === '') at += 1;
  const titleStart = at;
  while (lines[at]?.text) at += 1;
  const title = joinWords(lines.slice(titleStart, at));
  const authors = right.filter((text) => /^(?:\p{Lu}\.(?:[- ]?\p{Lu}\.)* )[\p{L}'’ .-]+?(?:, Ed\.)?$/u.test(text));
  const date = right.map(monthAndYear).find(Boolean);
  return {
    // A draft's name is below its title.
    title: title.replace(/\s*draft-[\w-]+$/, ''),
    metadata: {
      ...(date && { date }),
      ...(authors.length > 0 && { author: authors.map((name) => name.replace(/, Ed\.$/, '')).join(', ') }),
    },
    lines: lines.slice(at),
    ...(hasMarginTitles(lines.slice(at)) && { titles: 'margin' }),
  };
}

/** Reads `March 1997`, `6 May 2024` as ISO 8601. */
function monthAndYear(text: string): string | undefined {
  const [, day, month] = /^(?:(\d{1,2}) )?(\w+ \d{4})$/.exec(text) ?? [];
  const date = month && readDate(`${day ?? 1} ${month}`, 'en');
  return day ? date : date?.slice(0, 7);
}
