import { isSpaceless } from '../../../text/unspaced.ts';
import { columnsOf, joinLines, type TextLine } from '../lines/line.ts';
import { wrapColumn } from '../lines/line-layout.ts';

/** The text browser that dumped a page: they differ in margins, bullets and where they may break a line. */
export type Browser = 'lynx' | 'w3m';

/** A segment of a dumped page: one element, or one line of it, before it was wrapped. */
export interface DumpSegment {
  readonly text: string;
  readonly indent: number;
  /** Whether a bullet precedes it (or a number, as in lynx). */
  readonly bullet: boolean;
  readonly number?: string;
  /** Whether a blank line precedes it. */
  readonly apart: boolean;
  /** The lines it was wrapped to. */
  readonly lines: readonly string[];
}

/**
 * Detects a text browser's dump of a whole page by what only these programs write: lynx's margin of three columns and
 * bullets at five, w3m's bullets at two, and buttons, form fields, frames and names of images. A text with some lists
 * is none, since a dump loses what pages have around their article.
 */
export function browserOf(lines: readonly TextLine[]): Browser | undefined {
  let filled = 0;
  let indented = 0;
  let margin = 0;
  const lynx = { traces: 0, bullets: 0 };
  const w3m = { traces: 0, bullets: 0, plain: 0, images: 0, links: 0, menu: 0, lists: 0 };
  let prose = false;
  let listed = false;
  for (const { text: whole, indent } of lines) {
    if (whole === '') continue;
    const text = whole.slice(0, 200);
    filled++;
    if (indent >= 3) indented++;
    if (indent === 3) margin++;
    const link = indent === 2 && /^• \S+(?: \S+){0,4}$/.test(text) && !/[.!?:;,]$/.test(text);
    if (link) {
      w3m.links++;
      if (!prose) w3m.menu++;
      if (!listed) w3m.lists++;
    } else if (indent < 2 && text.split(' ').length >= 10) {
      prose = true;
    }
    listed = link;
    const bullet = /^[*+o#•□☆●○■◎★](?: |$)/.test(text) ? text.charAt(0) : '';
    if (bullet !== '') {
      const place = `${bullet}${indent}`;
      const isLynx = /^(?:\*5|\+10|o15|#20)$/.test(place);
      const isPlain = place === '*2' || place === '+6';
      const isEmpty = text.length === 1 && bullet !== '#';
      if (/[□☆■★]/.test(bullet)) w3m.traces++;
      else if (isLynx) lynx[isEmpty ? 'traces' : 'bullets']++;
      else if (bullet === '•' || isPlain) w3m[isEmpty ? 'traces' : isPlain ? 'plain' : 'bullets']++;
    } else if (
      /^\(BUTTON\)|^\[INS: :INS\]|^IFRAME:|^_{20}|^#\S.*\balternate\b|^\[[^\s\]]+\.(?:gif|png|jpe?g|svg)\S*\]$/.test(
        text,
      )
    ) {
      lynx.traces++;
    } else if (/^\[ {4,}\]|^━{20}|^\[INS::INS\]$/.test(text)) {
      w3m.traces++;
    } else if (/^\[[\w-]{2,40}\](?:$|\[)/.test(text)) {
      w3m.images++;
    }
  }
  const bullets = w3m.bullets + w3m.plain;
  if (lynx.traces + lynx.bullets >= w3m.traces + bullets) {
    if (lynx.traces >= 1 && margin > filled * 0.6) return 'lynx';
    if (lynx.traces >= 1 && lynx.traces + lynx.bullets >= 4 && indented > filled * 0.5) return 'lynx';
    return lynx.bullets >= 8 && margin > filled * 0.4 ? 'lynx' : undefined;
  }
  if (w3m.traces >= 2 && w3m.traces + bullets >= 4) return 'w3m';
  if (w3m.traces + w3m.images >= 2 && (w3m.traces > 0 ? bullets : w3m.bullets) >= 4) return 'w3m';
  // Only its menus show it: many short items, before any prose and again after it.
  return w3m.links >= 20 && w3m.menu >= 5 && w3m.lists >= 3 ? 'w3m' : undefined;
}

/**
 * Removes the links that lynx adds to a page: the list at its end, under `References`, and the numbers in brackets that
 * point there. Any other text stays.
 */
export function withoutReferences(lines: readonly TextLine[]): readonly TextLine[] {
  let at = lines.length - 1;
  while (at >= 0 && !(lines[at]?.text === 'References' && lines[at]?.indent === 0)) at--;
  const links = lines.slice(at + 1).filter(({ text }) => text !== '' && !/^(?:Visible|Hidden) links:?$/.test(text));
  if (at < 0 || links.length === 0 || !/^1\. [a-z]+:/.test(links[0]?.text ?? '')) return lines;
  return lines.slice(0, at).map(({ indent, text }) => ({ indent, text: text.replace(/\[\d{1,4}\](?=\S)/g, '') }));
}

/** Returns the segments of a dumped page, with their wrapped lines joined. */
export function readSegments(lines: readonly TextLine[], browser: Browser): DumpSegment[] {
  const width = wrapColumn(lines);
  const segments: DumpSegment[] = [];
  let open: { lines: string[]; indent: number; bullet: boolean; number?: string; apart: boolean } | undefined;
  let apart = true;
  let last: TextLine | undefined;
  const close = (): void => {
    if (open) segments.push({ ...open, text: joinLines(open.lines) });
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
  return segments;
}

function markerOf(line: TextLine, browser: Browser): string | undefined {
  if (browser === 'lynx') {
    if (line.indent < 4) return undefined;
    return /^[*+o#@=](?= |$)/.exec(line.text)?.[0] ?? /^\d{1,3}\.(?= )/.exec(line.text)?.[0];
  }
  if (line.indent < 1) return undefined;
  return /^[•□☆●○■◎★*+o#@=-](?=\s|$)/.exec(line.text)?.[0] ?? /^\d{1,3}\.(?= )/.exec(line.text)?.[0];
}

/** Reports whether a line was wrapped: when the next one's first word would not have fitted on it. */
function continues(line: TextLine, next: TextLine, width: number, browser: Browser, bullet: boolean): boolean {
  if (next.indent !== line.indent && !(bullet && next.indent > line.indent && next.indent <= line.indent + 4))
    return false;
  const room = width - line.indent - columnsOf(line.text);
  if (columnsOf(firstPart(next.text, browser)) + 1 > room - 2) return true;
  // A width guessed too large shows in sentences that would end in the middle.
  return room < width * 0.2 && /^\p{Ll}/u.test(next.text) && /[\p{Ll},]$/u.test(line.text);
}

function firstPart(text: string, browser: Browser): string {
  if (isSpaceless(text.charAt(0))) return text.charAt(0);
  const space = text.indexOf(' ');
  const word = space < 0 ? text : text.slice(0, space);
  return browser === 'w3m' ? (/^[^/-]+[/-]/.exec(word)?.[0] ?? word) : word;
}
