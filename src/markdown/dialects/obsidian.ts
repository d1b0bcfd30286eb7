import type { Dialect } from './dialect.ts';
import { mapText, outsideCode } from './lines.ts';

/**
 * Obsidian: `[[links]]` and `![[embeds]]` are their texts, `%%comments%%` and `^block-ids` are gone. Its callouts are
 * alerts: see `alert.ts`.
 */
export const obsidian: Dialect = {
  marks: /\[\[[^\]\n]+\]\]|%%|[ \t]\^[\w-]+$/m,
  rewrite(lines) {
    // A label that is defined makes brackets of CommonMark's.
    const labels = new Set(lines.map(({ text }) => /^ {0,3}\[\[([^\]]+)\]\]:/.exec(text)?.[1]));
    let inComment = false;
    return mapText(lines, (text) => {
      if (text.trim() === '%%') {
        inComment = !inComment;
        return '';
      }
      if (inComment) return '';
      return outsideCode(text, (words) =>
        words
          .replace(/%%(?=\S)[^%]*?%%/g, '')
          .replace(/!?(?<!\[)\[\[([^\][\n*`<]+)\]\](?![\][(:])/g, (whole, inner: string) =>
            labels.has(inner) ? whole : linkText(whole, inner),
          ),
      ).replace(/[ \t]\^[a-z\d][a-z\d-]*$/i, '');
    });
  },
};

/** The text of a link: its alias, else its target; `[[toc]]` is a table of contents that another program makes. */
function linkText(whole: string, inner: string): string {
  if (/^_?toc_?$/i.test(inner)) return '';
  const [target = '', alias] = inner.split(/\\?\|/);
  // `[[1]]` and `[[ -f x ]]` are no links of a person's notes.
  if (/^[\s\d]|\s$/.test(inner)) return whole;
  return whole.startsWith('!') ? target.replace('#', ' › ') : (alias ?? target.replace('#', ' › '));
}
