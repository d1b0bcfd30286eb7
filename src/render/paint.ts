import { type AnsiStyle, ansiStyle } from './ansi-styles.ts';
import type { Page } from './page.ts';
import type { Line } from './segment.ts';
import { type Style, styleParts } from './style.ts';
import { type OwnColor, ownColors } from './theme.ts';

/** A function that writes a line for a terminal: each style and each link is opened and closed on it. */
export type Painter = (line: Line) => string;

/** Returns a painter for a page. On a page without colour it writes the bare text, without any escape byte. */
export function painter(page: Page): Painter {
  if (page.colorLevel === 0) return bareText;
  const known = new Map<Style, AnsiStyle>();
  const paint = (style: Style, text: string): string => {
    if (style === 0 || text === '') return text;
    let sequences = known.get(style);
    if (!sequences) {
      sequences = sequencesOf(style, page);
      known.set(style, sequences);
    }
    return sequences.open + text + sequences.close;
  };
  return (line) => {
    let out = '';
    let index = 0;
    while (index < line.length) {
      const first = line[index];
      if (!first) break;
      out += first.drawing ?? '';
      let text = first.text;
      let end = index + 1;
      for (; end < line.length; end++) {
        const next = line[end];
        if (!next || next.style !== first.style || next.link?.id !== first.link?.id || next.drawing) break;
        text += next.text;
      }
      const painted = paint(first.style, text);
      const previous = index > 0 ? line[index - 1]?.link : undefined;
      const link = first.link;
      if (page.hyperlinks && link && previous?.id !== link.id) out += `\x1b]8;id=${link.id};${link.address}\x1b\\`;
      out += painted;
      if (page.hyperlinks && link && line[end]?.link?.id !== link.id) out += '\x1b]8;;\x1b\\';
      index = end;
    }
    return out;
  };
}

/** Returns a style's escape sequences: those of its colours and attributes, nested. */
function sequencesOf(style: Style, page: Page): AnsiStyle {
  const { color, own, attributes, tint } = styleParts(style);
  const theirs = ownColors(page);
  const ownColor = own === undefined ? undefined : theirs?.colors[own];
  const all = [
    color && ansiStyle(color),
    ownColor && { open: ownSequence(38, ownColor, page), close: '\x1b[39m' },
    tint && theirs ? { open: ownSequence(48, theirs.tint, page), close: '\x1b[49m' } : undefined,
    ...attributes.map(ansiStyle),
  ].filter((sequence) => sequence !== undefined);
  const closings = all.map(({ close }) => close).reverse();
  return { open: all.map(({ open }) => open).join(''), close: closings.join('') };
}

/** Returns the sequence of a theme's own colour, in 24 bits where there are (ITU-T T.416: 2 RGB, 5 index). */
function ownSequence(target: 38 | 48, [rgb, index]: OwnColor, { colorLevel }: Page): string {
  if (colorLevel < 3) return `\x1b[${target};5;${index}m`;
  const channels = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  return `\x1b[${target};2;${channels.join(';')}m`;
}

function bareText(line: Line): string {
  let out = '';
  for (const segment of line) out += segment.text;
  return out;
}
