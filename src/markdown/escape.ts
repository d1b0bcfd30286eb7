/** What `_word_` is: nothing but words, or set in italics, as the typists of books write it. */
export type Underscores = 'words' | 'italics';

/** Plain words as Markdown that reads as just these words: nothing in them is taken for markup. */
export function escapeMarkdown(text: string, underscores: Underscores = 'words'): string {
  return escapeStart(escapeInline(text, underscores));
}

/** As {@link escapeMarkdown}, for words that do not begin a line. */
export function escapeInline(text: string, underscores: Underscores = 'words'): string {
  if (!/[\\`*_[\]<&~$|:@.]/.test(text)) return text;
  if (underscores === 'words' || !text.includes('_')) return escapeLinks(text);
  let result = '';
  let at = 0;
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_])_([^\s_](?:[^_]{0,2000}[^\s_])?)_(?![\p{L}\p{N}_])/gu)) {
    result += `${escapeLinks(text.slice(at, match.index))}_${escapeLinks(match[1] ?? '')}_`;
    at = match.index + match[0].length;
  }
  return result + escapeLinks(text.slice(at));
}

function escapeLinks(text: string): string {
  let result = '';
  let at = 0;
  // Addresses become links of themselves; a backslash in one would become part of where it leads.
  for (const match of text.matchAll(/\b(?:https?:\/\/|www\.)[\w\-./?=&%#:+,;@!()']{1,2000}/g)) {
    const [address] = match;
    if (/&#?\w+;/.test(address) || address.includes('__')) continue;
    result += escapeWords(text.slice(at, match.index)) + address;
    at = match.index + address.length;
  }
  return result + escapeWords(text.slice(at));
}

function escapeWords(words: string): string {
  return words.replace(/[\\`*[<~$|]|_|&(?=#?\w{1,40};)/g, (special, at: number) => {
    if (special === '_' && isWordCharacter(words, at - 1) && isWordCharacter(words, at + 1)) return special;
    if ((special === '*' || special === '~') && isSpace(words, at - 1) && isSpace(words, at + 1) && at > 0)
      return special;
    return `\\${special}`;
  });
}

function isWordCharacter(words: string, at: number): boolean {
  return /[0-9A-Za-z]/.test(words.charAt(at));
}
function isSpace(words: string, at: number): boolean {
  return words.charAt(at) === ' ';
}

function escapeStart(text: string): string {
  return text.replace(/^(#{1,6}(?=\s|$)|[>=]|[-+](?=[\s+-]|$))/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
