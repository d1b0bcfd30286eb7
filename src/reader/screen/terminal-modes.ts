// What a terminal is told, by the names of xterm's control sequences.

/** The alternate screen; no cursor; no wrapping at the edge; pastes told from keys; the wheel sends arrow keys. */
const on = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[?1007s\x1b[?1007h\x1b[2J';
/** All of it undone, whatever was on, the innermost first. */
export const leaveModes = '\x1b[?1006l\x1b[?1002l\x1b[?2004l\x1b[?2026l\x1b[?1007r\x1b[?7h\x1b[0m\x1b[?25h\x1b[?1049l';

/** The modes of the reader, with the mouse captured or left to the terminal. */
export function enterModes(mouse: boolean): string {
  return on + mouseModes(mouse);
}

/** Buttons and movement while one is pressed, in SGR's notation; the wheel needs no mouse. */
export function mouseModes(captured: boolean): string {
  return captured ? '\x1b[?1002h\x1b[?1006h' : '\x1b[?1006l\x1b[?1002l';
}

/** The largest text that is handed to the clipboard, in bytes. */
export const mostCopied = 100_000;

/** The sequence that hands a text to the terminal's clipboard (OSC 52); undefined for one that is too long. */
export function copySequence(text: string): string | undefined {
  const bytes = Buffer.from(text);
  return bytes.length > mostCopied ? undefined : `\x1b]52;c;${bytes.toString('base64')}\x07`;
}
