import type { Dialect } from './dialect.ts';
import { mapText, outsideCode } from './dialect-lines.ts';

const marks = /\{%-?\s*\/?\w|\{\{[<%]/;

/**
 * Liquid of Jekyll and shortcodes of Hugo: `{% highlight ruby %}` is a code block, other tags are removed, their text
 * stays. `{{ page.title }}` stays, since many a text is about templates.
 */
export const liquid: Dialect = {
  marks,
  rewrite: (lines) => {
    const fenced = mapText(lines, marks, fenceOf);
    const marked = fenced === lines ? lines : fenced.withCode();
    return mapText(marked, marks, (text) => outsideCode(text, withoutTags));
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
const tags = /\{%-?\s*\/?\w(?:[^%{]|\{(?!%)|%(?!\}))*%\}|\{\{<[^>{]*>\}\}|\{\{%[^%{]*%\}\}/g;

function withoutTags(text: string): string {
  return text.replace(tags, (tag) => contentOf(tag));
}

/** Returns a tag's visible words in a parameter: `{% include note.html content="…" %}`. */
function contentOf(tag: string): string {
  const [, content = ''] = /\b(?:content|text|caption|title)\s*=\s*["“]([^"“”]*)["”]/.exec(tag) ?? [];
  return content;
}
