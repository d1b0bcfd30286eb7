import { blockText } from '../../article/plain-text.ts';
import type { Section } from '../../article/types.ts';
import type { View } from '../../view/types.ts';
import type { Page } from '../page.ts';

export function* renderPlain(view: View, _page: Page): Iterable<string> {
  if (view.kind === 'outline') {
    const rows = function* (section: Section): Iterable<string> {
      yield `${section.number}\t${section.id}\t${section.level}\t0\t${section.title}\n`;
      for (const child of section.sections) yield* rows(child);
    };
    for (const section of view.article.sections) yield* rows(section);
  }
  if (view.kind === 'article' || view.kind === 'sections') {
    const print = function* (section: Section): Iterable<string> {
      yield `${section.title}\n\n`;
      for (const block of section.blocks) yield `${blockText(block)}\n\n`;
      for (const child of section.sections) yield* print(child);
    };
    for (const section of view.kind === 'sections' ? view.sections : [view.article.lead, ...view.article.sections])
      yield* print(section);
  }
}
