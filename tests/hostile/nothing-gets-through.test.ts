import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import type { Format } from '../../src/render/formats.ts';
import { type RenderOptions, render } from '../../src/render/render-to-string.ts';
import { createOutputFilter } from '../../src/terminal/output-filter.ts';
import type { View } from '../../src/view/view.ts';
import { inTurn, runs, sample } from '../support/effort.ts';
import { createTally } from '../support/tally.ts';
import { typed } from '../support/typed.ts';
import { writeAnew } from '../support/write-anew.ts';
import { strangersIn } from './strangers.ts';
import { contexts, otherKinds, threats } from './threats.ts';

const formats: readonly (RenderOptions & { readonly format: Format })[] = [
  { format: 'rich', colorLevel: 2, hyperlinks: true, width: 60 },
  { format: 'rich', colorLevel: 0, hyperlinks: false, links: 'inline', width: 24 },
  { format: 'plain' },
  { format: 'markdown' },
  { format: 'html' },
  { format: 'json' },
];

const tally = createTally('hostile text');

/** Returns all threats, or a sixth of them: other ones in each of the contexts, so that each is tried in many. */
function threatsFor(context: string): [string, string][] {
  const at = [...Object.keys(contexts), ...Object.keys(otherKinds)].indexOf(context);
  return [...inTurn(Object.entries(threats), 6, at)];
}

/** Headings and metadata show in every view, all else in the article alone. */
function views(markdown: string): readonly View[] {
  const article = parseArticle(markdown);
  const whole: View = { kind: 'article', article };
  if (article.title === '' && article.sections.length === 0) return [whole];
  return [
    whole,
    { kind: 'outline', article },
    { kind: 'sections', article, sections: article.sections },
    {
      kind: 'summary',
      article,
      ...(article.metadata.abstract !== undefined && { abstract: article.metadata.abstract }),
      sentences: [],
    },
  ];
}

/** Returns what gets through in any view and format, before the filter of the streams, and after it. */
function getsThrough(name: string, markdown: string): string[] {
  return views(markdown).flatMap((view) =>
    formats.flatMap((options) => {
      tally.attempts += 1;
      const escapes = (options.colorLevel ?? 0) > 0;
      const text = render(view, options);
      const filtered = createOutputFilter({ escapes })(text);
      const rendered = strangersIn(text, { escapes });
      // A line that leaves a direction open is closed by the filter, since a renderer may have cut it anywhere.
      const found = rendered.filter((what) => !what.startsWith('direction'));
      found.push(...(filtered === text ? rendered : strangersIn(filtered, { escapes })));
      if (found.length > 0) tally.failures += 1;
      return found.map((what) => `${name}, ${view.kind} as ${options.format}: ${what}`);
    }),
  );
}

const unseen = /address|title|label|info|language|attributes|comment|matter|reference/;

test.each(Object.entries(contexts))('in %s', (context, put) => {
  const found = threatsFor(context).flatMap(([threat, text]) => [
    ...getsThrough(`${threat} in ${context}`, put(`before ${text} after`)),
    ...getsThrough(`${threat} within a word in ${context}`, put(`before${text}after`)),
  ]);
  expect(found).toEqual([]);
  if (unseen.test(context)) return;
  for (const [threat, text] of threatsFor(context)) {
    const article = parseArticle(put(`before ${text} after`));
    for (const options of formats) {
      const shown = render({ kind: 'article', article }, options);
      expect(shown, `${threat} swallows words`).toMatch(/before[\s\S]*after/);
    }
  }
});

test('any mixture of threats in any context', () => {
  const piece = fc.oneof(
    fc.constantFrom(...Object.values(threats)),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '&#',
      ';',
      'x1b',
      '27',
      '[',
      ']8;;',
      '\\',
      '\x1b',
      '\x9d',
      '*',
      '`',
      '<',
      '>',
      '\n',
      '\r',
      '|',
      '\u202e',
    ),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom(...Object.keys(contexts)), (hostile, context) => {
      expect(getsThrough(`a mixture in ${context}`, contexts[context]?.(hostile) ?? '')).toEqual([]);
    }),
    runs(400),
  );
});

/** What gets through where a command line is typed in a folder; or what it says where it fails. */
async function strangersOf(command: readonly string[], folder: string): Promise<string[]> {
  tally.attempts += 1;
  const { out, errors } = await typed(command, folder);
  // RFC 4180 ends lines with both.
  const text = command.includes('--csv') ? out.replaceAll('\r\n', '\n') : out;
  const found = [
    ...strangersIn(text, { escapes: command.includes('--no-pager') }),
    ...strangersIn(errors, { escapes: false }),
    ...(/went wrong inside/.test(errors) ? [errors] : []),
  ];
  if (found.length > 0) tally.failures += 1;
  return found;
}

describe('in a text that is not Markdown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-'));
  const commands = [
    ['read', '--color', 'always', '--no-pager'],
    ['read', '--plain'],
    ['read', '--format', 'html'],
    ['read', '--json'],
    ['read', '--format', 'markdown'],
    ['sections', '--no-pager'],
    ['summary', '--no-pager'],
    ['search', 'before', '--no-pager'],
  ];

  test.each(Object.entries(otherKinds))('%s', async (kind, put) => {
    const found: string[] = [];
    for (const [index, [threat, text]] of threatsFor(kind).entries()) {
      const name = `text.${kind}`;
      writeAnew(join(folder, name), put(`before ${text} after`));
      for (const command of inTurn(commands, 3, index)) {
        const strangers = await strangersOf([...command, name], folder);
        found.push(...strangers.map((what) => `${threat} in ${kind}, ${command.join(' ')}: ${what}`));
      }
    }
    expect(found).toEqual([]);
  });
});

test('in links, code, tables and the words that a shell completes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-'));
  const name = 'text.md';
  const commands = [
    ['links', '--color', 'always', '--no-pager', name],
    ['links', '--plain', name],
    ['links', '--json', name],
    ['code', '--color', 'always', '--no-pager', name],
    ['code', '--plain', name],
    ['tables', '--plain', name],
    ['tables', '--csv', name],
    ['read', '--accessible', '--color', 'always', '--no-pager', name],
    ['read', '--color', 'always', '--images', '--no-pager', name],
    ['read', '--color', 'always', '--hyphenate', '--justify', '--width', '30', '--no-pager', name],
    ['complete', 'bash', '--', 'read', name, ''],
    ['complete', 'zsh', '--', 'read', name, 'b'],
  ];
  const found: string[] = [];
  for (const [index, context] of sample(Object.keys(contexts), 5).entries()) {
    for (const [threat, hostile] of threatsFor(context)) {
      writeAnew(join(folder, name), contexts[context]?.(`before ${hostile} after`) ?? '');
      for (const command of inTurn(commands, 4, index)) {
        const strangers = await strangersOf(command, folder);
        found.push(...strangers.map((what) => `${threat} in ${context}, ${command.join(' ')}: ${what}`));
      }
    }
  }
  expect(found).toEqual([]);
});

test('what is dropped can be shown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-'));
  writeFileSync(
    join(folder, 'hidden.md'),
    '# T\u202eitle\r\n\r\nThis \x1b[31mis&#27;[0m `&#27;` h\u{e0041}id\u200bden.\n',
  );
  const plain = ['read', 'hidden.md', '--plain', '--no-pager'];
  expect((await typed(plain, folder)).out).toBe('Title\n\nThis is &#27; hidden.\n');
  expect((await typed([...plain, '--show-hidden'], folder)).out).toBe(
    'TU+202Eitle\n\nThis ␛[31mis␛[0m &#27; hU+E0041idU+200Bden.\n',
  );
});

describe('typed on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-'));

  test.each(Object.entries(threats))('%s', async (_, text) => {
    const word = `x${text}y`;
    const lines: (readonly string[])[] = [
      ['read', word],
      ['read', 'guide', word],
      ['read', `./${word}.md`],
      ['read', '-a', word],
      ['read', `#${word}`],
      ['read', `--${word}`],
      ['read', '--width', word],
      ['read', '--format', word],
      ['read', `https://${word}.invalid:0/`],
      ['sections', `${word}.md`],
      ['summary', word],
      ['save', `${word}.md`],
      ['remove', word],
      ['help', word],
      [word],
    ];
    // A file of that name, as far as the system lets it have one.
    const name = `${word.replace(/[/\0]/g, '')}.md`;
    try {
      writeFileSync(join(folder, name), `# ${word}\n\nText ${text}\n\n## ${word}\n\nText\n`);
      lines.push(
        ['read', `./${name}`],
        ['sections', `./${name}`],
        ['read', `./${name}`, 'no such section'],
        ['read', `./${name}`, 'x'],
      );
    } catch {}
    for (const line of lines) {
      tally.attempts += 1;
      const { out, errors: said } = await typed(line, folder);
      // Where the network is slow, a line says for whom one waits, and wipes itself away.
      const errors = said.replaceAll('\r\u001b[K', '');
      const found = [...strangersIn(out, { escapes: true }), ...strangersIn(errors, { escapes: false })];
      if (found.length > 0) tally.failures += 1;
      expect(found, JSON.stringify(line)).toEqual([]);
      expect(errors).not.toMatch(/went wrong inside|\n\s+at /);
    }
  });
});
