import { linkTarget } from '../../text/link-target.ts';
import { cleanLine } from '../../text/sanitize.ts';
import type { LinksView } from '../../view/view.ts';
import type { Line, Segment } from '../segment.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { hasRoom, prefix } from './indent.ts';
import { spaced } from './spacing.ts';

/** Lays out the links, each with its number, its words and, on the next line, its address. */
export function* linksChunks({ links }: LinksView, width: number, context: Context): Generator<Line[]> {
  const { theme, breaking } = context;
  const body = spaced();
  const digits = `${links.length}`.length;
  for (const { number, text, address } of links) {
    const marker: Segment = { text: `${`${number}`.padStart(digits)}  `, style: theme.number };
    const target = linkTarget(address);
    const shown: Segment = {
      text: cleanLine(address),
      style: theme.link,
      ...(target !== undefined && { link: { id: number, address: target } }),
    };
    const layOut = (columns: number): Line[] => [
      ...(text === '' ? [] : wrap([{ text: cleanLine(text), style: theme.text }], columns, breaking)),
      ...wrap([shown], columns, breaking),
    ];
    const taken = digits + 2;
    yield body(
      hasRoom(width, taken)
        ? prefix(layOut(width - taken), marker)
        : [...wrap([marker], width, breaking), ...layOut(width)],
      0,
    );
  }
}
