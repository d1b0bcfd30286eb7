import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, nodeBinary } from '../support/program.ts';

/** All files of a folder by their paths, with their contents. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path), readFileSync(path, 'latin1')] as const;
    }),
  );
}

test('two builds are the same, byte for byte', () => {
  const [one, other] = [emptyFolder(), emptyFolder()];
  for (const folder of [one, other]) execFileSync(process.execPath, ['scripts/build.mjs', folder]);
  const [first, second] = [contents(one), contents(other)];
  expect(Object.keys(first).length).toBeGreaterThan(20);
  expect(Object.keys(second).sort()).toEqual(Object.keys(first).sort());
  for (const path of Object.keys(first)) expect(first[path] === second[path], path).toBe(true);
});

test('every package whose code is in the bundle has its licence in the notices', () => {
  const notices = readFileSync('dist/THIRD-PARTY-LICENSES.txt', 'utf8')
    .split(`\n${'-'.repeat(80)}\n\n`)
    .slice(1);
  const names = notices.flatMap((notice) => {
    const [packages = '', ...text] = notice.split('\n\n');
    expect(text.join('\n\n').length, packages).toBeGreaterThan(400);
    return packages.split('\n').map((line) => line.replace(/ [^ ]+ \(.*\)$/, ''));
  });
  expect(names).toEqual(
    expect.arrayContaining(['chalk', 'character-entities', 'commander', 'marked', 'marked-terminal']),
  );
});

/** The package as a person gets it: packed, and installed into an empty folder. */
describe('the packed package', () => {
  const folder = emptyFolder();
  const project = join(folder, 'project');

  function run(command: string, ...arguments_: string[]): string {
    const path = `${dirname(nodeBinary)}:${process.env.PATH}`;
    return execFileSync(command, arguments_, {
      cwd: project,
      encoding: 'utf8',
      env: { PATH: path, HOME: process.env.HOME ?? folder, LANG: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  beforeAll(() => {
    mkdirSync(project);
    // The scripts are left out: the tests have built already.
    execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { stdio: 'ignore' });
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true }');
    run('npm', 'install', '--no-audit', '--no-fund', join(folder, tarball));
  });

  test('reads', () => {
    expect(run('npx', 'article', 'read')).toContain('en penser');
    expect(run('npx', 'article', 'sections').trimEnd().split('\n')).toHaveLength(5);
    expect(run('npx', 'article', 'read', 'guide', '1')).not.toBe('');
  });

  test('reads with what is seldom needed', () => {
    const page =
      '<html><body><article><h1>Tea</h1><p>Th&eacute; &amp; lait, ?a=1&eta=2 &NotEqualTilde; &copy 2026</p></article>';
    writeFileSync(join(project, 'page.html'), page);
    expect(run('npx', 'article', 'read', 'page.html')).toContain('Thé & lait, ?a=1&eta=2 \u2242\u0338 © 2026');
    // A key that is no text, as templates have it.
    writeFileSync(
      join(project, 'post.md'),
      '---\ntitle: {{ page.title }}\nauthor: {name: Ada}\nlang: en\n---\n# One\n\nText.\n',
    );
    const { title, author, language } = JSON.parse(run('npx', 'article', 'read', 'post.md', '--json'));
    expect([title, author, language]).toEqual(['One', 'Ada', 'en']);
    const german = 'Das Wasser ist noch nicht warm, aber der Tee steht schon auf dem Tisch und wartet auf uns alle.\n';
    writeFileSync(join(project, 'tee.md'), `${german}\n東京は日本の首都であり、世界最大の都市圏の一つである。\n`);
    expect(run('npx', 'article', 'summary', 'tee.md')).toContain('Das Wasser');
    expect(run('npx', 'article', 'search', '-e', '\\p{Han}{2,}の\\p{Han}+', 'tee.md', '--count')).not.toBe('');
    const lines = run('npx', 'article', 'read', 'tee.md', '--plain', '--width', '20').split('\n');
    expect(lines.some((line) => line.startsWith('。') || line.startsWith('、'))).toBe(false);
  });

  test('holds only what a user needs', () => {
    const installed = join(project, 'node_modules', 'article-reader');
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'article-reader',
    ]);
    expect(readdirSync(installed).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json']);
    expect(readdirSync(join(installed, 'dist', 'articles')).sort()).toEqual(['amazon-openai.json', 'guide.json']);
    expect(statSync(join(installed, 'dist', 'bin', 'article.js')).mode & 0o111).toBeGreaterThan(0);
  });

  test('is a library', () => {
    writeFileSync(
      join(project, 'use.mjs'),
      `import { parseArticle, selectSections, summarize, render } from 'article-reader';
       const article = parseArticle('---\\ntitle: T\\nlang: en\\n---\\n# One\\n\\nSome **words** stand here for all to read.\\n\\n# Two\\n\\nmore\\n');
       const sections = selectSections(article, ['one']);
       console.log(JSON.stringify([
         article.title,
         render({ kind: 'sections', article, sections }),
         render({ kind: 'sections', article, sections }, { format: 'rich', colorLevel: 1, width: 40 }).includes('\\u001b['),
         JSON.parse(render({ kind: 'outline', article }, { format: 'json' })).sections.length,
         (await summarize(article, { sentences: 1 })).sentences.map(({ text }) => text),
       ]));`,
    );
    expect(JSON.parse(run('node', 'use.mjs'))).toEqual([
      'T',
      'One\n\nSome words stand here for all to read.\n',
      true,
      2,
      ['Some words stand here for all to read.'],
    ]);
  });

  test('has types that hold without any other package', () => {
    writeFileSync(
      join(project, 'use.mts'),
      `import { type Article, parseArticle, render, type Section, selectSections } from 'article-reader';
       const article: Article = parseArticle('# One');
       const sections: readonly Section[] = selectSections(article, ['1']);
       for (const block of article.lead.blocks) if (block.type === 'heading') block.depth.toFixed();
       export const text: string = render({ kind: 'sections', article, sections });`,
    );
    const tsc = join(process.cwd(), 'node_modules', '.bin', 'tsc');
    const options = [
      '--noEmit',
      '--strict',
      '--ignoreConfig',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      '',
    ];
    expect(run(tsc, ...options, 'use.mts')).toBe('');
  });
});
