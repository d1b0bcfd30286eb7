// Stands in for parse5 in cli-highlight, which has highlight.js write HTML and then reads that HTML as a tree. Here
// highlight.js is told to build that tree at once: writing and reading cost more than half of what painting does, and a
// parser of HTML is six times as large as all the rest.
import core from 'highlight.js/lib/core';

/** An emitter, as highlight.js calls what takes down the pieces of code in their order; its `toHTML` is the tree. */
class Tree {
  root = { childNodes: [] };
  #open = [this.root];

  addText(data) {
    if (data === '') return;
    const { childNodes } = this.#open.at(-1);
    const last = childNodes.at(-1);
    if (last?.type === 'text') last.data += data;
    else childNodes.push({ type: 'text', data });
  }

  addKeyword(data, kind) {
    if (data !== '') this.#add(`hljs-${kind}`, [{ type: 'text', data }]);
  }

  addSublanguage({ root }, name) {
    if (name) this.#add(name, root.childNodes);
    else this.#open.at(-1).childNodes.push(...root.childNodes);
  }

  openNode(kind) {
    this.#open.push(this.#add(`hljs-${kind}`, []));
  }

  closeNode() {
    if (this.#open.length > 1) this.#open.pop();
  }

  closeAllNodes() {
    this.#open.length = 1;
  }

  finalize() {}

  toHTML() {
    return this.root;
  }

  #add(className, childNodes) {
    const node = { type: 'tag', attribs: { class: className }, childNodes };
    this.#open.at(-1).childNodes.push(node);
    return node;
  }
}

core.configure({ __emitter: Tree });

/** The tree as it is; where highlight.js has failed, it gives the code as HTML without a tag. */
export function parseFragment(highlighted) {
  if (typeof highlighted !== 'string') return highlighted;
  const data = highlighted.replace(/&(?:amp|lt|gt|quot|#x27);/g, (reference) => references[reference]);
  return { childNodes: [{ type: 'text', data }] };
}

const references = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };
