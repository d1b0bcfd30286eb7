import type { Line } from '../segment.ts';
import type { Context } from './context.ts';

const ruleLength = 24;

/** Lays out a thematic break: a short line in the middle of the page. Nothing is drawn on an accessible page. */
export function rule(width: number, context: Context): Line[] {
  if (context.page.accessible) return [];
  const length = Math.min(ruleLength, width);
  const indent = ' '.repeat(Math.floor((width - length) / 2));
  return [
    [
      { text: indent, style: 0 },
      { text: context.symbols.line.repeat(length), style: context.theme.rule },
    ],
  ];
}
