import commonMark from 'commonmark-test-suite';
import { parseHTML } from 'linkedom';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { readHtml } from '../../../../src/source/html/html.ts';

// The HTML of CommonMark's examples, read as a page, must become Markdown that another parser turns into the same HTML.

/** Sections about what is deliberately not kept: raw HTML, and images without a web address. */
const leftOut = /HTML|Images|Link reference definitions/;

/** Examples that do not come back, by what is lost on purpose. */
const lostOnPurpose = {
  'a link without words, or to no web page': [21, 31, 476, 477, 484, 487, 642, 643, 485, 486, 567, 596, 598, 599, 601],
  'a rule at the very start or end, or one after another': [43, 47, 77, 85, 88, 92, 94, 96, 98, 99, 100, 101, 115, 234],
  'what is empty': [79, 126, 129, 130, 138, 144, 237, 239, 240, 280, 281, 282, 283, 284, 315, 334],
  'the first line of code, when empty': [127],
  'space at the edge of code': [331, 332, 336],
  'emphasis of punctuation': [56, 437, 438, 440, 441, 449, 450, 452, 453],
  'emphasis within its like': [
    369, 373, 389, 407, 408, 409, 417, 418, 419, 425, 426, 427, 432, 461, 463, 464, 465, 466, 468,
  ],
  'elements that HTML does not know': [491, 494, 524, 536],
  'an address without a link, which GFM makes one': [602, 606, 608, 611, 612],
} as const;

const cases = commonMark['0.31.2'].testCases.filter(
  ({ section, html }) => !leftOut.test(section) && !html.includes('<img'),
);
test('CommonMark examples come back, all but those', () => {
  const lost = cases.filter(({ html }) => !comesBack(html)).map(({ example }) => example);
  const expected = Object.values(lostOnPurpose).flat();
  expect(lost).toEqual(expected.filter((example) => lost.includes(example)).sort((a, b) => a - b));
  expect(cases.length).toBeGreaterThan(500);
});

function comesBack(html: string): boolean {
  const { markdown } = readHtml(html, { whole: true, address: 'https://site.example/' });
  const options = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] };
  return outline(html) === outline(micromark(markdown, options));
}

/** Returns elements and words, without attributes, `<p>` in list items and the space between blocks. */
function outline(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const write = (node: typeof document.body): string => {
    if (node.nodeType === 3) return (node.textContent ?? '').replace(/\s+/g, ' ');
    if (node.nodeType === 8) return '';
    const name = node.nodeName.toLowerCase();
    const inside = [...node.childNodes].map((child) => write(child as never)).join('');
    if (name === 'body') return inside;
    return name === 'p' && node.parentNode?.nodeName === 'LI' ? ` ${inside} ` : `<${name}>${inside}</${name}>`;
  };
  return write(document.body)
    .replace(/\s*(<\/?(?:p|li|ul|ol|blockquote|h\d|pre|hr|br)>)\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
