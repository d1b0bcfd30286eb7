import { blankLine, type TextLine } from './line.ts';
import { endsSentence, markersOf } from './line-shape.ts';

/** The number of a page, and its line. */
interface PageNumber {
  readonly at: number;
  readonly number: number;
  /** Whether it can be nothing else: `[Page 3]`, `- 3 -`. */
  readonly isEvident: boolean;
}

/** Removes page numbers that count up, and running heads beside them. A paragraph over two pages is joined. */
export function joinPages(lines: readonly TextLine[]): readonly TextLine[] {
  const pages = countPages(lines);
  if (pages.length === 0) return lines;
  const dropped = new Set(pages.map(({ at }) => at));
  const heads = runningHeads(lines, pages);
  for (const { at } of pages) {
    for (const step of [-1, 1]) {
      for (const near of filledNear(lines, at, step, 2)) {
        if (!heads.has(keyOf(lines[near]?.text ?? ''))) break;
        dropped.add(near);
      }
    }
  }
  const result: TextLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!dropped.has(at)) {
      result.push(lines[at] as TextLine);
      continue;
    }
    while (result.at(-1)?.text === '') result.pop();
    while (at + 1 < lines.length && (dropped.has(at + 1) || lines[at + 1]?.text === '')) at++;
    const before = result.at(-1);
    const after = lines[at + 1];
    if (before && after && !goesOn(before, after)) result.push(blankLine);
  }
  return result;
}

/** Reports whether a paragraph continues from one page to the next. */
function goesOn(before: TextLine, after: TextLine): boolean {
  // An item's lines hang below its text.
  const indent = before.indent + Math.max(1, markersOf([before, before])[0]?.length ?? 0);
  return after.indent <= indent && !endsSentence(before.text) && /^["“(]?[\p{Ll}\p{N}(]/u.test(after.text);
}

/** Finds the page numbers of a text: at least three (or two evident ones) that count up by one at even distances. */
function countPages(lines: readonly TextLine[]): readonly PageNumber[] {
  const chain: PageNumber[] = [];
  for (const [at, { text }] of lines.entries()) {
    const page = pageNumberOf(text);
    if (!page) continue;
    if (!page.isEvident && !((lines[at - 1]?.text ?? '') === '' || (lines[at + 1]?.text ?? '') === '')) continue;
    const last = chain.at(-1);
    if (last && !(page.number > last.number && page.number <= last.number + 2 && at - last.at >= 8)) continue;
    chain.push({ at, ...page });
  }
  const evident = chain.filter(({ isEvident }) => isEvident);
  if (evident.length >= 2) return evident;
  if (chain.length < 4) return [];
  const gaps = chain.slice(1).map(({ at }, index) => at - (chain[index]?.at ?? 0));
  const median = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  // Numbers of chapters count up too, but chapters differ in length.
  return median <= 90 && gaps.every((gap) => gap < median * 1.4 + 4 && gap > median * 0.6 - 4) ? chain : [];
}

function pageNumberOf(text: string): Omit<PageNumber, 'at'> | undefined {
  if (text === '' || text.length > 120) return undefined;
  const evident =
    /\[Page (\d{1,4})\]$/.exec(text) ??
    /^[-–—] ?(\d{1,4}) ?[-–—]$/.exec(text) ??
    /^\[(\d{1,4})\]$/.exec(text) ??
    /^(?:page|seite|p\.|pág(?:ina|\.)?|pagina) (\d{1,4})(?: (?:of|de|von|di|\/) \d{1,4})?$/i.exec(text);
  if (evident?.[1]) return { number: Number(evident[1]), isEvident: true };
  return /^\d{1,4}$/.test(text) ? { number: Number(text), isEvident: false } : undefined;
}

/** Returns the lines that most pages have beside their numbers, without the numbers. */
function runningHeads(lines: readonly TextLine[], pages: readonly PageNumber[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { at } of pages) {
    const keys = new Set(
      [-1, 1].flatMap((step) => filledNear(lines, at, step, 2).map((near) => keyOf(lines[near]?.text ?? ''))),
    );
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const heads = [...counts].flatMap(([key, count]) =>
    isHead(key) || (count >= 2 && count >= pages.length * 0.3) ? [key] : [],
  );
  return new Set(heads);
}

/** Returns the indexes of the next lines with text in a direction, `most` of them, within ten lines. */
function filledNear(lines: readonly TextLine[], at: number, step: number, most: number): number[] {
  const found: number[] = [];
  for (let near = at + step; found.length < most && Math.abs(near - at) <= 10; near += step) {
    const line = lines[near];
    if (!line) break;
    if (line.text !== '') found.push(near);
  }
  return found;
}

/** Reports whether a line's key is the head of an RFC's page, which a short one has once: its number, title and month. */
function isHead(key: string): boolean {
  return /^(?:rfc 0|internet-draft) .{1,80} (?:january|february|march|april|may|june|july|august|september|october|november|december) 0$/.test(
    key,
  );
}

function keyOf(text: string): string {
  return text.replace(/\d+/g, '0').replace(/\s+/g, ' ').toLowerCase();
}
