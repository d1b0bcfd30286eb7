import type { Page } from './page.ts';
import type { Line } from './segment.ts';
import { type ATTRIBUTES, COLORS, modifiers, type Style } from './theme.ts';

/** Writes lines as text for a terminal: each style opened and closed on its own line, each link too. */
export type Painter = (line: Line) => string;

/** A painter for a page. On a page without colour it writes the bare text, without any escape byte. */
export function painter(page: Page): Painter {
  if (page.colorLevel === 0) return bareText;
  const known = new Map<Style, Sequences>();
  const paint = (style: Style, text: string): string => {
    if (style === 0 || text === '') return text;
    let sequences = known.get(style);
    if (!sequences) {
      sequences = sequencesOf(style);
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
      let text = first.text;
      let end = index + 1;
      for (; end < line.length; end++) {
        const next = line[end];
        if (!next || next.style !== first.style || next.link?.id !== first.link?.id) break;
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

/** What opens a style and what closes it, as chalk writes both: its own code takes a start a millisecond. */
interface Sequences {
  readonly open: string;
  readonly close: string;
}

function sequencesOf(style: Style): Sequences {
  let open = '';
  let close = '';
  for (const modifier of modifiers(style)) {
    const color = (COLORS as readonly string[]).indexOf(modifier);
    const [on, off] = color < 0 ? attributes[modifier as Attribute] : [color < 8 ? 30 + color : 82 + color, 39];
    open += `\x1b[${on}m`;
    close = `\x1b[${off}m${close}`;
  }
  return { open, close };
}

type Attribute = (typeof ATTRIBUTES)[number];

/** ECMA-48, 8.3.117. */
const attributes: Readonly<Record<Attribute, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  strikethrough: [9, 29],
  inverse: [7, 27],
};

function bareText(line: Line): string {
  let out = '';
  for (const segment of line) out += segment.text;
  return out;
}
