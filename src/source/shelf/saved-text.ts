import type { Article } from '../../article/article-tree.ts';
import { maxFrontMatter } from '../../article/front-matter.ts';
import { cleanText } from '../../text/sanitize.ts';

/**
 * Writes an article as a Markdown file: front matter (title, author, date, lang, source, saved, and its other
 * metadata), then its own Markdown. Read again, it is the same article, without any value too long for front matter.
 * `saved` is a time in ISO 8601.
 */
export function savedText({ title, metadata, source }: Article, saved: string): string {
  const values: readonly (readonly [key: string, value: string | readonly string[] | undefined])[] = [
    ['title', title || undefined],
    ['author', metadata.author],
    ['date', metadata.date],
    ['lang', metadata.language],
    ['site', metadata.site],
    ['source', metadata.address],
    ['description', metadata.abstract],
    ['tags', metadata.tags?.slice(0, mostTags)],
  ];
  let matter = '';
  for (const [key, value] of values) {
    if (value === undefined) continue;
    const line = `${key}: ${typeof value === 'string' ? scalar(value) : `[${value.map(quoted).join(', ')}]`}\n`;
    if (matter.length + line.length < maxFrontMatter - 200) matter += line;
  }
  return `---\n${matter}saved: ${scalar(saved)}\n---\n${cleanText(source)}`;
}

/** The most tags saved: more would be more tokens than front matter may have. */
const mostTags = 500;

/**
 * Writes a string in YAML: plain where it cannot be taken for anything else, else in double quotes. JSON's quoting is
 * YAML's, but for the characters that YAML does not allow in a file.
 */
function scalar(text: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{M}\p{N} ,.'’()/–—-]*$/u.test(text) &&
    !/ $/.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  const isDate = /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?$/.test(text);
  const isAddress = /^https?:\/\/[\w.~:/?=&%+@-]*[\w/]$/.test(text);
  return isPlain || isDate || isAddress ? text : quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
