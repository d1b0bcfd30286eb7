import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Tokenizer } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { DomElement } from '../../../../src/source/html/dom/dom-element.ts';
import { openDocument } from '../../../../src/source/html/dom/open-document.ts';
import { lengthOf, lineOf, rename, unwrap } from '../../../../src/source/html/dom/tree.ts';
import { runs } from '../../../support/effort.ts';

// linkedom, a whole DOM, is the judge of ours: the same page, queried and changed in the same way, must say the same.

const folder = new URL('../../../fixtures/html/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));

const selectors = [
  '*',
  'p',
  'a[href]',
  'H2, ul, li',
  'div > p',
  'ul li',
  'blockquote p, li > a',
  '[id]',
  '[class*="a"]',
  '[class~="note"]',
  '[id^="x"]',
  '[title$="b"]',
  'a[href^="#"]',
  'a:not([href])',
  'input:not([type="checkbox"])',
  '.note',
  '#x1',
  'div.note, p#x2',
];

/**
 * Writes a node as a line: its name, sorted attributes and all that is in it, runs of texts as one, comments left out.
 */
function outline(node: { nodeType: number; nodeName: string; textContent: string | null }): string {
  if (node.nodeType === 3) return JSON.stringify(node.textContent);
  const element = node as unknown as DomElement;
  const attributes = Array.from(element.attributes, ({ name, value }) => `${name}=${JSON.stringify(value)}`).sort();
  const inside = Array.from(element.childNodes, (child) =>
    (child.nodeType as number) === 8 ? '' : outline(child),
  ).join('');
  return `<${[element.nodeName.toUpperCase(), ...attributes].join(' ')}>${inside.replaceAll('""', '')}</>`;
}

function open(html: string) {
  const page = `<html><head></head><body>${html}</body></html>`;
  const theirs = parseHTML(page).document.body as unknown as DomElement;
  for (const element of [theirs, ...theirs.querySelectorAll('*')]) {
    for (const child of [...element.childNodes]) if ((child.nodeType as number) === 8) child.remove();
  }
  return { ours: openDocument(page).body, theirs };
}

const name = fc.constantFrom(
  'div',
  'p',
  'a',
  'b',
  'ul',
  'li',
  'h2',
  'blockquote',
  'span',
  'table',
  'tr',
  'td',
  'img',
  'br',
  'form',
  'script',
  'title',
  'svg',
);
const attribute = fc.constantFrom(
  '',
  ' href="#x1"',
  ' href="/p"',
  ' class="note a"',
  " class='b'",
  ' id="x1"',
  ' id=x2',
  ' title="ab"',
  ' title="&copy=1 &amp &notit; &#8364;&#x41 &"',
  ' alt=&lt;b',
  ' hidden',
  ' type="checkbox"',
);
const text = fc.constantFrom(
  'word',
  ' ',
  '\n',
  ' two  words ',
  'a &amp; b',
  '&lt;p',
  '&copy &notit; &AMP;',
  '&#128; &#x26 &#0;&bogus;&',
  'a < b',
  '<b title="x',
  '\u00a0',
  '<!-- c -->',
  '<?x y>',
  'é',
);
const piece = fc.oneof(
  fc
    .tuple(name, attribute, attribute)
    .map(([tag, first, second]) => `<${tag}${first}${first === second ? '' : second}>`),
  name.map((tag) => `</${tag}>`),
  text,
);
const page = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** Changes of a tree, each to be done in both. */
const changes: readonly ((root: DomElement, at: number) => void)[] = [
  (root, at) => pick(root, at)?.remove(),
  (root, at) => {
    const element = pick(root, at);
    if (element) unwrap(element);
  },
  (root, at) => {
    const element = pick(root, at);
    if (element) rename(element, 'section').setAttribute('class', 'note');
  },
  (root, at) => {
    const [first, second] = [pick(root, at), pick(root, at * 7 + 3)];
    if (first && second && !first.contains(second) && !second.contains(first))
      first.parentNode?.insertBefore(second, first.nextSibling === second ? null : first);
  },
  (root, at) => {
    const [first, second] = [pick(root, at), pick(root, at * 5 + 1)];
    if (first && second && !second.contains(first) && !first.contains(second)) first.replaceWith(second);
  },
  (root, at) => {
    const element = pick(root, at);
    if (element?.childNodes.length === 0) element.textContent = ' new text ';
  },
  (root, at) => pick(root, at)?.setAttribute('href', '#x1'),
  (root, at) => pick(root, at)?.removeAttribute('href'),
  (root, at) => {
    const element = pick(root, at);
    if (element) root.appendChild(element.cloneNode(true));
  },
];

function pick(root: DomElement, at: number): DomElement | undefined {
  const elements = root.querySelectorAll('*');
  return elements[at % Math.max(1, elements.length)];
}

function expectEqual(ours: DomElement, theirs: DomElement): void {
  expect(outline(ours)).toBe(outline(theirs));
  expect(ours.textContent).toBe(theirs.textContent);
  for (const selector of selectors) {
    expect(ours.querySelectorAll(selector).map(outline), selector).toEqual(
      Array.from(theirs.querySelectorAll(selector)).map(outline),
    );
  }
  for (const element of [ours, ...ours.querySelectorAll('*')]) expectExtent(element);
}

/** Expects that what an element keeps of its text is what one finds who builds that text. */
function expectExtent(element: DomElement): void {
  const line = lineOf(element);
  expect(lengthOf(element)).toBe(line.length);
  const { linked, linkedWithinPage } = element.extent;
  const anchors = element.querySelectorAll('a');
  expect(linked + linkedWithinPage).toBe(anchors.reduce((sum, anchor) => sum + lineOf(anchor).length, 0));
  const within = anchors.filter((anchor) => /^#./.test(anchor.getAttribute('href') ?? ''));
  expect(linkedWithinPage).toBe(within.reduce((sum, anchor) => sum + lineOf(anchor).length, 0));
}

test.each(pages)('%s is the same tree', (file) => {
  const html = readFileSync(new URL(file, folder), 'utf8');
  const ours = openDocument(html);
  const theirs = parseHTML(html).document;
  expect(outline(ours.body)).toBe(outline(theirs.body as never));
  expect(outline(ours.head)).toBe(outline(theirs.head as never));
  expect(ours.title).toBe(theirs.title);
  expect(ours.querySelectorAll('meta[content], link[rel="canonical"], h1, html').length).toBe(
    theirs.querySelectorAll('meta[content], link[rel="canonical"], h1, html').length,
  );
});

test('random pages are the same tree, before and after random changes', () => {
  fc.assert(
    fc.property(
      page,
      fc.array(fc.tuple(fc.nat(changes.length - 1), fc.nat(1000)), { maxLength: 12 }),
      (html, steps) => {
        const { ours, theirs } = open(html);
        expectEqual(ours, theirs);
        for (const [change, at] of steps) {
          changes[change]?.(ours, at);
          changes[change]?.(theirs, at);
          expectEqual(ours, theirs);
        }
      },
    ),
    runs(300),
  );
});

describe('the document of a fragment of a page', () => {
  test.each([
    ['', ''],
    ['words', '"words"'],
    ['<p>a</p>', '<P>"a"</>'],
    ['<!doctype html><!-- c --><html>bare', '"bare"'],
    ['<html><body>x</body>tail</html>after', '"xtailafter"'],
    ['<html><p>before</p><body>x', '<P>"before"</>"x"'],
    ['<body><body class="b"><head><p>x', '<P>"x"</>'],
    ['<html lang="en"><head><title>T</title></head><body><html><body>x', '"x"'],
    ['<P CLASS="A" class="b">x', '<P class="A">"x"</>'],
    ['<form id=a><form id=b class=c>x', '<FORM id="a">"x"</>'],
    ['<p>x<p class="y', '<P>"x"</>'],
    ['x</p class=a>y</br class=b>z', '"x"<P></>"y"<BR></>"z"'],
  ])('%s', (html, expected) => {
    expect(Array.from(openDocument(html).body.childNodes, outline).join('')).toBe(expected);
  });

  test('has one head, with the language of the page', () => {
    const { documentElement, title } = openDocument(
      '<html lang="en"><head><title>T &amp; U</title></head><body><head>',
    );
    expect(documentElement.getAttribute('lang')).toBe('en');
    expect(title).toBe('T & U');
  });
});

test('a selector that is not known is refused', () => {
  const { body } = openDocument('<p>x');
  expect(() => body.querySelectorAll('p:first-child')).toThrow('selector');
  expect(() => body.querySelectorAll('p + p')).toThrow('selector');
});

test('style shows what hides an element', () => {
  const { body } = openDocument('<p style="color:red; DISPLAY : None !important">x<p style="visibility:hidden">y<p>z');
  expect(body.children.map(({ style }) => [style.display, style.visibility])).toEqual([
    ['none', ''],
    ['', 'hidden'],
    ['', ''],
  ]);
});

test('the method that our tokenizer replaces is there: without it pages would be read, but slowly', () => {
  expect(Tokenizer.prototype).toHaveProperty('fastForwardTo');
});
