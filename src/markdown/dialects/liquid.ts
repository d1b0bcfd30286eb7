import type { Dialect } from './dialect.ts';
import { mapText, outsideCode } from './dialect-lines.ts';
import type { Lines } from './lines.ts';

const pattern = /\{%-?\s*\/?\w|\{\{[<%]|\{::comment\}/;

/**
 * Liquid of Jekyll and shortcodes of Hugo: `{% highlight ruby %}` is a code block, other tags are removed, their text
 * stays. `{{ page.title }}` stays, since many a text is about templates.
 */
export const liquid: Dialect = {
  substrings: ['{%', '{{', '{::'],
  pattern,
  rewrite: (lines) => {
    const fenced = mapText(lines, pattern, fenceOf);
    const marked = fenced === lines ? lines : fenced.withCode();
    const paired = new Set<string>();
    for (const index of marked.find(/\{\{[<%]\s*\//)) {
      for (const [, name = ''] of marked.at(index)?.text.matchAll(/\{\{[<%]\s*\/\s*([\w-]+)/g) ?? []) paired.add(name);
    }
    return mapText(withoutComments(marked), pattern, (text) =>
      outsideCode(text, (words) => words.replace(tags, (tag) => contentOf(tag, paired))),
    );
  },
};

/** Returns the code fence for a tag that begins or ends a code block. */
function fenceOf(text: string): string {
  const language =
    /^\s*\{%-?\s*(?:highlight|codeblock)\s+([\w+#-]+)(?![\w+#-])[^%]*%\}\s*$/.exec(text)?.[1] ??
    /^\s*\{\{<\s*highlight\s+"?([\w+#-]+)(?![\w+#-])"?[^>]*>\}\}\s*$/.exec(text)?.[1];
  if (language) return `~~~${language}`;
  return /^\s*(?:\{%-?\s*end(?:highlight|codeblock)\s*-?%\}|\{\{<\s*\/\s*highlight\s*>\}\})\s*$/.test(text)
    ? '~~~'
    : text;
}

/** No tag contains the beginning of another: else each unclosed one would be searched for to the end of the line. */
const tags =
  /\{\{<\/\*[^>{]*\*\/>\}\}|\{\{%\/\*[^%{]*\*\/%\}\}|\{%-?\s*\/?\w(?:[^%{]|\{(?!%)|%(?!\}))*%\}|\{\{<[^>{]*>\}\}|\{\{%[^%{]*%\}\}/g;

/**
 * Returns the visible words among a tag's parameters: `{% include note.html content="…" %}`, and the title of a paired
 * shortcode, `{{< tab "Linux" >}}`. A tag between `/*` and `*\/` is an example, and shown.
 */
function contentOf(tag: string, paired: ReadonlySet<string>): string {
  const [, open = '', shown] = /^\{\{([<%])\/\*\s*(.*?)\s*\*\/[>%]\}\}$/.exec(tag) ?? [];
  if (shown !== undefined) return open === '<' ? `{{< ${shown} >}}` : `{{% ${shown} %}}`;
  const named = Array.from(
    tag.matchAll(/\b(?:content|text|caption|title|label|summary|header)\s*=\s*["“]([^"“”]*)["”]/g),
    ([, words = '']) => words,
  );
  if (named.length > 0) return [...new Set(named)].join(' – ');
  const name = /^\{\{[<%]\s*([\w-]+)/.exec(tag)?.[1] ?? '';
  const title = paired.has(name) ? /\s"([^"=]*[^"=/])"\s*[>%]\}\}$/.exec(tag)?.[1] : undefined;
  return title === undefined ? '' : `**${title}** `;
}

const comment = /\{%-?\s*comment\s*-?%\}|\{::comment\}/;
const commentEnd = /\{%-?\s*endcomment\s*-?%\}|\{:\/(?:comment)?\}/;

/** Removes comments of Liquid and kramdown; an unclosed one stays. */
function withoutComments(lines: Lines): Lines {
  let last = -1;
  for (const index of lines.find(/\{%-?\s*endcomment|\{:\/(?:comment)?\}/)) last = index;
  let open = false;
  const rewrite = (text: string, index: number): string => {
    let rest = text;
    let result = '';
    for (;;) {
      if (open) {
        const end = commentEnd.exec(rest);
        if (!end) return result;
        rest = rest.slice(end.index + end[0].length);
        open = false;
      }
      const start = comment.exec(rest);
      if (!start || !(index < last || commentEnd.test(rest.slice(start.index)))) return result + rest;
      result += rest.slice(0, start.index);
      rest = rest.slice(start.index + start[0].length);
      open = true;
    }
  };
  return last < 0 ? lines : mapText(lines, comment, rewrite, () => open);
}
