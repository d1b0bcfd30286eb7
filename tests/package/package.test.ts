import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, nodeBinary } from '../support/program.ts';

/** Reads all files of a folder by their paths, with their contents. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path), readFileSync(path, 'latin1')] as const;
    }),
  );
}

test('another build is the same as that in dist, byte for byte', () => {
  const folder = emptyFolder();
  execFileSync(process.execPath, ['scripts/build.mjs', folder]);
  const [first, second] = [contents('dist'), contents(folder)];
  expect(Object.keys(first).length).toBeGreaterThan(20);
  expect(Object.keys(second).sort()).toEqual(Object.keys(first).sort());
  for (const path of Object.keys(first)) expect(first[path] === second[path], path).toBe(true);
});

test('chunks are in ASCII, as they are decoded', () => {
  const chunks = Object.entries(contents('dist/bin')).filter(([path]) => path.endsWith('.js'));
  expect(chunks.length).toBeGreaterThan(20);
  for (const [path, code] of chunks) expect(/^\p{ASCII}*$/u.test(code), path).toBe(true);
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
  expect(names).toEqual(expect.arrayContaining(['chalk', 'entities', 'commander', 'marked', 'marked-terminal']));
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

  /** Runs the command that npm has put into the project, as npx does, which itself takes half a second to start. */
  function article(...arguments_: string[]): string {
    return run(join(project, 'node_modules', '.bin', 'article'), ...arguments_);
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
    expect(article('sections').trimEnd().split('\n')).toHaveLength(5);
    expect(article('read', 'guide', '1')).not.toBe('');
  });

  test('reads with what is seldom needed', () => {
    const page =
      '<html><body><article><h1>Tea</h1><p>Th&eacute; &amp; lait, ?a=1&eta=2 &NotEqualTilde; &copy 2026</p></article>';
    writeFileSync(join(project, 'page.html'), page);
    expect(article('read', 'page.html')).toContain('Thé & lait, ?a=1&eta=2 \u2242\u0338 © 2026');
    // A key that is no text, as templates have it.
    writeFileSync(
      join(project, 'post.md'),
      '---\ntitle: {{ page.title }}\nauthor: {name: Ada}\nlang: en\n---\n# One\n\nText.\n',
    );
    const { title, author, language } = JSON.parse(article('read', 'post.md', '--json'));
    expect([title, author, language]).toEqual(['One', 'Ada', 'en']);
    const german = 'Das Wasser ist noch nicht warm, aber der Tee steht schon auf dem Tisch und wartet auf uns alle.\n';
    writeFileSync(join(project, 'tee.md'), `${german}\n東京は日本の首都であり、世界最大の都市圏の一つである。\n`);
    expect(article('summary', 'tee.md')).toContain('Das Wasser');
    expect(article('search', '-e', '\\p{Han}{2,}の\\p{Han}+', 'tee.md', '--count')).not.toBe('');
    const lines = article('read', 'tee.md', '--plain', '--width', '20').split('\n');
    expect(lines.some((line) => line.startsWith('。') || line.startsWith('、'))).toBe(false);
  });

  test('holds only what a user needs', () => {
    const installed = join(project, 'node_modules', 'article-reader');
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'article-reader',
    ]);
    expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
    expect(readdirSync(join(installed, 'dist', 'articles')).sort()).toEqual(['amazon-openai.json', 'guide.json']);
    expect(statSync(join(installed, 'dist', 'bin', 'article.js')).mode & 0o111).toBeGreaterThan(0);
    // Installed for all, npm puts it where `man article` finds it.
    const {
      man: [page],
    } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(readFileSync(join(installed, page), 'utf8')).toBe(run('npx', 'article', 'help', '--man'));
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

  test('finds, reads pages and bytes, and gives the JSON document', () => {
    writeFileSync(
      join(project, 'find.mjs'),
      `import { findCode, findLinks, findTables, inlines, languageOf, linkTarget, readArticle, search, toJson } from 'article-reader';
       const page = '<html><body><article><h1>Tea</h1><p>Some words of <a href="/x">black</a> tea that people drink all day.</p></article>';
       const article = await readArticle(page, { address: 'https://example.org/a' });
       const latin = await readArticle(new Uint8Array([0xc9, 0x74, 0xe9, 0x20, 0x69, 0x63, 0x69]), { kind: 'text' });
       const notes = await readArticle('## A\\n\\n[l](b.md) <kbd>c</kbd>\\n\\n~~~js\\nx\\n~~~\\n\\n|a|\\n|-|\\n|1|\\n', { name: 'notes.md' });
       const paragraph = [...notes.sections[0].blocks].find(({ type }) => type === 'paragraph');
       console.log(JSON.stringify([
         [article.title, findLinks(article).links.map(({ address }) => address)],
         [...latin.lead.blocks].map(({ text }) => text),
         (await search(article, 'TEA'.toLowerCase())).matches.length,
         [findCode(notes).blocks[0].code.text, findTables(notes).tables[0].rows, findLinks(notes).links[0].line],
         inlines(paragraph.tokens).map(({ type }) => type),
         [notes.words, notes.minutes, notes.language ?? null, await languageOf(article)],
         (({ words, minutes, language }) => [words, minutes, language])(await readArticle('---\\nlang: en\\n---\\n' + 'word '.repeat(500), { kind: 'markdown' })),
         toJson({ kind: 'outline', article: notes }).sections[0].line,
         linkTarget('javascript:x') ?? null,
       ]));`,
    );
    expect(JSON.parse(run('node', 'find.mjs'))).toEqual([
      ['Tea', ['https://example.org/x']],
      ['Été ici'],
      2,
      ['x', [['1']], 3],
      ['link', 'text', 'kbd'],
      [6, 1, null, 'en'],
      [500, 2, 'en'],
      1,
      null,
    ]);
  });

  test('says what is wrong with an argument', () => {
    writeFileSync(
      join(project, 'wrong.mjs'),
      `import * as library from 'article-reader';
       const article = library.parseArticle('# A');
       const calls = [
         () => library.parseArticle(),
         () => library.parseArticle(Buffer.from('x')),
         () => library.render({ kind: 'article', article }, { format: 'bogus' }),
         () => library.render({ kind: 'bogus', article }),
         () => library.render(),
         () => library.render({ kind: 'sections', article }),
         () => library.selectSections('x', ['1']),
         () => library.selectSections(article, '1'),
         () => library.summarize(article, { sections: [1] }),
         () => library.search(article, 3),
         () => library.findLinks(null),
         () => library.readArticle(3),
         () => library.readArticle('x', { kind: 'word' }),
         () => library.readArticle('x', { address: 'a.html' }),
         () => library.summarize(article, { sentences: '3' }),
         () => library.search(article, 'x', { context: -1 }),
         () => library.findCode(article, { number: 0 }),
         () => library.render({ kind: 'article', article }, { width: '80' }),
         () => library.render({ kind: 'article', article }, { theme: 'pink' }),
         () => library.inlines(),
       ];
       const found = [];
       for (const call of calls) {
         try { await call(); found.push('nothing'); } catch (error) { found.push(error.name + ': ' + error.message); }
       }
       console.log(JSON.stringify(found));`,
    );
    expect(JSON.parse(run('node', 'wrong.mjs'))).toEqual([
      'TypeError: text must be a string, not undefined.',
      'TypeError: text must be a string, not object.',
      'TypeError: format must be one of rich, plain, markdown, html, json, ndjson, not “bogus”.',
      expect.stringMatching(/^TypeError: view\.kind must be one of article, .*, not “bogus”\.$/),
      'TypeError: view must be an object, not null.',
      'TypeError: view.sections must be a list of sections of the article, not null.',
      'TypeError: article must be an article, as parseArticle gives it, not “x”.',
      'TypeError: selectors must be a list of strings, not “1”.',
      'TypeError: sections must be a list of sections of the article, not an array.',
      'TypeError: patterns must be a list of strings, not 3.',
      'TypeError: article must be an article, as parseArticle gives it, not null.',
      'TypeError: source must be a string, not 3.',
      'TypeError: kind must be one of markdown, html, text, rst, org, asciidoc, csv, code, not “word”.',
      'TypeError: address must be an address, http or https, not “a.html”.',
      'TypeError: sentences must be a whole number from 1 on, not “3”.',
      'TypeError: context must be a whole number from 0 on, not -1.',
      'TypeError: number must be a whole number from 1 on, not 0.',
      'TypeError: width must be a whole number from 1 on, not “80”.',
      expect.stringMatching(/^TypeError: theme must be one of default, .*, not “pink”\.$/),
      'TypeError: tokens must be an object, not null.',
    ]);
  });

  test('says to older resolutions where it is', () => {
    const { main, types } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const path of [main, types])
      expect(statSync(join(project, 'node_modules/article-reader', path)).isFile()).toBe(true);
    const declarations = readFileSync(join(project, 'node_modules/article-reader', types), 'utf8');
    for (const [, path] of declarations.matchAll(/ from '(.*)'/g)) expect(path).toMatch(/^\.\/.*\.js$/);
  });

  test('has types where each way of resolving looks for them', async () => {
    const tarball = readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''));
    const checked = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
    if (checked.types === false) throw new Error('There are no types.');
    expect(checked.types).toEqual({ kind: 'included' });
    const found = checked.problems.map((problem) => [
      problem.kind,
      'resolutionKind' in problem && problem.resolutionKind,
    ]);
    expect(found).toEqual([
      // Every Node that we support takes a module in `require`.
      ['CJSResolvesToESM', 'node16-cjs'],
      // The schema is found by `exports` alone.
      ['NoResolution', 'node10'],
    ]);
  });

  const compiler = join(process.cwd(), 'node_modules/typescript');
  // Today's compiler has no node10 any more.
  const older = dirname(dirname(createRequire(import.meta.resolve('@arethetypeswrong/core')).resolve('typescript')));
  test.each<readonly [string, string, string]>([
    [compiler, 'nodenext', 'nodenext'],
    [compiler, 'esnext', 'bundler'],
    [older, 'commonjs', 'node10'],
  ])('has types that hold without any other package: %s, %s, %s', (compiler, module, resolution) => {
    writeFileSync(
      join(project, 'use.ts'),
      `import { type Article, type FoundLink, type JsonDocument, findLinks, inlines, linkTarget, parseArticle, readArticle, render, search, type Section, selectSections, toJson } from 'article-reader';
       const article: Article = parseArticle('# One');
       const sections: readonly Section[] = selectSections(article, ['1']);
       for (const block of article.lead.blocks) {
         if (block.type === 'heading') block.depth.toFixed();
         if (block.type === 'paragraph') for (const inline of inlines(block.tokens)) if (inline.type === 'link') linkTarget(inline.href)?.trim();
       }
       export const links: readonly FoundLink[] = findLinks(article, sections).links;
       export const document: JsonDocument = toJson({ kind: 'outline', article });
       export const length: number = article.words + article.minutes + (article.language ?? '').length;
       if (document.kind === 'outline') for (const { line, title } of document.sections) title.padEnd(line);
       export const found = search(article, 'x', { lines: true }).then(({ matches }) => matches[0]?.line?.toFixed());
       export const read: Promise<Article> = readArticle(new Uint8Array(3), { kind: 'html', address: 'https://example.org/' });
       export const text: string = render({ kind: 'sections', article, sections }, { format: 'ndjson', maxTokens: 100 });`,
    );
    const tsc = join(compiler, 'bin', 'tsc');
    const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2023', '--lib', 'es2023'];
    const ignored = compiler === older ? [] : ['--ignoreConfig', '--types', ''];
    const how = ['--module', module, '--moduleResolution', resolution];
    expect(run(process.execPath, tsc, ...options, ...ignored, ...how, 'use.ts')).toBe('');
  });
});
