import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { article, emptyFolder, shell, terminal } from '../support/program.ts';
import { serve } from '../support/server.ts';
import { typed } from '../support/typed.ts';

const fixture = (name: string) => readFileSync(`tests/fixtures/images/${name}`);
const base64 = (name: string) => fixture(name).toString('base64');

/** The fixture of 24 × 16 pixels, which says that it has 640 × 400. */
const large = fixture('image.png');
large.writeUInt32BE(640, 16);
large.writeUInt32BE(400, 20);

function folderWith(markdown: string): string {
  const folder = emptyFolder();
  for (const name of ['image.png', 'image.jpg', 'moving.gif']) writeFileSync(join(folder, name), fixture(name));
  writeFileSync(join(folder, 'large.png'), large);
  writeFileSync(join(folder, 'page.md'), markdown);
  return folder;
}

const markdown = '# Title\n\nBefore.\n\n![A large one](large.png)\n\n![A small one](image.png)\n\nAfter.\n';
const kitty = { TERM: 'xterm-kitty' };

describe('on a terminal', () => {
  test('kitty gets the bytes of the file, on rows of their own', async () => {
    const cwd = folderWith(markdown);
    const { stdout } = await terminal('$ARTICLE page.md --images', { cwd, env: kitty });
    const small = `\x1b7\x1b[1A\x1b_Ga=T,f=100,C=1,c=3,r=1,q=2,m=0;${base64('image.png')}\x1b\\\x1b8`;
    // Half of 24 rows.
    const half = `\x1b7\x1b[12A\x1b_Ga=T,f=100,C=1,c=38,r=12,q=2,m=0;${large.toString('base64')}\x1b\\\x1b8`;
    const words = stdout.replaceAll('\r\n', '\n').replace(half, '<large>').replace(small, '<small>');
    expect(words.replace(/\x1b\[[\d;]*m/g, '')).toMatch(
      /Before\.\n\n\n{12} {2}<large>A large one\n\n\n {2}<small>A small one\n\n {2}After\.\n$/,
    );
  });

  test('a text with images goes past the pager, one without them does not', async () => {
    const cwd = folderWith(`${markdown}${'\nWords.\n'.repeat(30)}`);
    writeFileSync(join(cwd, 'words.md'), '\nWords.\n'.repeat(30));
    const env = { ...kitty, PAGER: 'sed s/^/PAGED/' };
    const { stdout } = await terminal('$ARTICLE page.md --images; $ARTICLE words.md --images', { cwd, env });
    const [first = '', second = ''] = stdout.split(/PAGED([\s\S]*)/);
    expect(first).toContain('\x1b_G');
    expect(first.match(/Words/g)).toHaveLength(30);
    expect(second).toContain('Words');
  });

  test('tmux gets none, and whoever typed the option is informed', async () => {
    const cwd = folderWith(markdown);
    const env = { ...kitty, TMUX: '/tmp/tmux-0/default,1,0' };
    const { stdout } = await terminal('$ARTICLE page.md --images 2>said; cat said >&2; $ARTICLE page.md', { cwd, env });
    const [shown, without] = stdout.split(/^article: no images: tmux and screen do not pass them on\.\r\n/m);
    expect(shown).toContain('A large one');
    expect(shown).toBe(without);
  });
});

test('iTerm2 gets JPEG and the first frame of a GIF too, kitty their text', async () => {
  const cwd = folderWith('![JPEG](image.jpg)\n\n![GIF](moving.gif)\n');
  const iterm2 = { TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app' };
  const { out } = await typed(['page.md', '--images'], cwd, iterm2);
  const box = 'width=3;height=1;preserveAspectRatio=1';
  expect(out).toContain(`\x1b]1337;File=inline=1;size=168;${box}:${base64('image.jpg')}\x07`);
  const [, still = ''] = /;size=\d+;width=3;height=1;preserveAspectRatio=1:(R0lG[^\x07]*)\x07/.exec(out) ?? [];
  expect(Buffer.from(still, 'base64').length).toBeLessThan(fixture('moving.gif').length);
  const { out: text } = await typed(['page.md'], cwd);
  expect(await typed(['page.md', '--images'], cwd)).toEqual({
    exitCode: 0,
    out: text,
    errors: 'article: 2 of 2 images are left as text: not found, larger than 2 MB, beyond the first 20, or no PNG.\n',
  });
});

test('without the option all is as on a terminal that shows none', async () => {
  const cwd = folderWith(markdown);
  const { out, errors } = await typed(['page.md'], cwd);
  expect(out).not.toMatch(/\x1b_|\x1b7/);
  const plain = { TERM: 'foot' };
  expect(out).toBe((await typed(['page.md'], cwd, plain)).out);
  expect(await typed(['page.md', '--images'], cwd, plain)).toEqual({
    exitCode: 0,
    out,
    errors: 'article: no images: this terminal is none of kitty, Ghostty, WezTerm and iTerm2.\n',
  });
  expect(errors).toBe('');
});

describe('in a pipe', () => {
  test('there are none, and whoever typed the option is informed', async () => {
    const cwd = folderWith(markdown);
    const [requested, without] = await Promise.all([
      shell('$ARTICLE page.md --images --color always | cat', { cwd, env: kitty }),
      shell('$ARTICLE page.md --color always | cat', { cwd, env: kitty }),
    ]);
    expect(requested.stdout).toBe(without.stdout);
    expect(requested.stderr).toBe('article: no images: the output is no terminal.\n');
  });

  test('nobody is informed who has it in the config file', async () => {
    const cwd = folderWith(markdown);
    mkdirSync(join(cwd, 'config', 'article'), { recursive: true });
    writeFileSync(join(cwd, 'config', 'article', 'config'), '--images\n');
    const env = { ...kitty, XDG_CONFIG_HOME: join(cwd, 'config') };
    const { stdout, stderr, exitCode } = await article(['page.md'], { cwd, env });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain('\x1b');
    expect((await typed(['page.md'], cwd, env)).out).toContain('\x1b_G');
    // A command that has no images, and one that is typed against it.
    expect(await typed(['sections', 'page.md'], cwd, env)).toMatchObject({ exitCode: 0, errors: '' });
    expect(await typed(['page.md', '--search', 'After'], cwd, env)).toMatchObject({ exitCode: 0, errors: '' });
  });
});

test('a file cannot reach the network of whoever reads it', async () => {
  let requests = 0;
  const address = await serve((_, response) => {
    requests++;
    response.end(fixture('image.png'));
  });
  const named = address.replace('127.0.0.1', 'localhost');
  const cwd = folderWith(`![One](${address}/a.png)\n\n![Two](${named}/b.png)\n\n![Three](${address.slice(5)}/c.png)\n`);
  const { out } = await typed(['page.md', '--images'], cwd);
  expect(out).not.toContain('\x1b_G');
  expect(requests).toBe(0);
});

test('a page has its own images, and none of the files of whoever reads it', async () => {
  const cwd = folderWith('');
  const address = await serve((request, response) => {
    if (request.url === '/page.md') {
      response.setHeader('Content-Type', 'text/markdown');
      response.end(`![Its own](a.png)\n\n![A file](${cwd}/large.png)\n\n![Another](file://${cwd}/large.png)\n`);
    } else if (request.url === '/a.png') response.end(fixture('image.png'));
    else response.writeHead(404).end();
  });
  const { out } = await typed([`${address}/page.md`, '--images'], cwd);
  expect(out.split('\x1b_G')).toHaveLength(2);
  expect(out).toContain(base64('image.png'));
});

test('it does not go with the pager’s search and the full screen', async () => {
  const cwd = folderWith(markdown);
  const { exitCode, errors } = await typed(['page.md', '--images', '--search', 'After'], cwd);
  expect(exitCode).toBe(2);
  expect(errors).toContain('--search');
});
