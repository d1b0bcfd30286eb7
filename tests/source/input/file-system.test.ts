import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isResponsive, makeFolder, parseMounts, remoteMount } from '../../../src/source/input/file-system.ts';
import { deadMount } from '../../support/dead-mount.ts';
import { inTurn } from '../../support/effort.ts';
import { article } from '../../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'article-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('makeFolder', () => {
  it('makes a folder and those around it, for their owner alone', () => {
    const deep = join(folder, 'a', 'b', 'c');
    makeFolder(deep);
    makeFolder(deep);
    for (const made of [deep, join(folder, 'a', 'b'), join(folder, 'a')]) {
      expect(statSync(made).mode & 0o777).toBe(0o700);
    }
  });

  it('takes a link to a folder for one', () => {
    symlinkSync(join(folder), join(folder, 'link'));
    makeFolder(join(folder, 'link'));
    makeFolder(join(folder, 'link', 'within'));
    expect(existsSync(join(folder, 'within'))).toBe(true);
  });

  it.each([
    ['/proc/none/a/b', 'ENOENT'],
    ['/proc/self/a/b', 'ENOENT'],
    ['/dev/null/a', 'ENOTDIR'],
    [join(folder, 'file'), 'EEXIST'],
    [join(folder, 'file', 'a'), 'ENOTDIR'],
    [join(folder, 'nowhere'), 'EEXIST'],
    [join(folder, 'x'.repeat(300)), 'ENAMETOOLONG'],
  ])('fails at once for %s', (path, code) => {
    writeFileSync(join(folder, 'file'), '');
    if (path.endsWith('nowhere')) symlinkSync(join(folder, 'gone'), path);
    expect(() => makeFolder(path)).toThrow(code);
  });
});

const mountinfo = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:30 / /net rw - nfs4 server:/net rw
31 22 0:31 / /home/my\\040files rw,relatime shared:2 master:1 - fuse.sshfs me@there: rw
32 22 0:32 / /media/stick rw - fuseblk /dev/sdb1 rw
33 22 0:33 / /proc rw - proc proc rw
`;

describe('remoteMount', () => {
  const mounts = parseMounts(mountinfo);

  it('reads the list of mounts', () => {
    expect(mounts.map(({ point, type }) => `${point} ${type}`)).toEqual([
      '/ ext4',
      '/net nfs4',
      '/home/my files fuse.sshfs',
      '/media/stick fuseblk',
      '/proc proc',
    ]);
  });

  it.each([
    ['/net', '/net'],
    ['/net/a/b', '/net'],
    ['/network/a', undefined],
    ['/home/my files/.cache', '/home/my files'],
    ['/home/me/.cache', undefined],
    ['/media/stick/a', undefined],
    ['/', undefined],
    ['/none/../net/a', '/net'],
  ])('%s: %s', (path, mount) => {
    expect(remoteMount(path, mounts)).toBe(mount);
  });

  it('follows links, and those that lead in a circle to no end', () => {
    symlinkSync('/net/users', join(folder, 'users'));
    symlinkSync('users/me', join(folder, 'me'));
    symlinkSync('circle', join(folder, 'circle'));
    expect(remoteMount(join(folder, 'me', '.cache'), mounts)).toBe('/net');
    expect(remoteMount(join(folder, 'circle', 'a'), mounts)).toBeUndefined();
  });

  it('leaves a system whose root is a network drive alone', () => {
    expect(remoteMount('/a', [{ point: '/', type: 'nfs4' }])).toBeUndefined();
  });
});

describe('answers', () => {
  it('takes a local disk at its word, and has a network drive queried', async () => {
    const mount = (point: string, type: string) => [{ point, type }];
    expect(await isResponsive(join(folder, 'none'), mount(folder, 'ext4'))).toBe(true);
    expect(await isResponsive(join(folder, 'none'), mount(folder, 'nfs4'))).toBe(true);
    expect(await isResponsive(join(folder, 'gone', 'a'), mount(join(folder, 'gone'), 'nfs4'))).toBe(false);
  });
});

describe('a folder that cannot be used is no folder', () => {
  const places = [
    '/proc/none/a',
    '/dev/null',
    '/dev/null/a',
    '/sys/a',
    join(folder, 'a-file'),
    '/proc/self/a',
    'a',
    '',
  ];
  const variables = ['HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME'];
  writeFileSync(join(folder, 'a-file'), '');

  it.each(variables.flatMap((name, turn) => inTurn(places, 3, turn).map((place) => [name, place])))(
    '%s=%s',
    async (name, place) => {
      const env = { [name]: place };
      const read = await article(['read', 'guide', 'start', '--plain'], { env });
      expect(read).toMatchObject({ exitCode: 0, stderr: '' });
      expect(read.stdout).toContain('Getting started');
      // Saving may fail, but says so in one line.
      const save = await article(['save', '-', '--as', 'tea'], { env, input: 'Tea.' });
      expect(save.stderr).toMatch(/^(?:article: (?:Cannot|There is) [^\n]+|Saved as [^\n]+)\n$/);
    },
  );
});

it('a dead network drive is no folder', async ({ skip }) => {
  const point = join(folder, 'dead');
  const server = await deadMount(point);
  if (!server) return skip('Nothing can be mounted here.');
  try {
    expect(await isResponsive(join(point, 'article'))).toBe(false);
    const env = { XDG_DATA_HOME: point };
    const read = await article(['read', 'guide', 'start', '--plain'], { env });
    expect(read).toMatchObject({ exitCode: 0, stderr: '' });
    // The home, and so the compiled code that is kept between runs, too.
    const HOME = point;
    const home = await article(['read', 'guide', 'start', '--plain'], { env: { HOME } });
    expect(home).toMatchObject({ exitCode: 0, stderr: '', stdout: read.stdout });
    const shelf = await article(['shelf'], { env });
    expect(shelf.exitCode).toBe(0);
    expect(shelf.stdout).toContain('guide\t');
    const save = await article(['save', '-', '--as', 'tea'], { env, input: 'Tea.' });
    expect(save.exitCode).toBe(1);
    expect(save.stderr).toContain('The folder of the shelf does not answer');
  } finally {
    await server.end();
  }
});
