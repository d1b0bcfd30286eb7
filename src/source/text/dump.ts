import { wrapColumn } from './layout.ts';
import { columnsOf, isUnspaced, joinLines, type Line } from './line.ts';

/** Which text browser wrote a page out: they differ in margins, bullets and where they may break a line. */
export type Browser = 'lynx' | 'w3m';

/** A piece of a dumped page: what was one element, or one line of it, before it was wrapped. */
export interface Piece {
  readonly text: string;
  readonly indent: number;
  /** Whether a bullet (or a number, in lynx's way) stood before it. */
  readonly bullet: boolean;
  readonly number?: string;
  /** Whether a blank line stood before it. */
  readonly apart: boolean;
  /** The lines it was wrapped to. */
  readonly lines: readonly string[];
}

/** Tells a text browser's dump of a whole page by the marks that only these programs leave. */
export function browserOf(lines: readonly Line[]): Browser | undefined {
  let filled = 0;
  let indented = 0;
  let margin = 0;
  let lynx = 0;
  let w3m = 0;
  for (const { text: whole, indent } of lines) {
    if (whole === '') continue;
    const text = whole.slice(0, 200);
    filled++;
    if (indent >= 3) indented++;
    if (indent === 3) margin++;
    if (/^[*+o#@=](?: |$)/.test(text) && (indent === 5 || indent === 10 || indent === 15)) lynx++;
    else if (
      /^\(BUTTON\)|^\[INS: :INS\]|^IFRAME:|^_{20,}|^#\S.*alternate|^\[[\w-]+\.(?:gif|png|jpe?g|svg)\]$/.test(text)
    )
      lynx += 2;
    else if (/^[•□☆●○■◎★](?: |$)/.test(text) && indent >= 2) w3m++;
    else if (/^\[ {4,}\]|^━{20,}$|^\[INS::INS\]$/.test(text)) w3m += 2;
    else if (/^\[[\w-]+\](?:$|\[)/.test(text)) w3m++;
  }
  if (lynx >= w3m && ((lynx >= 4 && indented > filled * 0.5) || (lynx >= 2 && margin > filled * 0.6))) return 'lynx';
  if (w3m >= 4 && w3m > lynx) return 'w3m';
  return undefined;
}

/** The pieces of a dumped page, with their wrapped lines joined. */
export function readPieces(lines: readonly Line[], browser: Browser): Piece[] {
  const width = wrapColumn(lines);
  const pieces: Piece[] = [];
  let open: { lines: string[]; indent: number; bullet: boolean; number?: string; apart: boolean } | undefined;
  let apart = true;
  let last: Line | undefined;
  const close = (): void => {
    if (open) pieces.push({ ...open, text: joinLines(open.lines) });
    open = undefined;
  };
  for (const line of lines) {
    if (line.text === '') {
      close();
      apart = true;
      last = undefined;
      continue;
    }
    const marker = markerOf(line, browser);
    if (marker || !open || !last || !continues(last, line, width, browser, open.bullet)) {
      close();
      const text = marker ? line.text.slice(marker.length).trim() : line.text;
      const number = marker && /\d/.test(marker) ? marker : undefined;
      open = {
        lines: text === '' ? [] : [text],
        indent: line.indent,
        bullet: marker !== undefined,
        apart,
        ...(number && { number }),
      };
    } else {
      open.lines.push(line.text);
    }
    last = line;
    apart = false;
  }
  close();
  return pieces;
}

function markerOf(line: Line, browser: Browser): string | undefined {
  if (browser === 'lynx') {
    if (line.indent < 4) return undefined;
    return /^[*+o#@=](?= |$)/.exec(line.text)?.[0] ?? /^\d{1,3}\.(?= )/.exec(line.text)?.[0];
  }
  if (line.indent < 1) return undefined;
  return /^[•□☆●○■◎★*+-](?=\s|$)/.exec(line.text)?.[0] ?? /^\d{1,3}\.(?= )/.exec(line.text)?.[0];
}

/** A line goes on when the next one's first word would not have fitted on it. */
function continues(line: Line, next: Line, width: number, browser: Browser, bullet: boolean): boolean {
  if (next.indent !== line.indent && !(bullet && next.indent > line.indent && next.indent <= line.indent + 4))
    return false;
  const room = width - line.indent - columnsOf(line.text);
  if (columnsOf(firstPart(next.text, browser)) + 1 > room - 2) return true;
  // A width guessed too large shows in sentences that would break off in the middle.
  return room < width * 0.2 && /^\p{Ll}/u.test(next.text) && /[\p{Ll},]$/u.test(line.text);
}

function firstPart(text: string, browser: Browser): string {
  if (isUnspaced(text.charCodeAt(0))) return text.charAt(0);
  const space = text.indexOf(' ');
  const word = space < 0 ? text : text.slice(0, space);
  return browser === 'w3m' ? (/^[^/-]+[/-]/.exec(word)?.[0] ?? word) : word;
}
