import type { View } from '../../view/types.ts';
import type { Page, Renderer } from '../page.ts';

/** The plain renderer with what breaking lines asks for in this view, if the page has a width at all. */
export async function loadPlain(view: View, page: Page): Promise<Renderer<View>> {
  const { renderPlain } = await import('./plain.ts');
  if (!Number.isFinite(page.width)) return renderPlain;
  const { loadTools } = await import('../rich/load.ts');
  const tools = await loadTools(view, { ...page, colorLevel: 0 }, () => true);
  return (shown, sheet) => renderPlain(shown, sheet, tools);
}
