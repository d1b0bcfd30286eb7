import type { Dialect } from './dialect.ts';
import { mapText, outsideCode } from './dialect-lines.ts';

/**
 * Obsidian: `[[links]]` and `![[embeds]]` become their texts, `%%comments%%` and `^block-ids` are removed. Its callouts
 * are alerts: see `alert.ts`.
 */
export const obsidian: Dialect = {
  substrings: ['[[', '%%', ' ^', '\t^'],
  pattern: /\[\[[^\]\n]{1,200}\]\]|%%|[ \t]\^[\w-]+$/m,
  rewrite(lines) {
    // A defined label makes them CommonMark's brackets.
    const labels = new Set<string | undefined>();
    let isNotes = false;
    for (const index of lines.find(/\[\[|%%|> \[!/)) {
      const line = lines.at(index);
      if (!line) continue;
      if (line.text.includes('[[')) labels.add(/^ {0,3}\[\[([^\]]+)\]\]:/.exec(line.text)?.[1]);
      isNotes ||= !line.code && ownSyntax.test(line.text);
    }
    const rewriteLinks = (words: string): string =>
      words.replace(link, (whole, embeds: string, inner: string) =>
        labels.has(inner) || !(isNotes || /[ #|]/.test(inner)) ? whole : linkText(whole, inner, embeds !== ''),
      );
    let inComment = false;
    const rewrite = (text: string): string => {
      if (text.trim() === '%%') {
        inComment = !inComment;
        return '';
      }
      if (inComment) return '';
      const rest = outsideCode(text.replace(/^\s*%%\s[^%]{0,2000}%%(?!%)/, ''), (words) =>
        rewriteLinks(withoutComments(words)),
      );
      return isNotes ? rest.replace(/[ \t]\^[a-z\d][a-z\d-]*$/i, '') : rest;
    };
    return mapText(lines, linePattern, rewrite, () => inComment);
  },
};

/** What a line contains that is rewritten. */
const linePattern = /\[\[|%%|[ \t]\^/;

/** What only notes of Obsidian contain: `[[Class]]` alone is how specifications write internal properties. */
const ownSyntax =
  /!\[\[|\[\[[^\]\n|#]{0,200}[|#][^\]\n]{0,200}\]\]|%%\S[^%]{0,200}%%|^> \[![a-z]+\][+-]|^\[\[_?toc_?\]\]$/i;

/** Removes `%%comments%%`; percent signs in an address are its own. */
function withoutComments(words: string): string {
  return words.replace(/\]\([^)\s]{0,2000}\)|(?:https?|ftp):\/\/\S+|%%(?=[^\s%])[^%]*?%%/g, (found) =>
    found.startsWith('%%') ? '' : found,
  );
}

const link = /(!?)(?<!\[)\[\[([^\][\n*`<]{1,200})\]\](?![\][(:])/g;

/** Returns the text of a link: its alias, else its target; `[[toc]]` is a generated table of contents. */
function linkText(whole: string, inner: string, embeds: boolean): string {
  if (/^_?toc_?$/i.test(inner)) return '';
  // `[[1]]` and `[[ -f x ]]` are no links.
  if (/^[\s\d]|\s$/.test(inner)) return whole;
  const [target = '', alias] = inner.split(/\\?\|/);
  return (embeds ? undefined : alias) ?? target.replace(/^#\^?/, '').replace('#', ' › ');
}
