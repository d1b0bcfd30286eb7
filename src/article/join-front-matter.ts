import { codeFence } from '../markdown/code-fence.ts';
import type { FrontMatter } from './front-matter.ts';
import type { About } from './parse-body.ts';

/** The language of front matter by its fence. */
export const frontMatterLanguages: Readonly<Record<string, string>> = { '---': 'yaml', '+++': 'toml', ';;;': 'json' };

/** A body without its front matter, and what is known of it. */
export interface Body {
  readonly markdown: string;
  readonly about: About;
}

/** Merges a text's front matter with what else is known of it; the front matter takes precedence. */
export function joinFrontMatter(text: string, { body, title, metadata }: FrontMatter, about: About): Body {
  const matter = text.slice(0, text.length - body.length);
  const known = { ...about, ...(title !== undefined && { title }), metadata: { ...about.metadata, ...metadata } };
  return about.strict
    ? { markdown: frontMatterAsCode(matter) + body, about: known }
    : { markdown: body, about: { ...known, firstLine: matter.split('\n').length } };
}

/** Writes front matter between fences as a code block of as many lines; any other is returned unchanged. */
function frontMatterAsCode(matter: string): string {
  return matter.replace(
    /^(---|\+\+\+|;;;)[ \t]*\w*[ \t]*\r?\n([\s\S]*\n)(?:\1|\.\.\.)[ \t]*\r?(\n|$)(?![\s\S])/m,
    (_, marker: string, content: string, end: string) => {
      const fence = codeFence(content);
      return `${fence}${frontMatterLanguages[marker]}\n${content}${fence}${end}`;
    },
  );
}
