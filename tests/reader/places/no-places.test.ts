import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { forgetTexts, keepText, listKept, placesFolder, readKept } from '../../../src/reader/places/store.ts';
import { deadMount } from '../../support/dead-mount.ts';
import { emptyFolder } from '../../support/program.ts';
import { hasTmux, Terminal } from '../tmux.ts';

// Wherever a place cannot be kept, or what is kept is damaged, one reads from the beginning, and nothing is said of it.

const folder = emptyFolder();
const long = `# Long\n\n${Array.from({ length: 40 }, (_, at) => `## Topic ${at + 1}\n\n${'Some words. '.repeat(60)}\n\n`).join('')}`;
const text = join(folder, 'long.md');
writeFileSync(text, long);

function stateIn(name: string): string {
  const state = join(folder, name);
  mkdirSync(join(state, 'article/places'), { recursive: true, mode: 0o700 });
  return state;
}

/** Folders in which no place can be kept, by what is wrong with them. */
const unusable: readonly (readonly [what: string, state: () => string])[] = [
  ['below /proc', () => '/proc/none/a'],
  ['in /proc/self', () => '/proc/self'],
  ['a device', () => '/dev/null'],
  ['below /sys', () => '/sys/a'],
  ['not absolute', () => 'state'],
  ['a file in its place', () => text],
  [
    'a file where the places are to be',
    () => {
      const state = join(folder, 'file');
      mkdirSync(join(state, 'article'), { recursive: true, mode: 0o700 });
      writeFileSync(join(state, 'article/places'), '');
      return state;
    },
  ],
  [
    'open to all',
    () => {
      const state = stateIn('open');
      chmodSync(join(state, 'article/places'), 0o777);
      return state;
    },
  ],
  [
    'a link that leads nowhere',
    () => {
      const state = join(folder, 'nowhere');
      symlinkSync(join(folder, 'gone'), state);
      return state;
    },
  ],
];

describe('a folder that keeps no places', () => {
  it.each(unusable)('%s: nothing is kept, found or forgotten, and that is no error', async (_, state) => {
    const at = await placesFolder({ env: { XDG_STATE_HOME: state() }, home: '' });
    const place = { section: 'topic-1', offset: 12, words: 'Some words', fraction: 0.4 };
    keepText(at, { key: text, source: text, title: 'Long', place, read: 0.5, marks: { a: place }, time: 1 });
    expect([readKept(at, text), listKept(at), forgetTexts(at, () => true)]).toEqual([undefined, [], 0]);
  });
});

describe.skipIf(!hasTmux)('the full screen where no place can be kept', () => {
  const at = new Terminal(80, 24);
  afterAll(() => at.close());

  /** Reads into the text and leaves, twice: the second time is as the first one. */
  async function readTwice(state: string): Promise<void> {
    for (const topic of ['20', '30']) {
      at.run(`clear; XDG_STATE_HOME=${state} $ARTICLE open ${text}`);
      expect((await at.shows('40 sections')).trimEnd().split('\n').at(-1)).toMatch(/q leaves/);
      at.press(topic, 'Enter');
      await at.shows(`${topic}  Topic ${topic}`);
      at.press('m', 'a', 'q');
      await at.isUsable();
      expect(at.screen()).not.toMatch(/article:|Error/);
    }
  }

  it.each(unusable.filter(([what]) => /below .proc|file where/.test(what)))('%s', async (_, state) => {
    await readTwice(state());
  });

  it('a damaged place', async () => {
    const state = stateIn('damaged');
    const places = join(state, 'article/places');
    at.run(`clear; XDG_STATE_HOME=${state} $ARTICLE open ${text}`);
    await at.shows('40 sections');
    at.press('2', '0', 'Enter');
    await at.shows('20  Topic 20');
    at.press('q');
    await at.isUsable();
    const [file = ''] = readdirSync(places);
    expect(readFileSync(join(places, file), 'utf8')).toContain('topic-20');
    writeFileSync(join(places, file), '{"key":');
    at.run(`clear; XDG_STATE_HOME=${state} $ARTICLE open ${text}`);
    await at.shows('40 sections');
    at.press('q');
    await at.isUsable();
    // What is damaged is replaced.
    expect(JSON.parse(readFileSync(join(places, file), 'utf8'))).toMatchObject({ title: 'Long' });
  });

  it('a dead network drive', async ({ skip }) => {
    const point = join(folder, 'dead');
    const mount = await deadMount(point);
    if (!mount) return skip('Nothing can be mounted here.');
    try {
      await readTwice(point);
    } finally {
      await mount.end();
    }
    expect(existsSync(join(point, 'article'))).toBe(false);
  });
});
