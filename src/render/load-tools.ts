import { eachSection } from '../article/each-section.ts';
import type { View } from '../view/view.ts';
import { loadEmojiFinder, mayHaveEmojiNames } from './emoji.ts';
import { loadLineBreaker, needsLineBreaker } from './line-break.ts';
import type { Page } from './page.ts';
import { codeLanguage } from './rich/code-text.ts';
import { type Language, languageNamed } from './rich/languages.ts';
import type { TimeLimit, Tools } from './tools.ts';

/** Loads what most views do not need: line breaking for East Asian scripts, colours for code, emoji by name, formulas. */
export async function loadTools(view: View, page: Page, limit: TimeLimit): Promise<Tools> {
  const texts = textsOf(view);
  const languages =
    page.colorLevel > 0 && (view.kind === 'article' || view.kind === 'sections' || view.kind === 'code')
      ? languagesIn(texts)
      : [];
  const [breaker, highlighter, emoji, hyphenator, typesetMath] = await Promise.all([
    texts.some(needsLineBreaker) ? loadLineBreaker() : undefined,
    languages.length > 0
      ? import('./rich/highlight.ts').then(({ loadHighlighter }) => loadHighlighter(languages, limit))
      : undefined,
    page.unicode && texts.some(mayHaveEmojiNames) ? loadEmojiFinder() : undefined,
    page.hyphenate
      ? import('./hyphenation/load-hyphenator.ts').then(({ loadHyphenator }) =>
          loadHyphenator(languageOf(view), texts.join('\n')),
        )
      : undefined,
    page.unicode && texts.some(mayHaveFormulas)
      ? import('./math/typeset-math.ts').then((math) => math.typesetMath)
      : undefined,
  ]);
  return {
    ...(breaker && { breaker }),
    ...(highlighter && { highlighter }),
    ...(emoji && { emoji }),
    ...(hyphenator && { hyphenator }),
    ...(typesetMath && { typesetMath }),
  };
}

function languageOf(view: View): string | undefined {
  return 'article' in view ? view.article.metadata.language : undefined;
}

/** Reports whether a text, as its author wrote it, may have formulas: `$…$`, or TeX's `\(…\)` and `\[…\]`. */
function mayHaveFormulas(text: string): boolean {
  return ['$', '\\(', '\\['].some((opening) => text.includes(opening));
}

/** Lists the languages of code fences, including those in a quote or a list, and possibly inside other code. */
function languagesIn(texts: readonly string[]): Language[] {
  const languages = new Set<Language>();
  for (const text of texts) {
    for (const [, info] of text.matchAll(/(?:```|~~~)[ \t]*([^\s`~][^\n]*)/g)) {
      const language = languageNamed(codeLanguage(info));
      if (language) languages.add(language);
    }
  }
  return [...languages];
}

/** Lists all text that a view shows; not joined, so that a long article is not in memory twice. */
function textsOf(view: View): readonly string[] {
  switch (view.kind) {
    case 'article':
    case 'outline':
      return [view.article.title, view.article.source];
    case 'sections':
      // They show their footnotes, wherever these are defined.
      return [
        ...Array.from(eachSection(view.sections), ({ source }) => source),
        ...Array.from(view.article.footnotes.values(), ({ raw }) => raw),
      ];
    case 'summary':
      return [view.article.title, view.abstract ?? '', ...view.sentences.map(({ text }) => text)];
    case 'matches':
      return view.matches.flatMap(({ before, text, after }) => [...before, text, ...after]);
    case 'counts':
      return view.counts.map(({ section }) => section.title);
    case 'links':
      return view.links.map(({ text }) => text);
    case 'code':
      return view.blocks.map(({ code }) => code.raw);
    case 'tables':
      return view.tables.map(({ table }) => table.raw);
    case 'shelf':
      return view.entries.map(({ article }) => article.title);
  }
}
