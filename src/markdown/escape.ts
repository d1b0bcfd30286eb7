/** What `_word_` is: plain words, or italics, as typists of books write it. */
export type Underscores = 'words' | 'italics';

/** Escapes plain words as Markdown that reads as just these words: nothing in them is taken for markup. */
export function escapeMarkdown(text: string, underscores: Underscores = 'words'): string {
  return escapeStart(escapeInline(text, underscores));
}

/** Escapes as {@link escapeMarkdown} does, for words that do not begin a line. */
export function escapeInline(text: string, underscores: Underscores = 'words'): string {
  if (!/[\\`*_[\]<&~$|:@.]/.test(text)) return text;
  if (underscores === 'words' || !text.includes('_') || text.includes('://')) return escapeAroundAddresses(text);
  let result = '';
  let at = 0;
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_])_([^\s_](?:[^_]{0,2000}[^\s_])?)_(?![\p{L}\p{N}_])/gu)) {
    result += `${escapeAroundAddresses(text.slice(at, match.index))}_${escapeAroundAddresses(match[1] ?? '')}_`;
    at = match.index + match[0].length;
  }
  return result + escapeAroundAddresses(text.slice(at));
}

/** Reports whether a line ends with an autolinked address: a backslash after it would become a part of it. */
export function endsWithAddress(line: string): boolean {
  return /(?:https?:\/\/|www\.)[^\s<>]*$/i.test(line.slice(-2000));
}

/**
 * A bare address, as far as it may go. Punctuation that only Chinese and Japanese sentences have ends one; letters of
 * any script do not.
 */
const candidate =
  /(?<![\p{L}\p{N}@/.])(?:(?:https?|ftp):\/\/|www\.)[^\s<>\0-\x1f。、，；：？！（）「」『』【】《》“”«»]{1,8000}/giu;

/**
 * Escapes text but not the addresses in it, which are autolinked. One that extended autolinks (GFM 6.9) would end
 * elsewhere is written in angle brackets; escapes within either would become a part of it.
 */
function escapeAroundAddresses(text: string): string {
  if (!/:\/\/|www\./i.test(text)) return escapeWords(text);
  let result = '';
  let at = 0;
  for (const match of text.matchAll(candidate)) {
    const address = withoutPunctuation(match[0]);
    if (!/[\p{L}\p{N}]/u.test(address.replace(/^(?:\w+:\/\/|www\.)/i, ''))) continue;
    const end = match.index + address.length;
    result += escapeWords(text.slice(at, match.index)) + writeAddress(address, text.slice(end, end + 20));
    at = end;
  }
  return result + escapeWords(text.slice(at));
}

function writeAddress(address: string, after: string): string {
  const isSimple =
    /^(?:https?:\/\/|www\.)[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?(?:[/?#][\w\-./?=&%#:+,@!;]*)?$/i.test(address) &&
    /[a-z\d/=%#+-]$/i.test(address) &&
    !/__|&#?\w+;/.test(address) &&
    /^[.,;:!?)"']*(?:\s|$)/.test(after);
  if (isSimple) return address;
  const inside = address.replace(/&(?=#?\w{1,40};)/g, '&amp;');
  return /^www\./i.test(address) ? `[${escapeWords(address)}](<http://${inside}>)` : `<${inside}>`;
}

/** Removes from an address the bracket that closes one before it, and the punctuation that ends a sentence. */
function withoutPunctuation(address: string): string {
  const open: string[] = [];
  let end = 0;
  for (; end < address.length; end++) {
    const character = address.charAt(end);
    const closing = ')]}'.indexOf(character);
    if ('([{'.includes(character)) open.push(character);
    else if (closing >= 0 && open.pop() !== '([{'.charAt(closing)) break;
  }
  return address.slice(0, end).replace(/[?!.,:;'"‘’…]+$/, '');
}

/** Escapes as {@link escapeInline} does, for the text of a link or an image, with its brackets and addresses. */
export function escapeLinkText(text: string): string {
  return escapeWords(text).replace(/\]/g, '\\]');
}

function escapeWords(words: string): string {
  const escaped = words.replace(/[\\`*[<~$|]|_|&(?=#?\w{1,40};)/g, (special, at: number) => {
    if (special === '_' && isWordCharacter(words, at - 1) && isWordCharacter(words, at + 1)) return special;
    if ((special === '*' || special === '~') && words[at - 1] === ' ' && words[at + 1] === ' ') return special;
    // `\(x\)` and `\[x\]` are formulas.
    if (special === '\\' && /[()[\]]/.test(words.charAt(at + 1))) return '&#92;';
    return `\\${special}`;
  });
  return /[\^{]|==|%%/.test(escaped) ? escapeDialects(escaped) : escaped;
}

/** Escapes what only dialects read: `==mark==`, `^sup^`, `%%comment%%`, `{#id}`, `{% tag %}`. */
function escapeDialects(words: string): string {
  return words
    .replace(/\^/g, '\\^')
    .replace(/(?<!=)={2,}(?=[^\s=])/g, '\\$&')
    .replace(/%(?=%)/g, '%\\')
    .replace(/\{(?=[ \t]*[#.:%])/g, '{\\')
    .replace(/\{\\([ \t]+)/g, '{$1\\')
    .replace(/(?<=[)\]`>*_])\{(?=[^{}]*=)/g, '\\{');
}

function isWordCharacter(words: string, at: number): boolean {
  return /[0-9A-Za-z]/.test(words.charAt(at));
}

function escapeStart(text: string): string {
  // MDX has statements, and definition lists and containers begin with colons.
  if (/^(?:import|export)\s/.test(text)) return `&#${text.charCodeAt(0)};${text.slice(1)}`;
  return text
    .replace(/^:+(?=[\s\w{[]|$)/, '\\$&')
    .replace(/^(#{1,6}(?=\s|$)|[>=]|[-+](?=[\s+-]|$))/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
