import { asciidocMarkerOf, delimiter, isOuter } from './asciidoc-lines.ts';
import { indentOf } from './markup-lines.ts';

/** Takes the lines of a list item below its first, up to `to`; `nested` collects the markers of lists within it. */
export function itemBody(
  lines: readonly string[],
  start: number,
  marker: string,
  nested: Set<string>,
  { term, text }: { readonly term: string | undefined; readonly text: string },
): { readonly body: readonly string[]; readonly to: number } {
  const body: string[] = [];
  let to = start;
  // A single `+` attaches the block that follows.
  for (let attached = false; to < lines.length; to += 1) {
    const line = lines[to] ?? '';
    if (line === '+') {
      body.push('');
      attached = true;
      continue;
    }
    if (attached && delimiter.test(line)) {
      const close = lines.indexOf(line.startsWith('```') ? '```' : line, to + 1);
      const last = close < 0 ? lines.length - 1 : close;
      body.push(...lines.slice(to, last + 1).slice(0, 10_000));
      to = last;
      attached = false;
      continue;
    }
    const other = asciidocMarkerOf(line);
    if (other === marker) break;
    if (line === '') {
      let follow = to;
      while (lines[follow] === '') follow += 1;
      const next = lines[follow] ?? '';
      // A plus sign may be further below, and indented code belongs to the item without one.
      if (next === '+') continue;
      const found = asciidocMarkerOf(next);
      const isOwn = found === '' && (term === undefined ? indentOf(next) > 0 : text === '' && body.length === 0);
      if (!isOwn && (found === '' || found === marker || isOuter(found, marker))) break;
      body.push('');
      continue;
    }
    if (other !== '' && isOuter(other, marker)) break;
    if (/^={2,6} |^\[[^\]]+\]$/.test(line) && !attached) break;
    if (other !== '' && !nested.has(other)) body.push('');
    body.push(line);
    if (other !== '') nested.add(other);
  }
  return { body, to };
}
