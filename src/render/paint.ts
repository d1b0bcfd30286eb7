import { type AnsiStyle, ansiStyles } from './ansi-styles.ts';
import type { Page } from './page.ts';
import type { Line } from './segment.ts';
import { modifiers, type Style } from './theme.ts';

/** Writes lines as text for a terminal: each style opened and closed on its own line, each link too. */
export type Painter = (line: Line) => string;

/** A painter for a page. On a page without colour it writes the bare text, without any escape byte. */
export function painter(page: Page): Painter {
  if (page.colorLevel === 0) return bareText;
  const known = new Map<Style, AnsiStyle>();
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

/** A style's escape sequences: those of its colour and attributes, one within the other. */
function sequencesOf(style: Style): AnsiStyle {
  let open = '';
  let close = '';
  for (const name of modifiers(style)) {
    open += ansiStyles[name]?.open ?? '';
    close = (ansiStyles[name]?.close ?? '') + close;
  }
  return { open, close };
}

function bareText(line: Line): string {
  let out = '';
  for (const segment of line) out += segment.text;
  return out;
}
