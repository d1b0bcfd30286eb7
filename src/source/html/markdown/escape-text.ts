/**
 * A run of text so that Markdown reads it back as it is. Characters are escaped only where they could mean something,
 * so that the source stays readable.
 */
export function escapeText(text: string): string {
  return text
    .replace(/[\\`*[\]]/g, '\\$&')
    .replace(/~~/g, '\\~\\~')
    .replace(/(^|[^\p{L}\p{N}])(_+)|(_+)(?![\p{L}\p{N}_])/gu, (match) => match.replaceAll('_', '\\_'))
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\$/g, '\\$')
    .replace(/^(\s*)([-+>]|#{1,6}(?=\s|$)|=+\s*$|~~~)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
