import type { Tokenizer, Tokens } from 'marked';

/**
 * marked's rule for text, for the runs in which no address can begin and no line is broken hard: it ends before the next
 * character that may begin something else. marked's expression asks nine questions of each character; `false` leaves
 * it the runs that need them.
 */
export function inlineText(this: Tokenizer, source: string): Tokens.Text | false {
  const first = source.charCodeAt(0);
  if (first === 0x60 || first === 0x7e) return false;
  table ??= kindsOfAscii();
  const kinds = table;
  let end = 1;
  for (; end < source.length; end += 1) {
    const code = source.charCodeAt(end);
    if (code < 0x80 && kinds[code] === stops) break;
    if (code < 0x80 && kinds[code] === unclear && isUnclear(source, end, code)) return false;
  }
  const raw = source.slice(0, end);
  return { type: 'text', raw, text: raw, escaped: this.lexer.state.inRawBlock };
}

const stops = 1;
const unclear = 2;
let table: Uint8Array | undefined;

function kindsOfAscii(): Uint8Array {
  const kinds = new Uint8Array(0x80);
  for (const character of '\\<![`*~_') kinds[character.charCodeAt(0)] = stops;
  for (const character of ':@\nwW') kinds[character.charCodeAt(0)] = unclear;
  return kinds;
}

/** Whether an address may begin before or at this character, or a hard break end with it. */
function isUnclear(source: string, at: number, code: number): boolean {
  if (code === 0x0a) return source.charCodeAt(at - 1) === 0x20 && source.charCodeAt(at - 2) === 0x20;
  if (code === 0x77 || code === 0x57) return source.slice(at, at + 4).toLowerCase() === 'www.';
  return true;
}
