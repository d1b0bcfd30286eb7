import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { article, emptyFolder, shell, terminal } from '../support/program.ts';
import { serve } from '../support/server.ts';

const text = `---
title: Parts
---

A [first](https://example.org/a?b=1&c=2 "t") and *[second](b.md)*, ![a picture](x.png), a footnote[^1].

## Code

\`\`\`sh
echo one && exit 3
\`\`\`

- an item

  \`\`\`{.JavaScript .number}
  const a = "two";
  \`\`\`

## Tables

| a | b,c |
|---|-----|
| 1 "x" | [l](http://e.org) |
| p\\|q | two<br>lines |

> | quoted |
> |---|
> | =1 |

[^1]: The *footnote* with [a link](mailto:a@example.org).
`;

function folder(): string {
  const path = emptyFolder();
  writeFileSync(join(path, 'p.md'), text);
  writeFileSync(join(path, 'bare.md'), '# Bare\n\nWords.\n');
  return path;
}

async function run(line: string): Promise<string> {
  const { exitCode, stdout, stderr } = await shell(line, { cwd: folder() });
  expect([exitCode, stderr]).toEqual([0, '']);
  return stdout;
}

describe('links', () => {
  test('one a line in a pipe', async () => {
    expect(await run('$ARTICLE links p.md')).toBe(
      [
        '1\tfirst\thttps://example.org/a?b=1&c=2\t0\tlink',
        '2\tsecond\tb.md\t0\tlink',
        '3\ta picture\tx.png\t0\timage',
        '4\tThe footnote with a link.\t[^1]\t0\tfootnote',
        '5\tl\thttp://e.org\t2\tlink',
        '6\ta link\tmailto:a@example.org\t2\tlink',
        '',
      ].join('\n'),
    );
    expect(await run('$ARTICLE links p.md tables')).toMatch(/^1\tl\t/);
  });

  test('as JSON, with the line of the source', async () => {
    const { kind, links } = JSON.parse(await run('$ARTICLE links p.md --json'));
    expect(kind).toBe('links');
    expect(links[0]).toEqual({
      number: 1,
      type: 'link',
      text: 'first',
      address: 'https://example.org/a?b=1&c=2',
      line: 5,
      section: { number: '0', id: 'lead', title: '' },
    });
  });

  test('addresses of a page are whole', async () => {
    const page = '# T\n\nWords [of a link](/x), [another](y.md#z).\n';
    const address = await serve((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/markdown' }).end(page),
    );
    const { stdout } = await article(['links', `${address}/a/b`]);
    expect(stdout).toBe(`1\tof a link\t${address}/x\t0\tlink\n2\tanother\t${address}/a/y.md#z\t0\tlink\n`);
  });

  test('--open hands an address to the browser, without a shell, and shows it first', async () => {
    const cwd = folder();
    const browser = join(cwd, 'browser');
    writeFileSync(browser, '#!/bin/sh\nprintf "%s|" "$@" > "$0.out.tmp"; mv "$0.out.tmp" "$0.out"\n');
    chmodSync(browser, 0o755);
    const env = { BROWSER: `${browser} --new` };
    const { exitCode, stdout, stderr } = await article(['links', 'p.md', '--open', '1'], { cwd, env });
    expect([exitCode, stdout, stderr]).toEqual([0, '', 'Opening https://example.org/a?b=1&c=2\n']);
    await expect.poll(() => existsSync(`${browser}.out`), { timeout: 10_000 }).toBe(true);
    expect(readFileSync(`${browser}.out`, 'utf8')).toBe('--new|https://example.org/a?b=1&c=2|');
  });

  test.each([
    ['2', 'Link 2 is no page for a browser: b.md'],
    ['6', 'Link 6 is no page for a browser: mailto:a@example.org'],
    ['7', 'There is no link 7.'],
  ])('--open %s is refused', async (number, message) => {
    const env = { BROWSER: '/bin/false' };
    const { exitCode, stderr } = await article(['links', 'p.md', '--open', number], { cwd: folder(), env });
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(message)]);
  });

  test('on a terminal each has its words and its address', async () => {
    const { stdout } = await terminal('$ARTICLE links p.md --no-pager --no-color', { cwd: folder(), columns: 40 });
    expect(stdout).toMatch(/1 {2}first\r?\n {3}https:\/\/example\.org\/a\?b=1&c=2\r?\n2 {2}second/);
  });
});

describe('code', () => {
  test('nothing but the code, ready for a shell', async () => {
    expect(await run('$ARTICLE code p.md')).toBe('echo one && exit 3\n\nconst a = "two";\n');
    expect(await run('$ARTICLE code p.md --lang SH | bash; echo $?')).toBe('one\n3\n');
    expect(await run('$ARTICLE code p.md --lang javascript')).toBe('const a = "two";\n');
    expect(await run('$ARTICLE code p.md code -n 2')).toBe('const a = "two";\n');
  });

  test('as JSON and Markdown', async () => {
    const { blocks } = JSON.parse(await run('$ARTICLE code p.md --json'));
    expect(blocks).toEqual([
      {
        number: 1,
        language: 'sh',
        text: 'echo one && exit 3',
        line: 9,
        section: expect.objectContaining({ id: 'code' }),
      },
      {
        number: 2,
        language: 'JavaScript',
        text: 'const a = "two";',
        line: 15,
        section: expect.objectContaining({ id: 'code' }),
      },
    ]);
    expect(await run('$ARTICLE code p.md -n 1 -f md')).toBe('```sh\necho one && exit 3\n```\n');
  });

  test.each([
    [['bare.md'], 'There is no block of code.'],
    [['p.md', '--lang', 'py'], 'There is no block of code in “py”. There is sh, JavaScript.'],
    [['p.md', '--lang', ''], 'There is no block of code that names no language. There is sh, JavaScript.'],
    [['p.md', '-n', '3'], 'There are 2 blocks of code. Name one from 1 to 2.'],
  ])('%j', async (arguments_, message) => {
    const { exitCode, stderr } = await article(['code', ...arguments_], { cwd: folder() });
    expect([exitCode, stderr]).toEqual([1, `article: ${message}\n`]);
  });
});

describe('tables', () => {
  test('cells separated by tabs', async () => {
    expect(await run('$ARTICLE tables p.md')).toBe('a\tb,c\n1 "x"\tl\np|q\ttwo lines\n\nquoted\n=1\n');
  });

  test('--csv as RFC 4180 has it', async () => {
    expect(await run('$ARTICLE tables p.md -n 1 --csv')).toBe('a,"b,c"\r\n"1 ""x""",l\r\np|q,two lines\r\n');
    const input = '| a |\n|---|\n| |\n| b |\n';
    expect((await article(['tables', '-', '--csv', '--from', 'md'], { input })).stdout).toBe('a\r\n""\r\nb\r\n');
  });

  test('as JSON', async () => {
    const { tables } = JSON.parse(await run('$ARTICLE tables p.md --json'));
    expect(tables).toHaveLength(2);
    expect(tables[1]).toEqual({
      number: 2,
      header: ['quoted'],
      rows: [['=1']],
      line: 26,
      section: { number: '2', id: 'tables', title: 'Tables' },
    });
  });

  test('none is an error', async () => {
    const { exitCode, stderr } = await article(['tables', 'bare.md'], { cwd: folder() });
    expect([exitCode, stderr]).toEqual([1, 'article: There is no table.\n']);
  });
});
