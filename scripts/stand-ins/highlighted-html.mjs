// Replaces parse5 in cli-highlight, which is given text alone: `render/rich/highlight.ts` has highlight.js mark it without
// tags. A parser of all HTML is six times as large as highlight.js.

/** Returns the text as a tree of the shape that htmlparser2 gives. */
export function parseFragment(html) {
  const data = html.replace(/&(?:amp|lt);/g, (reference) => (reference === '&lt;' ? '<' : '&'));
  return { childNodes: [{ type: 'text', data }] };
}
