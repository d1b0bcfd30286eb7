import fc from 'fast-check';

/** Markdown, and the words that a reader has to find in it. */
export interface Sample {
  readonly markdown: string;
  readonly words: readonly string[];
  /** Whether the words must come in this order: a table's may be set in rows or in stacks. */
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
const inline: fc.Arbitrary<Sample> = fc
  .tuple(phrase, fc.constantFrom('', '**', '*', '~~', '`', '[', '<b>', '!['))
  .map(([words, delimiter]) => {
    const text = words.join(' ');
    const markdown =
      delimiter === '['
        ? `[${text}](https://example.org/a)`
        : delimiter === '!['
          ? `![${text}](https://example.org/a.png)`
          : delimiter === '<b>'
            ? `<b>${text}</b>`
            : `${delimiter}${text}${delimiter}`;
    return { markdown, words, ordered: true };
  });

const inlines: fc.Arbitrary<Sample> = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((samples) => join(samples, ' '));

function join(samples: readonly Sample[], separator: string): Sample {
  return {
    markdown: samples.map(({ markdown }) => markdown).join(separator),
    words: samples.flatMap(({ words }) => words),
    ordered: samples.every(({ ordered }) => ordered),
  };
}

function prefixed(sample: Sample, first: string, rest: string): Sample {
  const lines = sample.markdown.split('\n');
  return { ...sample, markdown: lines.map((line, index) => (index === 0 ? first : rest) + line).join('\n') };
}

const code = fc.array(phrase, { minLength: 1, maxLength: 4 }).map((lines): Sample => {
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
  .map((rows): Sample => {
    const lines = rows.map((row) => `| ${row.map(({ markdown }) => markdown).join(' | ')} |`);
    const align = `|${(rows[0] ?? []).map((_, index) => [' --- ', ' :-: ', ' --: '][index % 3]).join('|')}|`;
    return {
      markdown: [lines[0], align, ...lines.slice(1)].join('\n'),
      words: rows.flat().flatMap(({ words }) => words),
      ordered: false,
    };
  });

const block: fc.Arbitrary<Sample> = fc.letrec<{ block: Sample; leaf: Sample; list: Sample; quote: Sample }>((tie) => ({
  leaf: fc.oneof(
    { weight: 4, arbitrary: inlines },
    inlines.map((sample) => prefixed(sample, '### ', '')),
    fc.constant({ markdown: '---', words: [], ordered: true }),
    code,
    table,
    inlines.map((sample) => ({
      ...sample,
      markdown: `<dl><dt>${plain(sample)}</dt><dd>${plain(sample)}</dd></dl>`,
      words: [...sample.words, ...sample.words],
    })),
  ),
  list: fc
    .tuple(
      fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('- ', '7. ', '- [x] ', '- [ ] '),
      fc.boolean(),
    )
    .map(([items, marker, loose]) =>
      join(
        items.map((item) => prefixed(join([textSample, item], '\n\n'), marker, marker.startsWith('-') ? '  ' : '   ')),
        loose ? '\n\n' : '\n',
      ),
    ),
  quote: fc
    .tuple(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), fc.constantFrom('', '[!NOTE]\n'))
    .map(([inner, alert]) =>
      prefixed({ ...join(inner, '\n\n'), markdown: alert + join([textSample, ...inner], '\n\n').markdown }, '> ', '> '),
    ),
  block: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('list'), tie('quote')),
})).block;

const textSample: Sample = { markdown: 'text', words: [], ordered: true };

function plain(sample: Sample): string {
  return sample.words.join(' ');
}

/** Articles of a few blocks, in many scripts. */
export const documents: fc.Arbitrary<readonly Sample[]> = fc.array(block, { minLength: 1, maxLength: 5 });

export function markdownOf(samples: readonly Sample[]): string {
  return samples.map(({ markdown }) => markdown).join('\n\n');
}
