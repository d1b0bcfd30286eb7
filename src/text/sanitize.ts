import { isTrailSurrogate } from './code-units.ts';
import { isUnspaced } from './unspaced.ts';

/**
 * Sanitizes text whose character references are decoded, so that it can neither control a terminal nor hide anything:
 * well-formed CSI sequences are removed whole; of every other sequence only the control characters (C0 but tab and
 * newline, DEL, C1), so that no visible word is lost; U+0000 becomes U+FFFD; tag characters and other invisible ones
 * are removed where they do no typographic work; so are bidirectional overrides, which make `moc.knab` read "bank.com".
 * Clean text is returned unchanged. Bidirectional embeddings and isolates stay: see {@link closeBidi}.
 */
export function cleanText(text: string): string {
  extraordinary.lastIndex = 0;
  if (!extraordinary.test(text)) return text;
  let cleaned = '';
  let done = 0;
  do {
    const index = extraordinary.lastIndex - 1;
    unwanted.lastIndex = index;
    const match = unwanted.exec(text)?.[0];
    if (match === undefined) continue;
    extraordinary.lastIndex = index + match.length;
    const kept = clean(match, index, text);
    // Most suspect characters may stay, and then a long text needs no copy.
    if (kept === match) continue;
    cleaned += text.slice(done, index) + kept;
    done = index + match.length;
  } while (extraordinary.test(text));
  return done === 0 ? text : cleaned + text.slice(done);
}

// Everything unwanted begins with one of these; one class of units is searched ten times as fast as `unwanted`. Ordinary
// letters, symbols and emoji do not: a text may have thousands of them.
const extraordinary =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single UTF-16 units are meant.
  /[^\t\n\x20-\x7e\xa0-\xac\xae-\u034e\u0350-\u061b\u2010-\u2027\u202f-\u205f\u2070-\u3163\u3165-\ud7ff\ud83d\ud83e\udc00-\udfff]/g;

/**
 * Sanitizes as {@link cleanText} does what must stay on one line: names, titles, arguments. White space becomes one
 * space, except for no-break spaces.
 */
export function cleanLine(text: string): string {
  return closeBidi(cleanText(text.replace(/[^\S\u00a0\u202f]+/g, ' ')).trim());
}

/**
 * Makes visible what {@link cleanText} would remove, and bidirectional controls: `␛` for a control character, `U+202E`
 * for the rest. Numeric references to such characters are shown too, except in code.
 */
export function revealHidden(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  const shown = lines.replace(revealed, (match, offset: number) =>
    clean(match, offset, lines) === match && !bidi.test(match) ? match : Array.from(match, show).join(''),
  );
  return shown.includes('&#') ? shown.replace(reference, showReference) : shown;
}

/**
 * Closes every bidirectional embedding and isolate by the end of its line, so that it cannot reorder what follows. (To
 * Unicode's algorithm, UAX 9, a line break ends a paragraph.)
 */
export function closeBidi(text: string): string {
  return bidi.test(text) ? text.replace(/[^\n]+/g, (line) => line + bidiClosers(line)) : text;
}

/** Returns the characters that close what a text leaves open: U+202C for embeddings, U+2069 for isolates. */
export function bidiClosers(text: string): string {
  if (!bidi.test(text)) return '';
  const open: string[] = [];
  for (const [control] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    if (control === popFormat) open.at(-1) === popFormat && open.pop();
    else if (control === popIsolate) open.includes(popIsolate) && open.splice(open.lastIndexOf(popIsolate));
    // UAX 9 ignores what is nested deeper than 125 levels: there is nothing to close then.
    else if (open.length < 125) open.push(control >= '\u2066' ? popIsolate : popFormat);
  }
  return open.reverse().join('');
}

const popFormat = '\u202c';
const popIsolate = '\u2069';
/** A bidirectional embedding, override or isolate, or what ends one. */
export const bidi = /[\u202a-\u202e\u2066-\u2069]/;

// No flag `u` and no `\p`: this test runs over all text.
const controls = String.raw`\0-\x08\x0b-\x1f\x7f-\x9f`;
const invisible = String.raw`\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028\u2029\u202d\u202e\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb`;
const suspect = new RegExp(
  String.raw`[${controls}${invisible}]|\ud82f[\udca0-\udca3]|\ud834[\udd73-\udd7a]|[\udb40-\udb43]`,
);
const csi = String.raw`(?:\x1b\[(?:[0-?]*[!-/]*|[0-?]+ )|\x9b[0-?]+[ -/]?)[@-~]`;
const flag = String.raw`\ud83c\udff4(?:\udb40[\udc20-\udc7e])+\udb40\udc7f`;
const plane14 = String.raw`[\udb40-\udb43][\udc00-\udfff]`;
const unwanted = new RegExp(`${csi}|${flag}|${plane14}|${suspect.source}`, 'y');
const revealed = new RegExp(`${flag}|${plane14}|${suspect.source}|${bidi.source}`, 'g');
const reference =
  /(^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\2|$(?![\s\S]))|(`+)[^`][\s\S]*?\3)|&#(?:(\d{1,7})|[xX]([\da-fA-F]{1,6}));/gm;

function clean(match: string, offset: number, whole: string): string {
  const code = match.codePointAt(0) ?? 0;
  if (code === 0) return '\ufffd';
  if (code < 0xa0) return '';
  if (code === 0x1f3f4) return match;
  // A line separator is no line end in Markdown, and must not become one.
  if (code === 0x2028 || code === 0x2029) return ' ';
  return works(code, before(whole, offset), whole.codePointAt(offset + match.length) ?? 0) ? match : '';
}

/** Reports whether an invisible character does typographic work between its neighbours. */
function works(code: number, previous: number, next: number): boolean {
  // Directional marks reorder only their neighbours; a sequence of them is a hidden message.
  if (code === 0x200e || code === 0x200f || code === 0x61c) return previous !== code;
  if (code >= 0xfe00 && code <= 0xfe0f) return previous > 0x20 && !isSelector(previous);
  if (code >= 0xe0100 && code <= 0xe01ef) return isIdeograph(previous);
  if (code >= 0x180b && code <= 0x180f) return previous >= 0x1820 && previous <= 0x18aa;
  if (code === 0x200d && isPictograph(next) && (isPictograph(previous) || previous === 0xfe0f)) return true;
  if (code === 0x200c || code === 0x200d) return isJoining(previous);
  // Where a line may break.
  if (code === 0x200b) return isUnspaced(String.fromCodePoint(previous)) && isUnspaced(String.fromCodePoint(next));
  if (code === 0x115f || code === 0x1160) return isJamo(previous) || isJamo(next);
  if (code === 0x34f) return previous >= 0x591 && previous <= 0x5f2;
  return false;
}

const isSelector = (code: number): boolean =>
  (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef) || code === 0x200d;
const isIdeograph = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0x20000 && code <= 0x323af);
/** Reports whether a character is of a block of emoji or skin tones. */
const isPictograph = (code: number): boolean =>
  (code >= 0x1f000 && code <= 0x1faff) || (code >= 0x2190 && code <= 0x2bff) || code === 0x3030 || code === 0x303d;
/** Reports whether letters of a script join or form conjuncts: Arabic to Mandaic, Indic to Myanmar, Khmer, Mongolian. */
const isJoining = (code: number): boolean =>
  (code >= 0x600 && code <= 0x8ff) ||
  (code >= 0x900 && code <= 0x109f) ||
  (code >= 0x1780 && code <= 0x18af) ||
  (code >= 0x1900 && code <= 0x1cff) ||
  (code >= 0xa800 && code <= 0xabff) ||
  (code >= 0xfb50 && code <= 0xfdff) ||
  (code >= 0xfe70 && code <= 0xfefc) ||
  (code >= 0x10a00 && code <= 0x11fff) ||
  (code >= 0x1e900 && code <= 0x1e95f);
const isJamo = (code: number): boolean => code >= 0x1100 && code <= 0x11ff && code !== 0x115f && code !== 0x1160;

function before(text: string, offset: number): number {
  const unit = text.charCodeAt(offset - 1);
  if (Number.isNaN(unit)) return 0;
  return isTrailSurrogate(unit) ? (text.codePointAt(offset - 2) ?? 0) : unit;
}

function show(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function showReference(match: string, code?: string, _fence?: string, _ticks?: string, decimal?: string, hex?: string) {
  if (code !== undefined) return match;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  if (point === 9 || point === 10 || point === 13 || point === 0 || point > 0x10ffff) return match;
  const character = String.fromCodePoint(point);
  return suspect.test(character) || bidi.test(character) ? show(character) : match;
}
