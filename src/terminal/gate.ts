import { closeBidi } from '../text/sanitize.ts';

export interface GateOptions {
  /** Whether escape sequences may pass at all: never in plain text, Markdown and JSON. */
  readonly escapes: boolean;
}

/**
 * The last gate before a stream. Of control characters and sequences only those pass that a renderer writes: tab and
 * newline, and where `escapes` are allowed SGR and OSC 8 ended by ST, closing or with an http, https or mailto
 * address. What is left over from anything else is text. A sequence cut in two by the border of chunks is not one:
 * its control characters are dropped.
 */
export function gate({ escapes }: GateOptions): (chunk: string) => string {
  const stranger = escapes ? strangerAmongEscapes : control;
  const pattern = escapes ? allowedOrControl : everyControl;
  return (chunk) => {
    const passed = stranger.test(chunk) ? chunk.replace(pattern, (match) => (match.length > 1 ? match : '')) : chunk;
    return closeBidi(passed);
  };
}

// An address in OSC 8 is made of printable ASCII alone, as its specification wants.
const sgr = String.raw`\[[\d;:]*m`;
const link = String.raw`\]8;[\w=:.-]*;(?:(?:https?:\/\/|mailto:)[!-~]*)?\x1b\\`;
const control = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;
const everyControl = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;
const strangerAmongEscapes = new RegExp(
  String.raw`[\0-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]|\x1b(?!${sgr}|${link}|\\)|(?<!\x1b\]8;[^\x1b]*)\x1b\\`,
);
const allowedOrControl = new RegExp(String.raw`\x1b${sgr}|\x1b${link}|[\0-\x08\x0b-\x1f\x7f-\x9f]`, 'g');
