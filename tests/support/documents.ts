import fc from 'fast-check';

/** A tree of Markdown, as lines that can be set into another; its inlines are words in many scripts, styled at random. */
type Lines = readonly string[];

const words = fc.constantFrom(
  ...'word naïve Straße λόγος слово שלום مرحبا नमस्ते ไทย 漢字 かな。 「引用」 한국어 👍🏽 👩‍👩‍👧 🇫🇷 e\u0301 a\u0308\u0323 l’été 3.14 x=y Ω (a) “b” c; d: e! f? Zürich–Bern'.split(
    ' ',
  ),
);
/** What is next to a delimiter of emphasis: letters, for punctuation there needs more than other parsers agree on. */
const letters = fc.constantFrom('word', 'Straße', 'слово', 'שלום', '漢字', '한국어');
/**
 * Words that Markdown could take for something else, escaped as an author would. No single letter is in brackets: on a
 * line of its own that is a formula, in a dialect that the other parsers lack.
 */
const escaped = fc.constantFrom(
  '\\*',
  '\\_a\\_',
  '\\`',
  '\\[sic\\]',
  '\\<b>',
  '&amp;',
  '&lt;i&gt;',
  '\\#',
  '\\~',
  '&#42;',
  '\\\\',
  '\\|',
);

const phrase = fc
  .array(fc.oneof({ weight: 6, arbitrary: words }, { weight: 1, arbitrary: escaped }), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(' '));

const styled = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    phrase,
    ...['**', '*', '~~', '***'].map((delimiter) =>
      fc
        .tuple(letters, tie('inline'), letters)
        .map(([first, inner, last]) => `${delimiter}${first} ${inner} ${last}${delimiter}`),
    ),
    fc
      .tuple(tie('inline'), fc.constantFrom('b', 'u', 'kbd', 'mark', 'span', 'q'))
      .map(([inner, tag]) => `<${tag}>${inner}</${tag}>`),
    phrase.map((inner) => `[${inner}](https://example.org/a_b "t")`),
    phrase.map((inner) => `![${inner}](a.png)`),
    words.map((inner) => `\`${inner} * <b> &amp;\``),
    fc.constantFrom('https://example.org/x_y', '<https://example.org>', '<!-- note -->x<sup>2</sup>'),
  ),
})).inline;

/** One line of inlines. Between two of them there is a space, so that what styles them can open and close. */
const line = fc.array(styled, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const paragraph: fc.Arbitrary<Lines> = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .chain((lines) =>
    fc.constantFrom('', '  ', '\\').map((end) => lines.map((text, at) => text + (at < lines.length - 1 ? end : ''))),
  )
  .map((lines) => lines.map((text, at) => (at === 0 ? text : continued(text))));

/** Escapes a line that goes on with a paragraph, which must not look like the beginning of something else. */
function continued(text: string): string {
  return /^(?:[-+#>=]|\d|<|\s)/.test(text) ? `x ${text}` : text;
}

const code: fc.Arbitrary<Lines> = fc
  .array(fc.constantFrom('const a = 1;', '', '  **b** [c](d)', '> e', '| f |', '漢字 = `g`;'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((lines) => ['```js title="x"', ...lines, 'end', '```']);

const cell = line.map((text) => text.replace(/\\?\|/g, '\\|'));
const table: fc.Arbitrary<Lines> = fc.integer({ min: 1, max: 4 }).chain((columns) =>
  fc
    .tuple(
      fc.array(
        words.map((word) => `${word} h`),
        { minLength: columns, maxLength: columns },
      ),
      fc.array(fc.constantFrom(':--', '--:', ':-:', '---'), { minLength: columns, maxLength: columns }),
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 3 }),
    )
    .map(([header, align, rows]) => [header, align, ...rows].map((row) => `| ${row.join(' | ')} |`)),
);

const html: fc.Arbitrary<Lines> = fc
  .tuple(phrase, phrase)
  .chain(([one, two]) =>
    fc.constantFrom<Lines>(
      ['<div align="center">', `<p>${one}<br>${two}</p>`, '</div>'],
      ['<details>', `<summary>${one}</summary>`, '', two, '', '</details>'],
      [`<ul><li>${one}<li>${two}</ul>`],
      [`<dl><dt>${one}<dd>${two}</dl>`],
      [`<pre>${one}`, `${two}</pre>`],
      ['<!-- ', one, '-->'],
    ),
  );

const blocks = fc.letrec<{ block: Lines; blocks: Lines }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    code,
    html,
    fc.constant<Lines>(['***']),
    fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => [`${'#'.repeat(level)} ${text}`]),
    tie('blocks').map((inner) => inner.map((text) => `> ${text}`.trimEnd())),
    fc
      .tuple(
        fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('-', '*', '1.', '17.', '- [x]', '- [ ]'),
        fc.boolean(),
      )
      .map(([items, marker, loose]) => items.flatMap((item) => [...listItem(item, marker), ...(loose ? [''] : [])])),
  ),
  blocks: fc
    .array(tie('block'), { minLength: 1, maxLength: 3 })
    .map((list) => list.flatMap((lines, at) => (at > 0 ? ['', ...lines] : lines))),
}));

function listItem(lines: Lines, marker: string): string[] {
  const pad = ' '.repeat((marker.split(' ')[0] ?? '').length + 1);
  // A task has its box before words.
  const head = marker.includes('[') ? [`${marker} task`, '', ...indent(lines, pad)] : [];
  return head.length > 0
    ? head
    : indent(lines, pad).map((text, at) => (at === 0 ? marker + text.slice(marker.length) : text));
}

function indent(lines: Lines, pad: string): string[] {
  return lines.map((text) => (text ? pad + text : ''));
}

/** Markdown documents of random blocks and inlines, with a table at most. */
export const documents: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(blocks.block, { maxLength: 3 }),
    fc.option(table),
    fc.array(blocks.block, { minLength: 1, maxLength: 3 }),
  )
  .map(([before, table, after]) => [...before, ...(table ? [table] : []), ...after])
  .map((list) => `${list.map((lines) => lines.join('\n')).join('\n\n')}\n`);
