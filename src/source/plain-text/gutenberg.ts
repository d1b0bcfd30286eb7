import type { Metadata } from '../../article/article-tree.ts';
import { readDate } from '../../text/dates.ts';
import { ownProperty } from '../../text/own-property.ts';
import type { TextLine } from './lines/line.ts';

export interface Book {
  readonly lines: readonly TextLine[];
  readonly title?: string;
  readonly metadata: Metadata;
}

/**
 * Reads the book between `*** START OF …` and `*** END OF …` of Project Gutenberg, with the metadata in its header.
 * Header and licence are left out; undefined for any other text.
 */
export function readBook(lines: readonly TextLine[]): Book | undefined {
  const start = lines
    .slice(0, 2000)
    .findIndex(({ text }) => /^\*{3} ?START OF (?:TH(?:E|IS) )?PROJECT GUTENBERG/i.test(text));
  if (start < 0) return undefined;
  let end = lines.length;
  for (let at = lines.length - 1; at > start; at--) {
    if (/^\*{3} ?END OF (?:TH(?:E|IS) )?PROJECT GUTENBERG/i.test(lines[at]?.text ?? '')) end = at;
  }
  // A long title goes on after the marker, up to its own `***`.
  let from = start;
  while (from < start + 4 && !/\*{3}$/.test(lines[from]?.text.slice(3) ?? '')) from++;
  from = from < start + 4 ? from + 1 : start + 1;
  const header = headerOf(lines.slice(0, start));
  const title = header.get('title');
  const author = header.get('author');
  const date = readDate(header.get('release date') ?? '', 'en');
  const language = languageTag(header.get('language') ?? '');
  return {
    lines: lines.slice(from, end),
    ...(title && { title }),
    metadata: { ...(date && { date }), ...(author && { author }), ...(language && { language }) },
  };
}

/** Reads `Title: …` and similar fields; a value goes on in the indented lines below it. */
function headerOf(lines: readonly TextLine[]): Map<string, string> {
  const header = new Map<string, string>();
  let open: string | undefined;
  for (const { indent, text: whole } of lines) {
    const text = whole.slice(0, 500);
    const match = /^([A-Z][A-Za-z ]{1,30}): +(.+)$/.exec(text);
    if (match?.[1] && match[2] && indent < 4) {
      open = match[1].toLowerCase();
      if (!header.has(open)) header.set(open, match[2]);
    } else if (open && text !== '' && indent >= 4) {
      header.set(open, `${header.get(open)} ${text}`);
    } else {
      open = undefined;
    }
  }
  return header;
}

function languageTag(name: string): string | undefined {
  const tags: Record<string, string> = {
    english: 'en',
    french: 'fr',
    german: 'de',
    spanish: 'es',
    italian: 'it',
    portuguese: 'pt',
    dutch: 'nl',
    finnish: 'fi',
    swedish: 'sv',
    danish: 'da',
    norwegian: 'no',
    polish: 'pl',
    russian: 'ru',
    greek: 'el',
    latin: 'la',
    esperanto: 'eo',
    hungarian: 'hu',
    czech: 'cs',
    chinese: 'zh',
    japanese: 'ja',
    catalan: 'ca',
    welsh: 'cy',
    tagalog: 'tl',
  };
  return ownProperty(tags, name.trim().toLowerCase());
}
