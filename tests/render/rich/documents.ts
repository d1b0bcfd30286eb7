import fc from 'fast-check';

/** Markdown, and the words that a reader has to find in it. */
export interface Piece {
  readonly markdown: string;
  readonly words: readonly string[];
  /** Whether the words must stand in this order: a table's may be set in rows or in stacks. */
  readonly ordered: boolean;
}

const scripts = [
  'word',
  'naïveté',
  'Donaudampfschifffahrtsgesellschaft',
  '日本語のテキスト',
  '、。「漢字」',
  '한국어',
  'العربية',
  'עברית',
  'Здравствуйте',
  'ภาษาไทย',
  '👩‍👩‍👧‍👦',
  '🇫🇷',
  '❤️',
  'e\u0301te\u0301',
  'non\u00a0breaking',
  'a-b',
  'x/y',
];

const word = fc.constantFrom(...scripts);
const phrase = fc.array(word, { minLength: 1, maxLength: 8 });

/** Phrasing content, each kind around plain words. */
const inline: fc.Arbitrary<Piece> = fc
  .tuple(phrase, fc.constantFrom('', '**', '*', '~~', '`', '[', '<b>', '!['))
  .map(([words, mark]) => {
    const text = words.join(' ');
    const markdown =
      mark === '['
        ? `[${text}](https://example.org/a)`
        : mark === '!['
          ? `![${text}](https://example.org/a.png)`
          : mark === '<b>'
            ? `<b>${text}</b>`
            : `${mark}${text}${mark}`;
    return { markdown, words, ordered: true };
  });

const inlines: fc.Arbitrary<Piece> = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((pieces) => join(pieces, ' '));

function join(pieces: readonly Piece[], separator: string): Piece {
  return {
    markdown: pieces.map(({ markdown }) => markdown).join(separator),
    words: pieces.flatMap(({ words }) => words),
    ordered: pieces.every(({ ordered }) => ordered),
  };
}

function prefixed(piece: Piece, first: string, rest: string): Piece {
  const lines = piece.markdown.split('\n');
  return { ...piece, markdown: lines.map((line, index) => (index === 0 ? first : rest) + line).join('\n') };
}

const code = fc.array(phrase, { minLength: 1, maxLength: 4 }).map((lines): Piece => {
  const body = lines.map((words) => words.join(' ')).join('\n');
  return { markdown: `\`\`\`js\n${body}\n\`\`\``, words: lines.flat(), ordered: true };
});

const table = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 4 }))
  .chain(([width, height]) =>
    fc.array(fc.array(inlines, { minLength: width, maxLength: width }), {
      minLength: height + 1,
      maxLength: height + 1,
    }),
  )
  .map((rows): Piece => {
    const lines = rows.map((row) => `| ${row.map(({ markdown }) => markdown).join(' | ')} |`);
    const align = `|${(rows[0] ?? []).map((_, index) => [' --- ', ' :-: ', ' --: '][index % 3]).join('|')}|`;
    return {
      markdown: [lines[0], align, ...lines.slice(1)].join('\n'),
      words: rows.flat().flatMap(({ words }) => words),
      ordered: false,
    };
  });

const block: fc.Arbitrary<Piece> = fc.letrec<{ block: Piece; leaf: Piece; list: Piece; quote: Piece }>((tie) => ({
  leaf: fc.oneof(
    { weight: 4, arbitrary: inlines },
    inlines.map((piece) => prefixed(piece, '### ', '')),
    fc.constant({ markdown: '---', words: [], ordered: true }),
    code,
    table,
    inlines.map((piece) => ({
      ...piece,
      markdown: `<dl><dt>${plain(piece)}</dt><dd>${plain(piece)}</dd></dl>`,
      words: [...piece.words, ...piece.words],
    })),
  ),
  list: fc
    .tuple(
      fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('- ', '7. ', '- [x] ', '- [ ] '),
      fc.boolean(),
    )
    .map(([items, mark, loose]) =>
      join(
        items.map((item) => prefixed(join([textPiece, item], '\n\n'), mark, mark.startsWith('-') ? '  ' : '   ')),
        loose ? '\n\n' : '\n',
      ),
    ),
  quote: fc
    .tuple(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), fc.constantFrom('', '[!NOTE]\n'))
    .map(([inner, alert]) =>
      prefixed({ ...join(inner, '\n\n'), markdown: alert + join([textPiece, ...inner], '\n\n').markdown }, '> ', '> '),
    ),
  block: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('list'), tie('quote')),
})).block;

const textPiece: Piece = { markdown: 'text', words: [], ordered: true };

function plain(piece: Piece): string {
  return piece.words.join(' ');
}

/** Articles of a few blocks, in many scripts. */
export const documents: fc.Arbitrary<readonly Piece[]> = fc.array(block, { minLength: 1, maxLength: 5 });

export function markdownOf(pieces: readonly Piece[]): string {
  return pieces.map(({ markdown }) => markdown).join('\n\n');
}
