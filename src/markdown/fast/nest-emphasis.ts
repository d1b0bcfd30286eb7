import { type Delimiter, type Emphasis, resolveEmphasis } from '../emphasis.ts';
import { appendText, isBlankText } from '../inline-tree.ts';
import type { Inline } from '../syntax-tree.ts';

/** Nests inlines as the delimiters among them say; emphasis within the same emphasis adds nothing. */
export function nestEmphasis(nodes: readonly (Inline | Delimiter)[]): Inline[] {
  const resolved = resolveEmphasis(nodes);
  const root: Inline[] = [];
  const frames: { readonly style: Emphasis; readonly tokens: Inline[]; readonly own: boolean }[] = [];
  let tokens = root;
  let empty = true;

  const add = (text: string): void => {
    // Leading white space is trimmed in any case.
    if (text === '' || (empty && isBlankText(text))) return;
    empty = false;
    appendText(tokens, text);
  };

  for (const node of nodes) {
    if (node.type === 'text') add(node.text);
    else if (node.type !== 'delimiter') {
      empty = false;
      tokens.push(node);
    } else {
      const run = resolved.get(node);
      for (const _ of run?.closes ?? []) {
        const frame = frames.pop();
        tokens = frames.at(-1)?.tokens ?? root;
        if (frame?.own && frame.tokens.length > 0) tokens.push({ type: frame.style, tokens: frame.tokens });
      }
      add(run?.text ?? '');
      for (const style of run?.opens ?? []) {
        const own = !frames.some((frame) => frame.style === style);
        if (own) tokens = [];
        frames.push({ style, tokens, own });
      }
    }
  }
  return root;
}
