import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, emptyFolder } from '../support/program.ts';
import { serve } from '../support/server.ts';

const words = 'Une phrase assez longue pour qu’un extracteur la tienne pour du texte, et non pour un menu. ';
const page = `<!doctype html>
<html lang="fr">
<title>Le titre – Le journal</title>
<meta property="og:site_name" content="Le journal">
<nav><a href="/a">Accueil</a> <a href="/b">Monde</a></nav>
<article>
<h1>Le titre</h1>
<time datetime="2026-02-03">3 février 2026</time>
<p>${words.repeat(8)}</p>
<h2>La suite</h2>
<p>${words.repeat(8)}</p>
</article>
<footer><a href="/c">Mentions</a></footer>
</html>`;

describe('a page', () => {
  it('is the same article as a file, from a pipe and from its address', async () => {
    const cwd = emptyFolder();
    await writeFile(join(cwd, 'page.html'), page);
    const address = await serve((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page));
    const file = await article(['read', 'page.html'], { cwd });
    const pipe = await article(['read', '-'], { cwd, input: page });
    const web = await article(['read', `${address}/page`], { cwd });
    expect(file.stdout).toContain('Le titre');
    expect(file.stdout).not.toMatch(/Accueil|Mentions/);
    expect(pipe.stdout).toBe(file.stdout);
    expect(web.stdout).toBe(file.stdout);
    const sections = await article(['sections', `${address}/page`]);
    expect(sections.stdout).toMatch(/^1\tla-suite\t/);
  });

  it('is fetched once for two commands, and not at all offline', async () => {
    const HOME = emptyFolder();
    let requests = 0;
    const address = await serve((_, response) => {
      requests++;
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
    });
    const first = await article(['read', address], { env: { HOME } });
    const second = await article(['sections', address], { env: { HOME } });
    const offline = await article(['read', address, '--offline'], { env: { HOME } });
    expect([first.exitCode, second.exitCode, offline.exitCode]).toEqual([0, 0, 0]);
    expect(offline.stdout).toBe(first.stdout);
    expect(requests).toBe(1);
    await article(['read', address, '--refresh'], { env: { HOME } });
    expect(requests).toBe(2);
  });

  it('that is none ends in one line and exit code 1', async () => {
    const address = await serve((request, response) => {
      if (request.url === '/image') response.writeHead(200, { 'Content-Type': 'image/png' }).end('x');
      else response.writeHead(404, { 'Content-Type': 'text/html' }).end(page);
    });
    for (const path of ['/missing', '/image']) {
      const { exitCode, stdout, stderr } = await article(['read', address + path]);
      expect([exitCode, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^article: [^\n]+\n$/);
    }
  });
});

describe('the shelf', () => {
  it.each([
    ['a fresh home', (home: string) => ({ HOME: home }), '.local/share/article'],
    ['XDG_DATA_HOME', (home: string) => ({ HOME: '/nonexistent', XDG_DATA_HOME: home }), 'article'],
  ])('keeps a page in %s, lists it, reads it and lets it go', async (_, environment, folder) => {
    const home = emptyFolder();
    const cwd = emptyFolder();
    const env = environment(home);
    await writeFile(join(cwd, 'page.html'), page);
    const run = (...typed: string[]) => article(typed, { env, cwd });
    expect((await run('save', 'page.html', '--as', 'Mon titre')).exitCode).toBe(0);
    expect(await readdir(join(home, folder))).toEqual(['mon-titre.md']);
    expect((await run('save', 'page.html', '--as', 'mon-titre')).exitCode).toBe(1);
    expect((await run('save', 'page.html', '--as', 'mon-titre', '--force')).exitCode).toBe(0);
    expect((await run('shelf')).stdout).toContain('mon-titre\tLe titre\t2026-02-03\tfr\t');
    expect((await run('read', 'mon-titre')).stdout).toBe((await run('read', 'page.html')).stdout);
    const saved = await readFile(join(home, folder, 'mon-titre.md'), 'utf8');
    expect(saved).toMatch(/^---\ntitle: Le titre\ndate: 2026-02-03\nlang: fr\nsite: Le journal\nsaved: \d{4}-/);
    expect((await run('remove', 'mon-titre')).exitCode).toBe(0);
    expect(await readdir(join(home, folder))).toEqual([]);
    expect((await run('remove', 'mon-titre')).exitCode).toBe(1);
  });

  it('names what is broken and lists the rest', async () => {
    const home = emptyFolder();
    const env = { HOME: '/nonexistent', XDG_DATA_HOME: home };
    const cwd = emptyFolder();
    await writeFile(join(cwd, 'a.md'), '# A\n\nWords.\n');
    await article(['save', 'a.md', '--as', 'good'], { env, cwd });
    await writeFile(join(home, 'article', 'bad.md'), Buffer.from([0, 1, 2, 3, 0, 255]));
    const { exitCode, stdout, stderr } = await article(['shelf'], { env });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^good\tA\t/m);
    expect(stderr).toContain('bad.md');
  });
});
