import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { Layout } from '../../../src/reader/layout/layout.ts';
import { move, visibleLines } from '../../../src/reader/layout/position.ts';
import { findPlace, type Place, placeAt } from '../../../src/reader/places/place.ts';
import { ago, forgetTexts, type KeptText, keepText, listKept, readKept } from '../../../src/reader/places/store.ts';
import { plainPage } from '../../../src/render/page.ts';
import { lineText } from '../../../src/render/segment.ts';

const place: Place = { section: 'water', offset: 12, words: 'Fresh water', fraction: 0.4 };

function kept(key: string, time = 1): KeptText {
  return { key, source: key, title: key, place, read: 0.5, marks: { a: place }, time };
}

function replace(path: string, make: () => void): void {
  rmSync(path, { recursive: true });
  make();
}

function folder(): string {
  return join(mkdtempSync(join(tmpdir(), 'article-places-')), 'article', 'places');
}

describe('what is kept of texts', () => {
  it('is found again, and nobody else can read it', () => {
    const at = folder();
    keepText(at, kept('/one'));
    keepText(at, kept('/two', 2));
    expect(readKept(at, '/one')).toEqual(kept('/one'));
    expect(readKept(at, '/three')).toBeUndefined();
    expect(listKept(at).map(({ key }) => key)).toEqual(['/two', '/one']);
    expect(statSync(at).mode & 0o077).toBe(0);
    for (const file of readdirSync(at)) expect(statSync(join(at, file)).mode & 0o077).toBe(0);
  });

  it('is one small file a text, the newest thousand', () => {
    const at = folder();
    keepText(at, kept('/first'));
    const [file = ''] = readdirSync(at);
    utimesSync(join(at, file), 1, 1);
    for (let count = 0; count < 1000; count++) {
      const other = join(at, `${count.toString(16).padStart(32, '0')}.json`);
      writeFileSync(other, JSON.stringify(kept(`/${count}`)));
      utimesSync(other, 2 + count, 2 + count);
    }
    keepText(at, kept('/last'));
    expect(readdirSync(at)).toHaveLength(1000);
    expect(readKept(at, '/first')).toBeUndefined();
    expect(listKept(at).map(({ key }) => key)).not.toContain('/0');
    expect(listKept(at).map(({ key }) => key)).toContain('/1');
    expect(readKept(at, '/last')).toBeDefined();
  });

  it('is forgotten, one or all', () => {
    const at = folder();
    keepText(at, kept('/one'));
    keepText(at, kept('/two'));
    expect(forgetTexts(at, ({ key }) => key === '/one')).toBe(1);
    expect(listKept(at)).toHaveLength(1);
    expect(forgetTexts(at, () => true)).toBe(1);
    expect(readdirSync(at)).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['half of it', '{"key":"/one","title":'],
    ['another shape', '[1,2]'],
    ['wrong types', JSON.stringify({ ...kept('/one'), time: 'yesterday' })],
    ['a place that is none', JSON.stringify({ ...kept('/one'), place: { section: 1 } })],
    ['words that are a pattern', JSON.stringify({ ...kept('/one'), place: { ...place, words: '(a+)+$' } })],
    ['another key', JSON.stringify(kept('/other'))],
    ['a hundred thousand characters', JSON.stringify({ ...kept('/one'), title: 'x'.repeat(100_000) })],
  ])('with %s in the file is nothing, and no error', (_, text) => {
    const at = folder();
    keepText(at, kept('/one'));
    const [file = ''] = readdirSync(at);
    writeFileSync(join(at, file), text);
    expect(readKept(at, '/one')).toBeUndefined();
    keepText(at, kept('/one'));
    expect(readKept(at, '/one')).toEqual(kept('/one'));
  });

  it('drops bookmarks and titles that would drive a terminal', () => {
    const at = folder();
    keepText(at, {
      ...kept('/one'),
      title: 'a\u001b]0;b\u0007c',
      marks: { a: place, '\u001b': place, toString: place },
    });
    expect(readKept(at, '/one')).toMatchObject({ title: 'a]0;bc', marks: { a: place } });
    expect(Object.keys(readKept(at, '/one')?.marks ?? {})).toEqual(['a']);
  });

  it.each([
    ['no folder', () => undefined],
    ['a file in its place', (at: string) => replace(at, () => writeFileSync(at, ''))],
    ['a link in its place', (at: string) => replace(at, () => symlinkSync(tmpdir(), at))],
    ['a folder that all may write to', (at: string) => chmodSync(at, 0o777)],
    [
      'a folder whose parent is a file',
      (at: string) => replace(join(at, '..'), () => writeFileSync(join(at, '..'), '')),
    ],
  ])('in %s is nothing, and no error', (name, spoil) => {
    const at = folder();
    keepText(at, kept('/one'));
    spoil(at);
    const used = name === 'no folder' ? undefined : at;
    const before = name === 'a link in its place' ? readdirSync(tmpdir()).length : 0;
    keepText(used, kept('/two'));
    expect([readKept(used, '/one'), readKept(used, '/two'), listKept(used)]).toEqual([undefined, undefined, []]);
    expect(forgetTexts(used, () => true)).toBe(0);
    if (before) expect(readdirSync(tmpdir()).length).toBeLessThanOrEqual(before + 20);
  });

  it('is not read through a link, nor from a device', () => {
    const at = folder();
    keepText(at, kept('/one'));
    const [file = ''] = readdirSync(at);
    rmSync(join(at, file));
    symlinkSync('/dev/zero', join(at, file));
    expect(readKept(at, '/one')).toBeUndefined();
    mkdirSync(join(at, `${'0'.repeat(32)}.json`));
    expect(listKept(at)).toEqual([]);
  });
});

describe('a place', () => {
  const source = readFileSync('articles/guide.md', 'utf8');
  const layoutOf = (text: string, width: number): Layout => new Layout(parseArticle(text), { ...plainPage, width }, {});

  it('is the line that it was, at each line of a text', () => {
    const layout = layoutOf(source, 80);
    let at = move(layout, { unit: 0, line: -1 }, 1);
    for (let count = 0; count < 2000; count++) {
      const again = findPlace(layout, placeAt(layout, at));
      const [line] = visibleLines(layout, at, 1);
      const [found] = visibleLines(layout, again, 1);
      // Empty lines and lines that are drawn have no words: the next or the last one that has is as good.
      if (/[\p{L}\p{N}]/u.test(lineText(line?.content ?? [])) && at.unit > 0) expect(found).toEqual(line);
      const next = move(layout, at, 1);
      if (next.unit === at.unit && next.line === at.line) break;
      at = next;
    }
  });

  it('is at the same words on a page of another width', () => {
    const wide = layoutOf(source, 100);
    const narrow = layoutOf(source, 34);
    for (let unit = 5; unit < wide.count; unit += 7) {
      if (wide.lines(unit).length === 0) continue;
      const { words } = placeAt(wide, { unit, line: wide.lines(unit).length - 1 });
      const found = findPlace(narrow, placeAt(wide, { unit, line: wide.lines(unit).length - 1 }));
      expect(found.unit).toBe(unit);
      // A table too wide for its page has its headers in each row.
      if (wide.blockAt(unit)?.type === 'table') continue;
      const shown = visibleLines(narrow, found, 1)
        .map(({ content }) => lineText(content))
        .join(' ');
      expect(shown).toContain(words.split(' ')[0] ?? '');
    }
  });

  it('is found again in a text that was edited', () => {
    const before = layoutOf(source, 80);
    const unit = before.unitAtSource(before.article.source.indexOf('A fifo or a process substitution'));
    const kept = placeAt(before, { unit, line: before.gap(unit) });
    const edits = [
      `# Another beginning\n\nWith some words.\n\n${source.replace(/^---[\s\S]*?---\n/, '')}`,
      source.replace(
        '## Naming a text',
        '## Naming a text\n\nA new paragraph, of a few words that push the rest down.',
      ),
      source.replace('## Naming a text', '## What a text is called'),
      source.replace(/## Getting started[\s\S]*?(?=## Naming)/, ''),
    ];
    for (const edited of edits) {
      const after = layoutOf(edited, 80);
      const [line] = visibleLines(after, findPlace(after, kept), 1);
      expect(lineText(line?.content ?? [])).toContain('A fifo or a process substitution');
    }
  });

  it('that is gone is as far into the text as it was', () => {
    const before = layoutOf(source, 80);
    const unit = before.unitAtSource(Math.floor(source.length / 2));
    const kept = { ...placeAt(before, { unit, line: 0 }), section: 'gone', words: 'words that are nowhere at all' };
    const found = findPlace(before, kept);
    expect(Math.abs(found.unit - unit)).toBeLessThan(5);
  });
});

describe('how long ago something was', () => {
  it.each([
    [0, 'just now'],
    [59_000, 'just now'],
    [60_000, '1 minute ago'],
    [3 * 3_600_000, '3 hours ago'],
    [86_400_000, '1 day ago'],
    [15 * 86_400_000, '2 weeks ago'],
    [400 * 86_400_000, '1 year ago'],
    [-5_000, 'just now'],
  ])('%d milliseconds are %s', (passed, shown) => {
    expect(ago(1_000_000_000_000, 1_000_000_000_000 + passed)).toBe(shown);
  });
});
