import { readDate } from '../../../text/dates.ts';
import type { TextLine } from '../lines/line.ts';
import { manualName } from './manual-name.ts';
import type { TextHead } from './text-head.ts';

/**
 * Reads a manual page as `man` prints it: its name and section at both ends of the first line are the title, and the
 * last line, with its date and its name again, is dropped. Undefined for any other text.
 */
export function readManualHead(lines: readonly TextLine[]): TextHead | undefined {
  const first = lines.findIndex(({ text }) => text !== '');
  const name = manualName(lines[first]?.text ?? '');
  if (name === undefined) return undefined;
  const last = lines.findLastIndex(({ text }) => text !== '');
  const footer = lines[last]?.text ?? '';
  const isFooter =
    last > first && (footer.endsWith(name) || /\s{3,}\S+\(\w{1,10}\)$|\S\s{3,}.*\d{4}.*\s{3,}\S/.test(footer));
  const date = isFooter
    ? footer
        .split(/\s{3,}/)
        .map((each) => readDate(each, 'en'))
        .find(Boolean)
    : undefined;
  const body = lines
    .slice(first + 1, isFooter ? last : last + 1)
    .filter(({ text }) => !(text.startsWith(name) && text.endsWith(name)));
  return { title: name, metadata: { ...(date && { date }) }, lines: body, titles: 'margin and subsections' };
}
