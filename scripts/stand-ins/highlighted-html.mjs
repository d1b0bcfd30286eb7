// Replaces parse5 in cli-highlight, which parses what highlight.js writes: `<span class="…">`, `</span>` and text with
// five character references. A parser of all HTML is six times as large as highlight.js and takes twice as long.
const token = /<span class="([^"]*)">|<\/span>|([^<]+)/g;
const references = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

/** Returns the fragment as a tree of the shape that htmlparser2 gives. */
export function parseFragment(html) {
  const root = { childNodes: [] };
  const open = [root];
  for (const [, className, text] of html.matchAll(token)) {
    if (text !== undefined) {
      const data = text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (reference) => references[reference]);
      open.at(-1).childNodes.push({ type: 'text', data });
    } else if (className !== undefined) {
      const node = { type: 'tag', attribs: { class: className }, childNodes: [] };
      open.at(-1).childNodes.push(node);
      open.push(node);
    } else {
      open.pop();
    }
  }
  return root;
}
