import { closeBidi } from '../text/sanitize.ts';

export interface OutputFilterOptions {
  /** Whether escape sequences may pass at all: never in plain text, Markdown and JSON. */
  readonly escapes: boolean;
  /** Whether images may pass as well, as the renderer draws them. */
  readonly images?: boolean;
}

/**
 * Creates the last filter before a stream. Of control characters and sequences only those that a renderer writes pass:
 * tab and newline (also with a carriage return before it), and where `escapes` are allowed SGR and OSC 8 ended by ST,
 * closing or with an http, https or mailto address. Every other sequence loses its control characters, and so does one
 * that is split between chunks.
 */
export function createOutputFilter({ escapes, images = false }: OutputFilterOptions): (chunk: string) => string {
  const filter = textFilter(escapes);
  return images ? exceptImages(filter) : filter;
}

function textFilter(escapes: boolean): (chunk: string) => string {
  const unwanted = escapes ? controlOutsideAllowed : control;
  const pattern = escapes ? allowedOrControl : everyControl;
  return (chunk) => {
    const passed = unwanted.test(chunk) ? chunk.replace(pattern, (match) => (match.length > 1 ? match : '')) : chunk;
    return closeBidi(passed);
  };
}

/** Passes images unchanged, and the text between them through a filter. */
function exceptImages(filter: (text: string) => string): (chunk: string) => string {
  return (chunk) => {
    let passed = '';
    let done = 0;
    for (const { index, 0: drawn } of chunk.matchAll(image)) {
      passed += filter(chunk.slice(done, index)) + drawn;
      done = index + drawn.length;
    }
    return passed + filter(chunk.slice(done));
  };
}

// An address in OSC 8 is printable ASCII alone, as its specification requires.
const sgr = String.raw`\[[\d;:]*m`;
const link = String.raw`\]8;[\w=:.-]*;(?:(?:https?:\/\/|mailto:)[!-~]*)?\x1b\\`;
// A carriage return passes before a newline alone, as in CSV.
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]|\r(?!\n)/;
const everyControl = new RegExp(control, 'g');
const controlOutsideAllowed = new RegExp(
  String.raw`\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202d\u202e]|\x1b(?!${sgr}|${link}|\\)|\x1b\\(?<!\x1b\]8;[^\x1b]*\x1b\\)`,
);
const allowedOrControl = new RegExp(
  String.raw`\x1b${sgr}|\x1b${link}|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]|\r(?!\n)`,
  'g',
);

// An image, as `render/images/draw-image.ts` writes it: base64 and numbers between saving and restoring the
// cursor.
const base64 = '[A-Za-z0-9+/]+={0,2}';
const kitty = String.raw`\x1b_Ga=T,f=100,C=1,c=\d{1,4},r=\d{1,4},q=2,m=[01];${base64}\x1b\\(?:\x1b_Gq=2,m=[01];${base64}\x1b\\)*`;
const iterm2 = String.raw`\x1b\]1337;File=inline=1;size=\d{1,8};width=\d{1,4};height=\d{1,4};preserveAspectRatio=1:${base64}\x07`;
const image = new RegExp(String.raw`\x1b7\x1b\[\d{1,4}A(?:${kitty}|${iterm2})\x1b8`, 'g');
