import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../src/article/article-tree.ts';
import { eachSection } from '../../src/article/each-section.ts';
import { parseBody } from '../../src/article/parse-body.ts';
import { parseBodyLazily } from '../../src/article/parse-lazily.ts';
import { createSection } from '../../src/article/section-tree.ts';
import { splitAtHeadings } from '../../src/article/split-at-headings.ts';
import { DocumentText } from '../../src/markdown/document-text.ts';
import { MarkdownDocument } from '../../src/markdown/markdown-document.ts';
import { allParsers } from '../../src/markdown/parsers.ts';
import { inTurn, runs } from '../support/effort.ts';
import { examples } from '../support/examples.ts';
import { realTexts } from '../support/real-texts.ts';
import { writtenBlocks } from '../support/written-blocks.ts';

/**
 * Returns everything that is known of a text's parts: by parsing all its blocks at once, by its headings alone at
 * first, or with the words counted on the way.
 */
function partsOf(markdown: string, requested: { readonly keep: boolean; readonly words?: boolean }) {
  const text = new DocumentText(markdown);
  const document = new MarkdownDocument(allParsers);
  const steps = splitAtHeadings(text, document, requested);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { links, footnotes } = document.definitions;
  const found = { links: { ...links }, footnotes: [...footnotes.keys()] };
  const parts = step.value.map((part) => ({
    heading: part.heading && writtenBlocks([part.heading]),
    id: part.id,
    line: part.line,
    source: part.source,
    words: createSection({ number: '', id: '', title: '', level: 1 }, [part]).words,
    blocks: writtenBlocks([...part.blocks]),
  }));
  return { ...found, parts };
}

function expectTheSame(markdown: string): void {
  const parsed = { markdown, ...partsOf(markdown, { keep: true }) };
  expect({ markdown, ...partsOf(markdown, { keep: false }) }).toEqual(parsed);
  expect({ markdown, ...partsOf(markdown, { keep: false, words: true }) }).toEqual(parsed);
}

const settings: [name: string, set: (example: string) => string][] = [
  ['alone', (example) => example],
  ['between headings', (example) => `# a\n\n${example}\n\n# b\n`],
  ['right before a heading', (example) => `${example}\n# b\n`],
  ['above an underline', (example) => `a\n\n${example}\n===\n\nb\n`],
  ['in a list item', (example) => example.replace(/^/gm, '  ').replace(/^ /, '-')],
];

test.each(settings.map((setting, turn) => [...setting, turn] as const))(
  'a text has the parts of the whole, examples of the specifications %s',
  (_, set, turn) => {
    for (const { markdown } of inTurn(examples(), 3, turn)) expectTheSame(set(markdown).trimEnd());
  },
);

test('real texts have the parts of the whole', () => {
  for (const text of realTexts()) expectTheSame(text);
});

test('real texts joined have the parts of the whole', () => {
  expectTheSame(realTexts().join('\n\n'));
});

test('a long article has the words of its blocks; its title is not counted', () => {
  const text = `# Title\n\nlead words\n\n## a\n\n${'one *two* `three` four.\n\n'.repeat(3_000)}`;
  const { title, lead, sections } = parseBody(text, {}, allParsers);
  expect([title, lead.words, sections.map(({ words }) => words)]).toEqual(['Title', 2, [12_001]]);
});

test('an outline has the sections of the whole, and their words where these are requested', async () => {
  const outline = ({ title, lead, sections }: Article) =>
    [lead, ...eachSection(sections)].map(({ number, id, title: own, line, endLine }) => [
      title,
      number,
      id,
      own,
      line,
      endLine,
    ]);
  const words = ({ lead, sections }: Article) => [lead, ...eachSection(sections)].map((section) => section.words);
  for (const text of realTexts()) {
    const whole = await parseBodyLazily(text);
    expect(outline(await parseBodyLazily(text, { outline: 'titles' }))).toEqual(outline(whole));
    const counted = await parseBodyLazily(text, { outline: 'words' });
    expect([outline(counted), words(counted)]).toEqual([outline(whole), words(whole)]);
  }
});

test('lines in any order have the parts of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 12 }), (parts) =>
      expectTheSame(parts.join('\n').trimEnd()),
    ),
    runs(2_000),
  );
});

const lines = [
  ...['# a', '## b', '  ### c {#id}', '#d', 'a', 'a b', '===', '---', '', '', '', '    a', '\ta', '$$'],
  ...['- a', '  - b', '1. c', '- # a', '> # a', '> a', '```', '~~~js', '<div>', '</div>', '<!-- a', '-->', '<b>a</b>'],
  ...['- [x] a', '- [X] `a` b', '- a\nb', 'a <b>c</b>d', '<img alt="a b">', 'a**b**', '| `a` | b |', '日本'],
  ...['[a]: /b', '[a][a]', '[^1]: a', 'a[^1]', 'a', ': b', ': [a]: /c', '| a | b |', '|---|---|', '::: tip', ':::'],
  ...['<h2>a</h2>', '<pre>', '</pre>', '\u00a0# a'],
];
