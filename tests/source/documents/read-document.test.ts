import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readDocument } from '../../../src/source/documents/read-document.ts';
import { runProgram } from '../../../src/source/documents/run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Creates a folder with a stand-in for a program: a script of the shell. */
function standIn(name: string, script: string): string {
  const path = mkdtempSync(join(folder, 'bin-'));
  writeFileSync(join(path, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(path, name), 0o755);
  return `${path}:/usr/bin:/bin`;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const received = (path: string, text: string) => ({ bytes: bytes(text), name: `“${path}”`, path });
const failure = (promise: Promise<unknown>): Promise<UserError> =>
  promise.then(
    () => expect.unreachable(),
    (error) => error,
  );

describe('what pandoc reads', () => {
  it('is given on standard input, without a word of it in the arguments', async () => {
    const PATH = standIn(
      'pandoc',
      'printf -- "---\\ntitle: Kettles\\nauthor:\\n- Ada Leaf\\n---\\n\\n"; echo "$@"; cat',
    );
    const source = await readDocument(received('$(rm x) notes.docx', 'The text.'), { env: { PATH, SECRET: 'x' } });
    expect(source).toMatchObject({ title: 'Kettles', metadata: { author: 'Ada Leaf' } });
    expect(source?.markdown.trim()).toMatch(
      /^--sandbox --from=docx --to=markdown_strict\S+ --standalone --wrap=none\nThe text\.$/,
    );
  });

  it.each(['docx', 'odt', 'tex', 'typ', 'ipynb', 'fb2', 'opml'])(
    'says which package brings it: .%s',
    async (extension) => {
      const error = await failure(readDocument(received(`a.${extension}`, 'x'), { env: { PATH: folder } }));
      expect(error).toBeInstanceOf(UserError);
      expect(error.message).toBe(`“a.${extension}” is read through pandoc, which is not installed.`);
      expect(error.hint).toContain('apt install pandoc');
    },
  );

  it('says what pandoc says when it fails', async () => {
    const PATH = standIn('pandoc', 'cat >/dev/null; echo "couldn\'t unpack docx container" >&2; exit 63');
    const error = await failure(readDocument(received('a.docx', 'x'), { env: { PATH } }));
    expect([error.message, error.hint]).toEqual(['pandoc cannot read “a.docx”.', "couldn't unpack docx container"]);
  });

  it('may be what we read ourselves', async () => {
    const PATH = standIn('pandoc', 'echo "$2"');
    expect((await readDocument(received('a.rst', 'x'), { env: { PATH }, via: 'pandoc' }))?.markdown).toBe(
      '--from=rst\n',
    );
    expect(await readDocument(received('a.rst', 'x'), { env: { PATH } })).toBeUndefined();
    expect((await failure(readDocument(received('a.x', 'x'), { env: { PATH }, via: 'pandoc' }))).message).toContain(
      'cannot tell',
    );
  });
});

describe('a PDF', () => {
  it('is read as a text: laid out, or in its own order where it has columns', async () => {
    const columns = 'one two three four      five six seven eight\\n';
    const PATH = standIn(
      'pdftotext',
      `if [ "$1" = -layout ]; then printf '${columns.repeat(4)}'; else echo "In its own order."; fi`,
    );
    expect((await readDocument(received('a.pdf', '%PDF-1.4'), { env: { PATH } }))?.markdown).toBe(
      'In its own order.\n',
    );
  });

  it('says which package brings its reader, and when it is made of images', async () => {
    const missing = await failure(readDocument(received('a', '%PDF-1.4'), { env: { PATH: folder } }));
    expect(missing.hint).toContain('apt install poppler-utils');
    const PATH = standIn('pdftotext', 'true');
    expect((await failure(readDocument(received('a', '%PDF-1.4'), { env: { PATH } }))).message).toContain(
      'no text in it',
    );
  });
});

describe('a program', () => {
  const input = bytes('x');
  it('is ended when it takes too long or writes too much', async () => {
    const env = { PATH: '/usr/bin:/bin' };
    const sleep = standIn('slow', 'exec sleep 60');
    expect(await runProgram('slow', [], { input, env: { PATH: sleep }, timeout: 100, maxOutput: 10 })).toEqual({
      status: 'too-slow',
    });
    const talk = standIn('talk', 'exec yes');
    expect(await runProgram('talk', [], { input, env: { PATH: talk }, timeout: 30_000, maxOutput: 100_000 })).toEqual({
      status: 'too-large',
    });
    expect(await runProgram('no-such-program', [], { input, env, timeout: 1000, maxOutput: 10 })).toEqual({
      status: 'missing',
    });
  });

  it('may end before it has read all', async () => {
    const PATH = standIn('deaf', 'exit 0');
    const much = new Uint8Array(5_000_000);
    expect(await runProgram('deaf', [], { input: much, env: { PATH }, timeout: 30_000, maxOutput: 10 })).toMatchObject({
      status: 'done',
    });
  });

  it('sees nothing of the environment but where programs are', async () => {
    const PATH = standIn('show', 'env');
    const result = await runProgram('show', [], {
      input,
      env: { PATH, SECRET: 'secret' },
      timeout: 30_000,
      maxOutput: 10_000,
    });
    expect(result.status === 'done' && new TextDecoder().decode(result.output)).not.toContain('secret');
  });
});

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

describe.runIf(hasPandoc)('with pandoc itself', () => {
  const { PATH } = process.env;
  const markdown =
    '---\ntitle: Kettles\nauthor: Ada Leaf\n---\n\n# One\n\nA *word*, a [page](https://example.org), $x^2$.[^1]\n\n- a\n- b\n\n| k | v |\n|---|---|\n| 1 | 2 |\n\n[^1]: A note.\n';
  it.each(['docx', 'odt', 'tex', 'ipynb', 'fb2', 'opml'])('a .%s has its heading and its words', async (extension) => {
    const format = extension === 'tex' ? 'latex' : extension;
    const made = spawnSync('pandoc', ['-f', 'markdown', '-t', format, '-s', '-o', '-'], { input: markdown });
    const source = await readDocument({ bytes: made.stdout, name: 'a', path: `a.${extension}` }, { env: { PATH } });
    expect(source?.markdown).toMatch(/^#+ One$/m);
    expect(source?.markdown).toMatch(/\[page\]\(https:\/\/example\.org\)/);
    expect(source?.markdown).not.toContain('<div');
  });
});
