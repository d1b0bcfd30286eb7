import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadHighlighter } from '../../src/render/rich/highlight.ts';
import { languageNamed } from '../../src/render/rich/languages.ts';
import { samples } from '../render/rich/samples.ts';

// The packages that cli-highlight finds.
const load = createRequire(resolve('node_modules/cli-highlight/dist/index.js'));
const { parseFragment } = load('parse5');
const treeAdapter = load('parse5-htmlparser2-tree-adapter');
const highlighter = load('highlight.js');

interface Node {
  readonly type?: string;
  readonly data?: string;
  readonly attribs?: { readonly class: string };
  readonly childNodes?: readonly Node[];
}

/** Returns what cli-highlight reads of a tree. */
function outline({ type, data, attribs, childNodes }: Node): unknown {
  return type === 'text' ? data : [attribs?.class, ...(childNodes ?? []).map(outline)];
}

const languages = readdirSync('node_modules/highlight.js/lib/languages')
  .map((file) => file.replace(/\.js$/, ''))
  .filter((name) => languageNamed(name) === name);
const codes = [
  ...Object.values(samples),
  '<b title="&amp;">\'&lt;\' & &#x27; &eacute;</b>',
  ...['scripts/build.mjs', 'package.json', 'README.md'].map((file) => readFileSync(file, 'utf8').slice(0, 4000)),
];

describe('the stand-in for parse5', () => {
  it('is tried with all languages', () => expect(languages.length).toBeGreaterThan(45));

  it.each(languages)('parses code highlighted as %s as parse5 does', async (language) => {
    const standIn = await import(resolve('scripts/stand-ins/highlighted-html.mjs'));
    // From here on highlight.js marks code in place of HTML's tags.
    await loadHighlighter([], () => true);
    for (const code of codes) {
      const html: string = highlighter.highlight(code, { language, ignoreIllegals: true }).value;
      expect(html).not.toContain('<');
      const tree: Node = parseFragment(html, { treeAdapter });
      expect(outline(standIn.parseFragment(html))).toEqual(outline(tree));
    }
  });
});
