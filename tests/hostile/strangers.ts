/**
 * Names what a terminal would obey or hide in a text, but for what a renderer writes: an empty list is what is wanted.
 */
export function strangersIn(text: string, { escapes }: { readonly escapes: boolean }): string[] {
  const rest = escapes ? text.replace(written, '') : text;
  const found = [...rest.matchAll(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g)].map(([character]) => `control ${code(character)}`);
  // One selector after an ideograph chooses its shape (UTS 37).
  const shaped = rest.replace(/(?<=\p{Unified_Ideograph})[\u{e0100}-\u{e01ef}]/gu, '');
  for (const [character] of shaped.matchAll(/[\u{e0000}-\u{e0fff}]/gu)) {
    if (!/\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}/u.test(rest)) found.push(`invisible ${code(character)}`);
  }
  for (const [character] of rest.matchAll(
    /[\u200b\u2028\u2029\u202d\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\u00ad]/g,
  )) {
    found.push(`invisible ${code(character)}`);
  }
  // As JSON writes them.
  for (const [override] of rest.matchAll(/\\u202[de]/gi)) found.push(`invisible ${override}`);
  // Most texts open none.
  for (const line of /[\u202a\u202b\u2066-\u2068]/.test(rest) ? rest.split('\n') : [])
    if (leavesOpen(line)) found.push(`direction left open in ${JSON.stringify(line)}`);
  return found;
}

// By the specifications, not by what the program has for it: ECMA-48's SGR, and OSC 8 as terminals document it.
const written = /\x1b\[[0-9;:]*m|\x1b\]8;[^;\x00-\x20]*;(?:(?:https?:\/\/|mailto:)[\x21-\x7e]*)?\x1b\\/g;

function leavesOpen(line: string): boolean {
  const open: string[] = [];
  for (const character of line) {
    if ('\u202a\u202b'.includes(character)) open.push('\u202c');
    else if ('\u2066\u2067\u2068'.includes(character)) open.push('\u2069');
    else if (character === '\u202c' && open.at(-1) === '\u202c') open.pop();
    else if (character === '\u2069' && open.includes('\u2069')) while (open.pop() !== '\u2069');
  }
  return open.length > 0;
}

const code = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
