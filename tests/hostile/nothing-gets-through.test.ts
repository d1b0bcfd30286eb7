import { EventEmitter } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { run } from '../../src/main.ts';
import type { Format } from '../../src/render/page.ts';
import { type RenderOptions, render } from '../../src/render/render-to-string.ts';
import type { Output, System } from '../../src/system.ts';
import { gate } from '../../src/terminal/gate.ts';
import type { View } from '../../src/view/types.ts';
import { strangersIn } from './strangers.ts';
import { contexts, threats } from './threats.ts';

const formats: readonly (RenderOptions & { readonly format: Format })[] = [
  { format: 'rich', colorLevel: 2, hyperlinks: true, width: 60 },
  { format: 'rich', colorLevel: 0, hyperlinks: false, links: 'inline', width: 24 },
  { format: 'plain' },
  { format: 'markdown' },
  { format: 'html' },
  { format: 'json' },
];

let cases = 0;
const through: string[] = [];
afterAll(() => process.stdout.write(`hostile text: ${cases} cases, ${through.length} got through\n`));

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

/** What gets through in any view and format, without the gate that stands before the streams, and behind it. */
function getsThrough(name: string, markdown: string): string[] {
  return views(markdown).flatMap((view) =>
    formats.flatMap((options) => {
      cases += 1;
      const escapes = (options.colorLevel ?? 0) > 0;
      const text = render(view, options);
      // A line that leaves a direction open is closed by the gate, since a renderer may have cut it anywhere.
      const found = strangersIn(text, { escapes }).filter((what) => !what.startsWith('direction'));
      found.push(...strangersIn(gate({ escapes })(text), { escapes }));
      const named = found.map((what) => `${name}, ${view.kind} as ${options.format}: ${what}`);
      for (const one of named) through.push(one);
      return named;
    }),
  );
}

const unseen = /address|title|label|info|language|attributes|comment|matter|reference/;

test.each(Object.entries(contexts))('in %s', (context, put) => {
  const found = Object.entries(threats).flatMap(([threat, text]) => [
    ...getsThrough(`${threat} in ${context}`, put(`before ${text} after`)),
    ...getsThrough(`${threat} within a word in ${context}`, put(`before${text}after`)),
  ]);
  expect(found).toEqual([]);
  if (unseen.test(context)) return;
  for (const [threat, text] of Object.entries(threats)) {
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
    { numRuns: 400 },
  );
});

/** An output that keeps what it is given. */
class Sheet extends EventEmitter implements Output {
  readonly isTTY = true;
  readonly columns = 60;
  readonly rows = 100_000;
  text = '';
  write(text: string, done?: (error?: Error | null) => void): boolean {
    this.text += text;
    done?.();
    return true;
  }
}

async function typed(argv: readonly string[], cwd: string, input = ''): Promise<{ out: string; errors: string }> {
  const stdout = new Sheet();
  const stderr = new Sheet();
  const system: System = {
    stdin: Object.assign(
      (async function* () {
        yield Buffer.from(input);
      })(),
      { isTTY: false },
    ),
    stdout,
    stderr,
    env: { TERM: 'xterm-kitty', LANG: 'C.UTF-8', PAGER: 'cat', HOME: cwd },
    cwd,
    home: cwd,
    articles: resolve('dist/articles'),
  };
  await run(argv, system);
  return { out: stdout.text, errors: stderr.text };
}

test('what is dropped can be shown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-'));
  writeFileSync(
    join(folder, 'hidden.md'),
    '# T\u202eitle\r\n\r\nThis \x1b[31mis&#27;[0m `&#27;` h\u{e0041}id\u200bden.\n',
  );
  const plain = ['read', 'hidden.md', '--plain', '--no-pager'];
  expect((await typed(plain, folder)).out).toBe('T\u202eitle\u202c\n\nThis is &#27; hidden.\n');
  expect((await typed([...plain, '--show-hidden'], folder)).out).toBe(
    'TU+202Eitle\n\nThis ␛[31mis␛[0m &#27; hU+E0041idU+200Bden.\n',
  );
});

describe('typed on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-'));

  test.each(Object.entries(threats))('%s', async (threat, text) => {
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
      cases += 1;
      const { out, errors } = await typed(line, folder);
      const found = [...strangersIn(out, { escapes: true }), ...strangersIn(errors, { escapes: false })];
      for (const what of found) through.push(`${threat} as ${JSON.stringify(line)}: ${what}`);
      expect(found, JSON.stringify(line)).toEqual([]);
      expect(errors).not.toMatch(/went wrong inside|\n\s+at /);
    }
  });
});
