// The control sequences that set the terminal's modes, by xterm's names.

/** The alternate screen; no cursor; no wrapping at the edge; bracketed paste; the wheel sends arrow keys. */
const on = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[?1007s\x1b[?1007h\x1b[2J';
/** All of it undone, whatever was on, in reverse order. */
export const leaveModes = '\x1b[?1006l\x1b[?1002l\x1b[?2004l\x1b[?2026l\x1b[?1007r\x1b[?7h\x1b[0m\x1b[?25h\x1b[?1049l';

/** Returns the sequences that set the reader's modes, with the mouse captured or left to the terminal. */
export function enterModes(mouse: boolean): string {
  return on + mouseModes(mouse);
}

/** Returns the sequences for buttons and drags in SGR notation; the wheel needs no mouse. */
export function mouseModes(captured: boolean): string {
  return captured ? '\x1b[?1002h\x1b[?1006h' : '\x1b[?1006l\x1b[?1002l';
}

/** The largest text that is copied to the clipboard, in bytes. */
export const mostCopied = 100_000;

/** Returns the sequence that copies a text to the terminal's clipboard (OSC 52); undefined for one that is too long. */
export function copySequence(text: string): string | undefined {
  const bytes = Buffer.from(text);
  return bytes.length > mostCopied ? undefined : `\x1b]52;c;${bytes.toString('base64')}\x07`;
}
