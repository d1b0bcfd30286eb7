import { type Definitions, normalizeLabel } from '../definitions.ts';
import { codeSpanAt } from './inline-rules.ts';

export const noClosers: ReadonlyMap<number, number> = new Map();

/**
 * Matches brackets outside of code spans. Where backticks are no code span, or come right before a closing bracket, marked
 * has rules of its own: undefined, unless there is no link.
 */
export function matchBrackets(source: string, { links }: Definitions): ReadonlyMap<number, number> | undefined {
  const unclosed: number[] = [];
  const closers = new Map<number, number>();
  const open: number[] = [];
  const character = /[\\`[\]]/g;
  while (character.test(source)) {
    const at = character.lastIndex - 1;
    const code = source[at];
    if (code === '\\') character.lastIndex = at + 2;
    else if (code === '`') {
      const span = codeSpanAt(source, at, unclosed);
      if (!span || source[span.start] === ']') return mayHoldLink(source, links) ? undefined : noClosers;
      character.lastIndex = span.end;
    } else if (code === '[') open.push(at);
    else {
      const opened = open.pop();
      if (opened !== undefined) closers.set(opened, at);
    }
  }
  return closers;
}

function mayHoldLink(source: string, links: Definitions['links']): boolean {
  if (/\][([]/.test(source)) return true;
  for (const [, label = ''] of source.matchAll(/\[([^[\]]*)\]/g)) if (normalizeLabel(label) in links) return true;
  return false;
}

/** Returns how deep brackets nest in a text. */
export function bracketDepth(text: string): number {
  let depth = 0;
  let greatest = 0;
  for (const [bracket] of text.matchAll(/[[\]]/g)) {
    depth += bracket === '[' ? 1 : -1;
    greatest = Math.max(greatest, depth);
  }
  return greatest;
}
