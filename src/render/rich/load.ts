import { eachSection } from '../../article/each-section.ts';
import type { View } from '../../view/types.ts';
import { loadLineBreaker, needsLineBreaker } from '../line-break.ts';
import type { Page, Renderer } from '../page.ts';
import { codeLanguage } from './code.ts';
import type { Tools } from './context.ts';
import type { TimeLimit } from './highlighter.ts';
import { type Language, languageNamed } from './languages.ts';
import { renderRich } from './rich.ts';

/** The rich renderer with all that this view needs on this page. */
export async function loadRich(view: View, page: Page, limit: TimeLimit): Promise<Renderer<View>> {
  const tools = await loadTools(view, page, limit);
  return (shown, sheet) => renderRich(shown, sheet, tools);
}

/** Loads what a view needs on this page and most views do not: line breaking for East Asian scripts, paint for code. */
export async function loadTools(view: View, page: Page, limit: TimeLimit): Promise<Tools> {
  const texts = textsOf(view);
  const languages =
    page.colorLevel > 0 && (view.kind === 'article' || view.kind === 'sections') ? languagesIn(texts) : [];
  const [breaker, highlighter] = await Promise.all([
    texts.some(needsLineBreaker) ? loadLineBreaker() : undefined,
    languages.length > 0
      ? import('./highlight.ts').then(({ loadHighlighter }) => loadHighlighter(languages, limit))
      : undefined,
  ]);
  return { ...(breaker && { breaker }), ...(highlighter && { highlighter }) };
}

/** The languages that fenced code names; a fence within a quote or a list counts, as may one within other code. */
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

/** All that a view will show; not joined, for a long article need not be there twice. */
function textsOf(view: View): readonly string[] {
  switch (view.kind) {
    case 'article':
    case 'outline':
      return [view.article.title, view.article.source];
    case 'sections':
      return Array.from(eachSection(view.sections), ({ source }) => source);
    case 'summary':
      return [view.article.title, view.abstract ?? '', ...view.sentences.map(({ text }) => text)];
    case 'matches':
      return view.matches.flatMap(({ before, text, after }) => [...before, text, ...after]);
    case 'counts':
      return view.counts.map(({ section }) => section.title);
    case 'shelf':
      return view.entries.map(({ article }) => article.title);
  }
}
