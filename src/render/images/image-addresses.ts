import { inlines } from '../../markdown/lazy-inlines.ts';
import { eachBlock } from '../../view/parts/walk.ts';
import type { View } from '../../view/view.ts';
import { imageAlone } from '../rich/image-lines.ts';

/** Lists the addresses, as written, of the images of a view that are paragraphs of their own. */
export function* imageAddresses(view: View): Generator<string> {
  if (view.kind !== 'article' && view.kind !== 'sections') return;
  const sections = view.kind === 'sections' ? view.sections : undefined;
  for (const { block } of eachBlock(view.article, sections)) {
    const image = block.type === 'paragraph' || block.type === 'text' ? imageAlone(inlines(block.tokens)) : undefined;
    if (image) yield image.href;
  }
}
