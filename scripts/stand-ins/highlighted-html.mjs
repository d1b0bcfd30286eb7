// Replaces parse5 in cli-highlight, which parses what highlight.js writes: `<span class="…">`, `</span>` and text with
// five character references. A parser of all HTML is six times as large as highlight.js and takes twice as long.
const opening = '<span class="';
const closing = '</span>';
const references = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

/** Returns the fragment as a tree of the shape that htmlparser2 gives. */
export function parseFragment(html) {
  const root = { childNodes: [] };
  const open = [];
  let inner = root;
  for (let at = 0; at < html.length; ) {
    if (html[at] !== '<') {
      const next = html.indexOf('<', at);
      const end = next < 0 ? html.length : next;
      inner.childNodes.push({ type: 'text', data: decode(html.slice(at, end)) });
      at = end;
    } else if (html[at + 1] === '/') {
      inner = open.pop();
      at += closing.length;
    } else {
      const end = html.indexOf('"', at + opening.length);
      const node = { type: 'tag', attribs: { class: html.slice(at + opening.length, end) }, childNodes: [] };
      inner.childNodes.push(node);
      open.push(inner);
      inner = node;
      at = end + '">'.length;
    }
  }
  return root;
}

function decode(text) {
  return text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (reference) => references[reference]) : text;
}
