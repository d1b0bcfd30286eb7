/** A key, a movement of the mouse or a pasted text, as a terminal reports them. */
export type InputEvent = KeyEvent | MouseEvent | PasteEvent;

/**
 * A key by its name: the character itself, else `enter`, `escape`, `space`, `up`, `pagedown`, `f1` and so on, with
 * `ctrl-`, `alt-` and `shift-` before it in this order. A shifted character is the character that it gives: `G`.
 */
interface KeyEvent {
  readonly type: 'key';
  readonly key: string;
}

/** What the mouse has done, at a cell counted from 0. */
export interface MouseEvent {
  readonly type: 'mouse';
  readonly action: 'press' | 'release' | 'drag' | 'wheel-up' | 'wheel-down';
  readonly column: number;
  readonly row: number;
}

/** A text that was pasted while bracketed paste was on. */
interface PasteEvent {
  readonly type: 'paste';
  readonly text: string;
}

/** A decoder of what a terminal sends. */
export interface Decoder {
  /** Takes bytes, cut anywhere, and gives the events that they complete. */
  readonly push: (bytes: Uint8Array) => readonly InputEvent[];
  /** Signals that nothing more came for a while: a pending escape character was the Escape key. */
  readonly flush: () => readonly InputEvent[];
  /** Whether input is pending, so that `flush` has to be called in time. */
  readonly isWaiting: () => boolean;
}

/** The milliseconds after which a lone escape character is the key: terminals send a sequence in one go. */
export const escapeDelay = 30;

/** The longest control sequence recognized, and the longest reply and paste kept, in characters. */
const longest = { sequence: 64, reply: 4096, paste: 100_000 };

/** Creates a decoder of terminal input: UTF-8, CSI and SS3 keys, SGR mouse, kitty's protocol, bracketed paste. */
export function createDecoder(): Decoder {
  const utf8 = new TextDecoder();
  let rest = '';
  let pasted: string | undefined;

  const take = (ended: boolean): InputEvent[] => {
    const events: InputEvent[] = [];
    let at = 0;
    while (at < rest.length) {
      if (pasted !== undefined) {
        const end = rest.indexOf(pasteEnd, at);
        // The end of the paste may be cut: its first characters wait for the others.
        const safe = end >= 0 ? end : Math.max(at, rest.length - pasteEnd.length + 1);
        if (pasted.length < longest.paste) pasted += rest.slice(at, safe).slice(0, longest.paste - pasted.length);
        at = safe;
        if (end < 0) break;
        events.push({ type: 'paste', text: pasted });
        pasted = undefined;
        at = end + pasteEnd.length;
        continue;
      }
      const found = readOne(rest, at, ended);
      if (found === undefined) break;
      at = found.end;
      if (found.event === 'paste') pasted = '';
      else if (found.event !== undefined) events.push(found.event);
    }
    rest = rest.slice(at);
    return events;
  };

  return {
    push(bytes) {
      rest += utf8.decode(bytes, { stream: true });
      return take(false);
    },
    flush: () => (pasted === undefined ? take(true) : []),
    isWaiting: () => rest !== '' && pasted === undefined,
  };
}

const pasteEnd = '\x1b[201~';

interface Found {
  readonly event: InputEvent | 'paste' | undefined;
  readonly end: number;
}

/** Reads the event at `at`; undefined while it is incomplete, which it never is once the input has `ended`. */
function readOne(text: string, at: number, ended: boolean): Found | undefined {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (character !== '\x1b') return { event: plainKey(character), end: at + character.length };
  const next = text.charAt(at + 1);
  if (next === '') return ended ? { event: key('escape'), end: at + 1 } : undefined;
  if (next === '\x1b') return { event: key('escape'), end: at + 1 };
  if (next === '[') return readControlSequence(text, at, ended);
  if (next === 'O') return readShifted(text, at, ended);
  if (/[\]PX^_]/.test(next)) return readReply(text, at, ended);
  const other = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
  const event = plainKey(other);
  return { event: event && key(`alt-${event.key}`), end: at + 1 + other.length };
}

function key(name: string): KeyEvent {
  return { type: 'key', key: name };
}

function plainKey(character: string): KeyEvent | undefined {
  const code = character.codePointAt(0) ?? 0;
  const named = controls[code];
  if (named !== undefined) return key(named);
  if (code < 27) return key(`ctrl-${String.fromCharCode(code + 96)}`);
  if (code < 32) return key(`ctrl-${String.fromCharCode(code + 64)}`);
  // C1 controls, what was no UTF-8, and halves of characters are no keys.
  if ((code >= 0x80 && code < 0xa0) || code === 0xfffd || (code >= 0xd800 && code < 0xe000)) return undefined;
  return key(character);
}

const controls: Readonly<Record<number, string>> = {
  0: 'ctrl-space',
  8: 'backspace',
  9: 'tab',
  10: 'enter',
  13: 'enter',
  32: 'space',
  127: 'backspace',
};

/** Reads CSI: parameters, intermediates and a final character (ECMA-48, 5.4). */
function readControlSequence(text: string, at: number, ended: boolean): Found | undefined {
  // The console of Linux: ESC [ [ A is F1.
  if (text.charAt(at + 2) === '[') {
    const letter = text.charAt(at + 3);
    if (letter === '') return ended ? { event: undefined, end: at + 3 } : undefined;
    const place = 'ABCDE'.indexOf(letter);
    return { event: place < 0 ? undefined : key(`f${place + 1}`), end: at + 4 };
  }
  const part = text.slice(at + 2, at + 2 + longest.sequence);
  const [whole, parameters = '', , final] = /^([0-?]*)([ -/]*)([@-~])/.exec(part) ?? [];
  if (whole === undefined) {
    const [begun = ''] = /^[0-?]*[ -/]*/.exec(part) ?? [];
    const isCut = begun.length === part.length && part.length < longest.sequence;
    if (isCut && !ended) return undefined;
    if (isCut && begun === '') return { event: key('alt-['), end: at + 2 };
    return { event: undefined, end: at + 2 + begun.length };
  }
  const end = at + 2 + whole.length;
  // The mouse's oldest reports have three characters after the sequence, each any character at all.
  if (final === 'M' && parameters === '')
    return end + 3 > text.length && !ended ? undefined : { event: undefined, end: Math.min(end + 3, text.length) };
  return { event: sequenceEvent(parameters, whole), end };
}

function sequenceEvent(parameters: string, whole: string): InputEvent | 'paste' | undefined {
  const final = whole.at(-1) ?? '';
  if (parameters.startsWith('<')) return mouseEvent(parameters.slice(1), final);
  if (/[<=>?]/.test(parameters) || whole.length !== parameters.length + 1) return undefined;
  // Sub-parameters: kitty's other layouts of a key, and whether it was pressed (1), repeated (2) or released (3).
  const fields = parameters.split(';').map((field) => field.split(':').map((number) => Number(number || '0')));
  const first = fields[0]?.[0] ?? 0;
  const modifiers = Math.max(0, (fields[1]?.[0] ?? 1) - 1);
  if (fields[1]?.[1] === 3) return undefined;
  if (final === 'u') return characterKey(first, modifiers);
  if (final === '~') {
    if (first === 200) return 'paste';
    if (first === 27) return characterKey(fields[2]?.[0] ?? 0, modifiers);
    const name = numbered[first];
    return name === undefined ? undefined : key(modified(name, modifiers));
  }
  if (final === 'Z') return key('shift-tab');
  const name = lettered[final];
  return name === undefined ? undefined : key(modified(name, modifiers));
}

const lettered: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  E: 'begin',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
};

const numbered: Readonly<Record<number, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
  11: 'f1',
  12: 'f2',
  13: 'f3',
  14: 'f4',
  15: 'f5',
  17: 'f6',
  18: 'f7',
  19: 'f8',
  20: 'f9',
  21: 'f10',
  23: 'f11',
  24: 'f12',
};

function modified(name: string, modifiers: number): string {
  return `${modifiers & 4 ? 'ctrl-' : ''}${modifiers & 2 ? 'alt-' : ''}${modifiers & 1 ? 'shift-' : ''}${name}`;
}

/** Returns the key of a code point, as kitty's protocol and xterm's modifyOtherKeys report it. */
function characterKey(code: number, modifiers: number): KeyEvent | undefined {
  if (code >= 57344 && code <= 63743) {
    const name = keypad[code];
    return name === undefined ? undefined : key(modified(name, modifiers));
  }
  if (code === 27) return key(modified('escape', modifiers));
  if (code === 0 || code > 0x10ffff) return undefined;
  const event = plainKey(String.fromCodePoint(code));
  if (event === undefined || event.key.startsWith('ctrl-')) return undefined;
  if ([...event.key].length > 1) return key(modified(event.key, modifiers));
  const shifted = modifiers & 1 ? event.key.toUpperCase() : event.key;
  return key(modified([...shifted].length === 1 ? shifted : event.key, modifiers & 6));
}

/** The keys of kitty's keypad that write a character. */
const keypad: Readonly<Record<number, string>> = {
  ...Object.fromEntries([...'0123456789./*-+'].map((character, index) => [57399 + index, character])),
  57414: 'enter',
  57417: 'left',
  57418: 'right',
  57419: 'up',
  57420: 'down',
  57421: 'pageup',
  57422: 'pagedown',
  57423: 'home',
  57424: 'end',
};

function mouseEvent(parameters: string, final: string): MouseEvent | undefined {
  if (!/^\d+;\d+;\d+$/.test(parameters) || !/^[Mm]$/.test(final)) return undefined;
  const [button = 0, x = 0, y = 0] = parameters.split(';').map(Number);
  const place = { type: 'mouse', column: Math.max(0, x - 1), row: Math.max(0, y - 1) } as const;
  if (button & 64) {
    const wheel = button & 3;
    if (wheel > 1) return undefined;
    return { ...place, action: wheel === 0 ? 'wheel-up' : 'wheel-down' };
  }
  // The left button alone: the others paste and open the terminal's menus.
  if ((button & 3) !== 0) return undefined;
  return { ...place, action: button & 32 ? 'drag' : final === 'M' ? 'press' : 'release' };
}

/** Reads SS3: cursor and function keys in application mode. */
function readShifted(text: string, at: number, ended: boolean): Found | undefined {
  const letter = text.charAt(at + 2);
  if (letter === '') return ended ? { event: key('alt-O'), end: at + 2 } : undefined;
  const name = lettered[letter] ?? (letter === 'M' ? 'enter' : undefined);
  // Alt-O and then another key, sent together.
  if (name === undefined) return { event: key('alt-O'), end: at + 2 };
  return { event: key(name), end: at + 3 };
}

/** Skips OSC, DCS, SOS, PM and APC: replies of the terminal that were not requested here. */
function readReply(text: string, at: number, ended: boolean): Found | undefined {
  if (ended && text.length === at + 2) return { event: key(`alt-${text.charAt(at + 1)}`), end: at + 2 };
  const end = /\x07|\x1b\\|\x18|\x1a/.exec(text.slice(at + 2, at + 2 + longest.reply));
  if (end) return { event: undefined, end: at + 2 + end.index + end[0].length };
  if (text.length - at > longest.reply) return { event: undefined, end: at + 2 + longest.reply };
  return undefined;
}
