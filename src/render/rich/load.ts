import type { Section } from '../../article/types.ts';
import type { View } from '../../view/types.ts';
import { loadLineBreaker, needsLineBreaker } from '../line-break.ts';
import type { Page, Renderer } from '../page.ts';
import type { Tools } from './context.ts';
import { renderRich } from './rich.ts';

/** The rich renderer with all that this view needs on this page. */
export async function loadRich(view: View, page: Page): Promise<Renderer<View>> {
  const tools = await loadTools(view, page);
  return (shown, sheet) => renderRich(shown, sheet, tools);
}

/** Loads what a view needs on this page and most views do not: line breaking for East Asian scripts. */
export async function loadTools(view: View, _page: Page): Promise<Tools> {
  return needsLineBreaker(textOf(view)) ? { breaker: await loadLineBreaker() } : {};
}

function textOf(view: View): string {
  switch (view.kind) {
    case 'article':
      return `${view.article.title}\n${view.article.source}`;
    case 'sections':
      return view.sections.map(treeSource).join('\n');
    case 'outline':
      return view.article.source;
    case 'summary':
      return `${view.article.title}\n${view.abstract ?? ''}\n${view.sentences.map(({ text }) => text).join('\n')}`;
    case 'shelf':
      return view.entries.map(({ article }) => article.title).join('\n');
  }
}

function treeSource(section: Section): string {
  return section.source + section.sections.map(treeSource).join('');
}
