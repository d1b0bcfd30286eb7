import { ownProperty } from '../../../text/own-property.ts';

/** The deepest nesting: real pages stay below 60. */
export const depthLimit = 128;
/** The deepest nesting of lists, tables and quotations: deeper ones have no room for an indent. */
export const containerLimit = 24;
export const containerElements: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'table', 'blockquote']);

const voidElements = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** Elements that end where another one of the same group begins, since their end tags may be left out. */
const endedBy: Readonly<Record<string, RegExp>> = {
  p: /^p$/,
  li: /^li$/,
  option: /^option$/,
  dd: /^d[dt]$/,
  dt: /^d[dt]$/,
  td: /^t[dh]$/,
  th: /^t[dh]$/,
  tr: /^t[rdh]$/,
};

/**
 * Drops the tags, not the text, of elements nested too deep, with a space in their place: parsing and all that follows
 * take quadratic time in the depth. A page without such elements is returned unchanged.
 */
export function boundDepth(html: string): string {
  const tag =
    /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][^\s/>]*)[^>]*>?/gi;
  const open: string[] = [];
  /** For each name, how many elements were open where each dropped one began. */
  const droppedAt = new Map<string, number[]>();
  const kept: string[] = [];
  let from = 0;
  const drop = (start: number, end: number) => {
    kept.push(html.slice(from, start), ' ');
    from = end;
  };
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const name = match[3]?.toLowerCase();
    if (!name || voidElements.has(name)) continue;
    const dropped = droppedAt.get(name) ?? [];
    if (match[2]) {
      while ((dropped.at(-1) ?? 0) > open.length) dropped.pop();
      const at = open.lastIndexOf(name);
      if ((dropped.at(-1) ?? -1) > at) {
        dropped.pop();
        drop(match.index, tag.lastIndex);
      } else if (at >= 0) open.length = at;
      continue;
    }
    const ended = ownProperty(endedBy, name);
    while (ended?.test(open.at(-1) ?? '')) open.pop();
    const isTooDeep =
      open.length >= depthLimit ||
      (containerElements.has(name) && open.filter((outer) => containerElements.has(outer)).length >= containerLimit);
    if (!isTooDeep) open.push(name);
    else {
      droppedAt.set(name, dropped);
      dropped.push(open.length);
      drop(match.index, tag.lastIndex);
    }
  }
  return from === 0 ? html : kept.join('') + html.slice(from);
}
