/**
 * Text so that Markdown reads it back as it is. Characters are escaped only where they could mean something, so that the
 * source stays readable. An address becomes an autolink, in which nothing is escaped: an escape within a bare one would
 * be taken for a part of it, and so would the backslash of a line break after it.
 */
export function escapeText(text: string, isInLink = false): string {
  if (isInLink || !/https?:\/\/|www\./i.test(text)) return escapeCharacters(text);
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(match[0]);
    if (!/[\p{L}\p{N}]/u.test(address.replace(/^(?:https?:\/\/|www\.)/i, ''))) continue;
    pieces.push(escapeCharacters(text.slice(from, match.index)));
    pieces.push(/^h/i.test(address) ? `<${address}>` : `[${escapeCharacters(address)}](<http://${address}>)`);
    from = match.index + address.length;
  }
  pieces.push(escapeCharacters(text.slice(from), from > 0));
  return pieces.join('');
}

const ADDRESS = /(?<![\p{L}\p{N}@/.])(?:https?:\/\/|www\.)[^\s<>\x00-\x1f]+/giu;

/** An address without the bracket that closes one before it, and without the marks that end a sentence. */
function withoutPunctuation(address: string): string {
  const open: string[] = [];
  let end = 0;
  for (; end < address.length; end++) {
    const character = address.charAt(end);
    const at = ')]}'.indexOf(character);
    if ('([{'.includes(character)) open.push(character);
    else if (at >= 0 && open.pop() !== '([{'.charAt(at)) break;
  }
  return address.slice(0, end).replace(/[?!.,:;'"“”‘’«»…]+$/, '');
}

function escapeCharacters(text: string, isContinued = false): string {
  const escaped = text
    .replace(/[\\`*[\]]/g, '\\$&')
    .replace(/~~/g, '\\~\\~')
    .replace(/(^|[^\p{L}\p{N}])(_+)|(_+)(?![\p{L}\p{N}_])/gu, (match) => match.replaceAll('_', '\\_'))
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\$/g, '\\$');
  if (isContinued) return escaped;
  return escaped
    .replace(/^(\s*)([-+>]|#{1,6}(?=\s|$)|=+\s*$|~~~)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
