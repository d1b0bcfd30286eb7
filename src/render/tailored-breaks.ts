import { isDigit } from '../text/code-units.ts';

/** Reports whether our own typography, in addition to UAX 14, forbids a break. */
export function isTailoredAway(text: string, at: number, { french }: { readonly french?: boolean }): boolean {
  const before = text.charAt(at - 1);
  // An option such as `--width` is one word: a hyphen that begins a word ends no line (LB20a of Unicode 16).
  if (before === '-') return isWordInitial(text, at - 1);
  if (before === '/')
    return [1, 2, 3].some(
      (length) => text.charAt(at - length - 1) === ' ' && pathPunctuation(text, at - length) === length,
    );
  if (isDigit(text.charCodeAt(at)) && isDash(text, before === ' ' ? at - 2 : at - 1)) return true;
  if (before !== ' ') return false;
  if (isDigit(text.charCodeAt(at - 2)) && continuesFigure(text, at)) return true;
  if (!french) return false;
  return ';:!?\u00bb'.includes(text.charAt(at)) || text.charAt(at - 2) === '\u00ab';
}

function isDash(text: string, at: number): boolean {
  return '\u2012\u2013\u2014\u2212'.includes(text.charAt(at) || ' ');
}

let unit: RegExp | undefined;
const thousands = /\d{3}(?![\d.,]?\d)/y;

/** Reports whether a unit begins at an offset after a figure and a space (`20 Mo`, `5 km/h`), or its next thousands. */
function continuesFigure(text: string, at: number): boolean {
  unit ??=
    /(?:[kKMGTPmµnhdc]?(?:m|g|s|t|l|L|B|o|b|W|V|A|J|N|Hz|Pa|Wh|eV|mol|lm|lx|px|pt|dB|lbs?|oz|ft|cal|rpm|ppm|mph)|[KMGT]i?[Bbo]|(?:k|M|Md|G)?[€$£¥]|[kMG]?bps|[ck]?m[²³/]|km\/h|ha|h|min|em|rem|fps|dpi|°[CF]?|[%‰])(?![\p{L}\p{N}])/uy;
  unit.lastIndex = at;
  if (unit.test(text)) return true;
  thousands.lastIndex = at;
  return thousands.test(text) && /(?<!\d)\d{1,3}$/.test(text.slice(Math.max(0, at - 5), at - 1));
}

/**
 * Counts the full stops and slashes that begin a path or a file extension here; 0 for none. After a space they begin a
 * word (`.txt`, `./notes`, `/usr`), where LB13 sees closing punctuation.
 */
export function pathPunctuation(text: string, at: number): number {
  const first = text.charAt(at);
  if ((first !== '.' && first !== '/') || /[\p{Ps}\p{Pi}¡¿]/u.test(text.charAt(at - 2))) return 0;
  const [, punctuation = ''] = /^(\.{0,2}\/?)[\p{L}\p{N}]/u.exec(text.slice(at, at + 5)) ?? [];
  return punctuation.length;
}

function isWordInitial(text: string, hyphen: number): boolean {
  let at = hyphen;
  // Bounded, so that a long run of hyphens stays linear.
  for (let steps = 0; steps < 8 && at > 0 && text.charAt(at - 1) === '-'; steps++) at--;
  return at === 0 || ' \n\u00a0\u202f([{"\'\u00ab\u201c'.includes(text.charAt(at - 1));
}
