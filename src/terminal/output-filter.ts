import { closeBidi } from '../text/sanitize.ts';

export interface OutputFilterOptions {
  /** Whether escape sequences may pass at all: never in plain text, Markdown and JSON. */
  readonly escapes: boolean;
}

/**
 * Creates the last filter before a stream. Of control characters and sequences only those pass that a renderer writes:
 * tab and newline (also with a carriage return before it), and where `escapes` are allowed SGR and OSC 8 ended by ST, closing or with an http, https or mailto
 * address. Every other sequence loses its control characters, and so does one that is cut in two between chunks.
 */
export function createOutputFilter({ escapes }: OutputFilterOptions): (chunk: string) => string {
  const unwanted = escapes ? controlOutsideAllowed : control;
  const pattern = escapes ? allowedOrControl : everyControl;
  return (chunk) => {
    const passed = unwanted.test(chunk) ? chunk.replace(pattern, (match) => (match.length > 1 ? match : '')) : chunk;
    return closeBidi(passed);
  };
}

// An address in OSC 8 is made of printable ASCII alone, as its specification wants.
const sgr = String.raw`\[[\d;:]*m`;
const link = String.raw`\]8;[\w=:.-]*;(?:(?:https?:\/\/|mailto:)[!-~]*)?\x1b\\`;
// A carriage return passes before a newline alone, as CSV has it.
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]|\r(?!\n)/;
const everyControl = new RegExp(control, 'g');
const controlOutsideAllowed = new RegExp(
  String.raw`\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202d\u202e]|\x1b(?!${sgr}|${link}|\\)|(?<!\x1b\]8;[^\x1b]*)\x1b\\`,
);
const allowedOrControl = new RegExp(
  String.raw`\x1b${sgr}|\x1b${link}|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]|\r(?!\n)`,
  'g',
);
