import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { UserError } from '../../../src/errors.ts';
import {
  listSaved,
  readSaved,
  removeSaved,
  saveArticle,
  shelfNames,
} from '../../../src/source/shelf/saved-articles.ts';
import { canBeName, shelfName } from '../../../src/source/shelf/shelf-names.ts';
import { runs } from '../../support/effort.ts';

const now = { saved: '2026-02-01T10:00:00Z' };
const article = (text: string) => parseArticle(text);

async function freshShelf(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'article-shelf-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'data', 'article');
}

async function failure(promise: Promise<unknown>): Promise<UserError> {
  const error = await promise.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).message).toMatch(/^[^\0-\x1f\x7f-\x9f]+\.$/);
  return error as UserError;
}

describe('the shelf', () => {
  it('saves, lists, reads and removes', async () => {
    const shelf = await freshShelf();
    expect(await listSaved(shelf)).toEqual({ articles: [], broken: [] });
    expect(await saveArticle(shelf, 'My  Été, bis!', article('# Title\n\nWords.\n'), now)).toBe('my--été-bis');
    expect(await readdir(shelf)).toEqual(['my--été-bis.md']);
    expect((await listSaved(shelf)).articles.map(({ name, article }) => [name, article.title])).toEqual([
      ['my--été-bis', 'Title'],
    ]);
    expect((await readSaved(shelf, 'my--été-bis'))?.source).toBe('# Title\n\nWords.\n');
    expect(await readSaved(shelf, 'other')).toBeUndefined();
    await removeSaved(shelf, 'my--été-bis');
    expect(await readdir(shelf)).toEqual([]);
    const { message, hint } = await failure(removeSaved(shelf, 'my--été-bis'));
    expect([message, hint]).toEqual(['There is no “my--été-bis” on the shelf.', 'Nothing is saved.']);
  });

  it('takes pages and plain texts that are put there', async () => {
    const shelf = await freshShelf();
    await mkdir(shelf, { recursive: true });
    await writeFile(join(shelf, 'letter.txt'), 'Dear all,\n\nthe *kettle* is yours.\n');
    await writeFile(join(shelf, 'page.html'), '<title>Tea</title><article><h1>Tea</h1><p>A page of it.</p></article>');
    await writeFile(join(shelf, 'empty.txt'), ' \n');
    await writeFile(join(shelf, 'binary.htm'), Buffer.from([0, 1, 2, 0xff, 0]));
    const { articles, broken } = await listSaved(shelf);
    expect(articles.map(({ name, article }) => [name, article.title])).toEqual([
      ['letter', ''],
      ['page', 'Tea'],
    ]);
    expect(broken.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
      'binary.htm is binary, not text',
      'empty.txt is empty',
    ]);
    expect((await readSaved(shelf, 'letter'))?.source).toContain('\\*kettle\\*');
    await saveArticle(shelf, 'letter', article('Other.'), { ...now, force: true });
    expect((await readdir(shelf)).filter((file) => file.startsWith('letter'))).toEqual(['letter.md']);
    await removeSaved(shelf, 'page');
    expect(await readdir(shelf)).not.toContain('page.html');
  });

  it('is its owner’s alone', async () => {
    const shelf = await freshShelf();
    await saveArticle(shelf, 'a', article('A.'), now);
    expect((await stat(shelf)).mode & 0o777).toBe(0o700);
    expect((await stat(join(shelf, 'a.md'))).mode & 0o777).toBe(0o600);
  });

  it('replaces an article only when requested', async () => {
    const shelf = await freshShelf();
    await saveArticle(shelf, 'a', article('First.'), now);
    expect((await failure(saveArticle(shelf, 'A', article('Second.'), now))).hint).toContain('--force');
    expect((await readSaved(shelf, 'a'))?.source).toBe('First.');
    await saveArticle(shelf, 'a', article('Second.'), { ...now, force: true });
    expect((await readSaved(shelf, 'a'))?.source).toBe('Second.');
    expect(await readdir(shelf)).toEqual(['a.md']);
  });

  it('loses nothing when many save under one name at once', async () => {
    const shelf = await freshShelf();
    const texts = Array.from({ length: 20 }, (_, index) => `${index} `.repeat(5000));
    const results = await Promise.allSettled(texts.map((text) => saveArticle(shelf, 'a', article(text), now)));
    const winners = texts.filter((_, index) => results[index]?.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    expect((await readSaved(shelf, 'a'))?.source).toBe(winners[0]);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(UserError);
    await Promise.all(texts.map((text) => saveArticle(shelf, 'a', article(text), { ...now, force: true })));
    expect(texts).toContain((await readSaved(shelf, 'a'))?.source);
    expect(await readdir(shelf)).toEqual(['a.md']);
  });

  it('leaves the articles that come with the program alone', async () => {
    const shelf = await freshShelf();
    await failure(saveArticle(shelf, 'Guide', article('Mine.'), { ...now, force: true }));
    await failure(removeSaved(shelf, 'guide'));
    await mkdir(shelf, { recursive: true });
    await writeFile(join(shelf, 'guide.md'), 'Mine.');
    expect((await readSaved(shelf, 'guide-1'))?.source).toBe('Mine.');
    expect(await shelfNames(shelf)).toEqual(['amazon-openai', 'guide', 'guide-1']);
    expect(await shelfNames(undefined)).toEqual(['amazon-openai', 'guide']);
  });

  it('takes what a person puts there', async () => {
    const shelf = await freshShelf();
    await mkdir(join(shelf, 'folder'), { recursive: true });
    await writeFile(join(shelf, 'My Notes.md'), '---\ntitle: Notes\n---\nWords.\n');
    await writeFile(join(shelf, 'my-notes.md'), 'Others.');
    await writeFile(join(shelf, 'READ.Markdown'), 'Read.');
    await writeFile(join(shelf, '!.md'), 'Odd.');
    await writeFile(join(shelf, '.hidden.md'), 'Hidden.');
    await writeFile(join(shelf, 'notes.log'), 'No text of ours.');
    await symlink(join(shelf, 'My Notes.md'), join(shelf, 'z.md'));
    const { articles, broken } = await listSaved(shelf);
    expect(articles.map(({ name, article }) => [name, article.title || article.source])).toEqual([
      ['article', 'Odd.'],
      ['my-notes', 'Others.'],
      ['my-notes-1', 'Notes'],
      ['read', 'Read.'],
      ['z', 'Notes'],
    ]);
    expect(broken).toEqual([]);
    await saveArticle(shelf, 'read', article('New.'), { ...now, force: true });
    expect((await readSaved(shelf, 'read'))?.source).toBe('New.');
    await removeSaved(shelf, 'my-notes-1');
    expect(await readdir(shelf)).not.toContain('My Notes.md');
  });

  it.each([
    ['1984', 'article-1984'],
    ['2.1', 'article-21'],
    ['2-4', 'article-2-4'],
    ['last', 'article-last'],
    ['Lead', 'article-lead'],
    ['𝒜', 'a'],
  ])('refuses a name that cannot be read by, and proposes one that can: %s', async (name, free) => {
    const shelf = await freshShelf();
    const { hint } = await failure(saveArticle(shelf, name, article('Words.'), now));
    expect(hint).toBe(`Choose another name: --as ${free}`);
    expect(await saveArticle(shelf, free, article('Words.'), now)).toBe(free);
    expect((await readSaved(shelf, free))?.source).toBe('Words.');
    const again = await failure(saveArticle(shelf, name, article('Words.'), now));
    expect(again.hint).toBe(`Choose another name: --as ${free}-1`);
  });

  it('saves under, or proposes, only names that can be read by', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (name) => {
        const shelf = await freshShelf();
        const saved = await saveArticle(shelf, name, article('Words.'), now).catch((error: UserError) => error.hint);
        const id = /--as (\S+)$/.exec(saved ?? '')?.[1] ?? saved ?? '';
        if (shelfName(name) !== '') expect(canBeName(id)).toBe(true);
      }),
      runs(200),
    );
  });

  it('gives a file whose name is a section’s one that can be read by', async () => {
    const shelf = await freshShelf();
    await mkdir(shelf, { recursive: true });
    for (const file of ['1984.md', 'last.md', '2.1.md']) await writeFile(join(shelf, file), `${file}.`);
    expect((await listSaved(shelf)).articles.map(({ name, article }) => [name, article.source])).toEqual([
      ['article-1984', '1984.md.'],
      ['article-21', '2.1.md.'],
      ['article-last', 'last.md.'],
    ]);
    await removeSaved(shelf, 'article-1984');
    expect((await readdir(shelf)).sort()).toEqual(['2.1.md', 'last.md']);
  });

  it('clears away the drafts of processes that have ended, at the next save', async () => {
    const shelf = await freshShelf();
    await mkdir(shelf, { recursive: true });
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    const hex = '0123456789abcdef';
    for (const name of [`.${ended}-${hex}.draft`, `.${hex}.draft`, `.${process.pid}-${hex}.draft`, '.mine.draft']) {
      await writeFile(join(shelf, name), 'half an arti');
    }
    await saveArticle(shelf, 'a', article('A.'), now);
    // The third one's process is alive: it may be writing.
    expect((await readdir(shelf)).sort()).toEqual([`.${process.pid}-${hex}.draft`, '.mine.draft', 'a.md'].sort());
  });

  it('saves nothing that is too large to be read again', async () => {
    const shelf = await freshShelf();
    const { message } = await failure(
      saveArticle(shelf, 'a', { ...article('A.'), source: 'é'.repeat(50_000_001) }, now),
    );
    expect(message).toContain('larger than 100 MB');
    expect(await readdir(join(shelf, '..')).catch(() => [])).toEqual([]);
  });

  it('names what is broken and goes on', async () => {
    const shelf = await freshShelf();
    await saveArticle(shelf, 'good', article('Good.'), now);
    await mkdir(join(shelf, 'a-folder.md'));
    await writeFile(join(shelf, 'binary.md'), Buffer.from([0x89, 0x50, 0, 0, 0, 1, 2, 3]));
    await writeFile(join(shelf, 'empty.md'), ' \n');
    await writeFile(join(shelf, 'esc\x1b[31m.md'), '');
    await symlink(join(shelf, 'nowhere'), join(shelf, 'link.md'));
    await symlink(join(shelf, 'loop.md'), join(shelf, 'loop.md'));
    execFileSync('mkfifo', [join(shelf, 'fifo.md')]);
    const { articles, broken } = await listSaved(shelf);
    expect(articles.map(({ name }) => name)).toEqual(['good']);
    expect(broken).toEqual([
      { file: 'a-folder.md', reason: 'is a folder' },
      { file: 'binary.md', reason: 'is binary, not text' },
      { file: 'empty.md', reason: 'is empty' },
      { file: 'esc.md', reason: 'is empty' },
      { file: 'fifo.md', reason: 'is no regular file' },
      { file: 'link.md', reason: 'is a link that leads nowhere' },
      { file: 'loop.md', reason: 'is a link that leads back to itself' },
    ]);
    expect((await failure(readSaved(shelf, 'fifo'))).message).toBe('“fifo” on the shelf is no regular file.');
    expect((await failure(removeSaved(shelf, 'a-folder'))).message).toContain('Cannot remove');
    for (const name of ['binary', 'fifo', 'link', 'loop']) await removeSaved(shelf, name);
  });

  it('says what keeps it from being one', async () => {
    const shelf = await freshShelf();
    await mkdir(join(shelf, '..'), { recursive: true });
    await writeFile(shelf, 'a file');
    expect((await failure(saveArticle(shelf, 'a', article('A.'), now))).message).toContain('it is no folder');
    expect((await failure(listSaved(shelf))).message).toContain('it is no folder');
    expect(await readFile(shelf, 'utf8')).toBe('a file');
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not be written to', async () => {
    const shelf = await freshShelf();
    await mkdir(shelf, { recursive: true });
    await chmod(shelf, 0o500);
    expect((await failure(saveArticle(shelf, 'a', article('A.'), now))).message).toContain('permission denied');
    await chmod(shelf, 0o700);
  });

  it('is never left by a name', async () => {
    const shelf = await freshShelf();
    for (const name of ['../up', '/etc/passwd', '..', 'a/../../b', 'nul\0byte', '.hidden', 'a\nb', 'x'.repeat(5000)]) {
      await saveArticle(shelf, name, article('Words.'), now).catch((error: unknown) => {
        expect(error).toBeInstanceOf(UserError);
      });
      expect(await readSaved(shelf, name)).toBeUndefined();
      await failure(removeSaved(shelf, name));
    }
    expect(await readdir(join(shelf, '..'))).toEqual(['article']);
    expect((await readdir(shelf)).sort()).toEqual(
      ['ab.md', 'a-b.md', 'etcpasswd.md', 'hidden.md', 'nulbyte.md', 'up.md', `${'x'.repeat(60)}.md`].sort(),
    );
  });
});

describe('shelfName', () => {
  it.each([
    ['A Title: with marks', 'a-title-with-marks'],
    ['“À bientôt”', 'à-bientôt'],
    ['…', ''],
    [`${'word '.repeat(30)}`, 'word-word-word-word-word-word-word-word-word-word-word-word'],
    ['漢'.repeat(100), '漢'.repeat(60)],
  ])('%j', (text, name) => {
    expect(shelfName(text)).toBe(name);
  });

  it('is a file’s name everywhere, and its own name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = shelfName(text);
        expect(name).not.toMatch(/[/\\:\0.\s]|^-|-$/);
        expect(Buffer.byteLength(`${name}.md`)).toBeLessThan(256);
        expect(shelfName(name)).toBe(name);
      }),
      runs(1000),
    );
  });
});
