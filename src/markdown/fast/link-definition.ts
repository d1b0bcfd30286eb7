import { lineEnd } from './block-start.ts';

/** A link reference definition on one line. */
export interface Definition {
  readonly label: string;
  readonly href: string;
  readonly title: string | undefined;
  readonly end: number;
}

/** Parses a link reference definition on one line; undefined where the line is none. */
export function readDefinition(text: string, first: number): Definition | 'ambiguous' | undefined {
  label.lastIndex = first;
  const at = label.test(text) ? label.lastIndex : text.length;
  // Of a label it is `]:` that makes a definition, and nothing else.
  if (at < text.length && !text.startsWith(']:', at)) return undefined;
  const end = lineEnd(text, first);
  if (at >= end) return 'ambiguous';
  const name = text.slice(first + 1, at);
  const [, destination, title] = /^ *([^<\s]\S*)(?: +"([^"\\]*)")? *$/.exec(text.slice(at + 2, end)) ?? [];
  if (destination === undefined || name.trim() === '' || name.includes('\\')) return 'ambiguous';
  // marked takes Unicode's punctuation for escaped too.
  if (/\\[^\0-~]/.test(destination)) return 'ambiguous';
  // The title may be on the next line.
  if (title === undefined && /^[ \t]*["'(]/.test(text.slice(end + 1, end + 100))) return 'ambiguous';
  return { label: name, href: destination.replace(/\\([!-/:-@[-`{-~])/g, '$1'), title, end };
}

/** A label up to what ends it: it may go on over lines. */
const label = /\[(?:[^[\]\\]|\\[\s\S]){0,1000}(?=[[\]])/y;
