import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { article, emptyFolder, nodeBinary, program, scrubbed, shell } from '../support/program.ts';
import { serve } from '../support/server.ts';

const notes = '# Notes\n\nFirst words.\n\n## Install\n\nHow to install it.\n\n## Use\n\nHow to use it.\n';

function folder(): string {
  const path = emptyFolder();
  writeFileSync(join(path, 'notes.md'), notes);
  writeFileSync(join(path, 'long.md'), `# Long\n\n${'Words and words. '.repeat(20_000)}\n`);
  mkdirSync(join(path, 'below'));
  writeFileSync(join(path, 'below/README.md'), notes);
  for (const name of ['.hidden.md', 'two\nlines.md']) writeFileSync(join(path, 'below', name), notes);
  mkdirSync(join(path, 'node_modules'));
  writeFileSync(join(path, 'node_modules/package.md'), notes);
  const outside = emptyFolder();
  writeFileSync(join(outside, 'secret.md'), '# Secret\n');
  symlinkSync(join(outside, 'secret.md'), join(path, 'link.md'));
  symlinkSync(outside, join(path, 'linked'));
  return path;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of any shape are looked into.
async function answers(...messages: readonly (object | string)[]): Promise<any[]> {
  const input = messages.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('');
  const { exitCode, stdout, stderr } = await article(['mcp'], { cwd: folder(), input });
  expect([exitCode, stderr]).toEqual([0, '']);
  const found = stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  for (const one of found) expect(one.jsonrpc).toBe('2.0');
  return found.sort((one, other) => Number(one.id) - Number(other.id));
}

function request(id: number, method: string, params?: object): object {
  return { jsonrpc: '2.0', id, method, ...(params && { params }) };
}

async function call(name: string, arguments_: object): Promise<{ text: string; isError: boolean }> {
  const [answer] = await answers(request(1, 'tools/call', { name, arguments: arguments_ }));
  const { content, isError = false } = answer.result;
  expect(content).toHaveLength(1);
  return { text: content[0].text, isError };
}

describe('the protocol', () => {
  test('greets, and lists its tools', async () => {
    const [hello, ping, list, ...rest] = await answers(
      request(1, 'initialize', {
        protocolVersion: '2025-03-26',
        capabilities: {},
        clientInfo: { name: 'x', version: '1' },
      }),
      { jsonrpc: '2.0', method: 'notifications/initialized' },
      request(2, 'ping'),
      request(3, 'tools/list'),
    );
    expect(rest).toEqual([]);
    expect(hello.result).toMatchObject({
      protocolVersion: '2025-03-26',
      capabilities: { tools: {} },
      serverInfo: { name: 'article' },
    });
    expect(ping.result).toEqual({});
    expect(list.result.tools.map(({ name }: { name: string }) => name)).toEqual([
      'list',
      'read',
      'search',
      'summarize',
    ]);
    for (const { inputSchema } of list.result.tools) expect(inputSchema.type).toBe('object');
  });

  test('an unknown version is answered with the newest one', async () => {
    const [hello] = await answers(request(1, 'initialize', { protocolVersion: '1999-01-01' }));
    expect(hello.result.protocolVersion).toBe('2025-06-18');
  });

  test.each<[string, object | string, number]>([
    ['no JSON', '{', -32700],
    ['no request', '[]', -32600],
    ['no method', { jsonrpc: '2.0', id: 1 }, -32600],
    ['an unknown method', request(1, 'resources/list'), -32601],
    ['an unknown tool', request(1, 'tools/call', { name: 'constructor' }), -32602],
  ])('%s is an error, and the next message is answered', async (_, message, code) => {
    const found = await answers(message, request(2, 'ping'));
    expect(found).toHaveLength(2);
    expect(found.find(({ error }) => error)?.error.code).toBe(code);
  });
});

describe('whatever ends the server', () => {
  /** Answers with a page, but not at once. */
  const slowly: RequestListener = (_, response) => {
    setTimeout(() => response.setHeader('Content-Type', 'text/markdown').end('# Slow\n'), 300);
  };

  test.each([
    ['the end of the input', '', { exitCode: 0, stderr: '' }],
    ['the end of the input, in the midst of a line', '{"jsonrpc"', { exitCode: 0, stderr: '' }],
    [
      'a message that never ends',
      'x'.repeat(10_200_000),
      { exitCode: 1, stderr: 'article: A message is longer than any request can be.\n' },
    ],
  ])('%s: what was asked before is answered', async (_, end, result) => {
    const address = await serve(slowly);
    const ask = (id: number, source: string) =>
      `${JSON.stringify(request(id, 'tools/call', { name: 'read', arguments: { source } }))}\n`;
    const input = `${ask(1, `${address}/slow.md`)}${ask(2, 'notes.md')}${end}`;
    const { stdout, ...ended } = await article(['mcp'], { cwd: folder(), input });
    expect(ended).toEqual({ signal: null, ...result });
    expect(stdout.match(/"id":\d,"result"/g)?.sort()).toEqual(['"id":1,"result"', '"id":2,"result"']);
  });

  test.runIf(existsSync('/dev/full'))('a disk that is full is told in one line, and at once', async () => {
    const ping = JSON.stringify(request(1, 'ping'));
    // Standard input stays open until the server has ended.
    const { stdout, stderr } = await shell(
      `mkfifo input; exec 3<> input; echo '${ping}' >&3; $ARTICLE mcp < input > /dev/full; echo $?`,
    );
    expect([stdout, stderr]).toEqual([
      '1\n',
      'article: Cannot write the output: no space left on the device (ENOSPC).\n',
    ]);
  });
});

describe('the tools', () => {
  test('list', async () => {
    expect((await call('list', {})).text).toBe('long.md\nnotes.md\nbelow/README.md');
    expect((await call('list', { source: 'notes.md' })).text).toBe(
      '1\tinstall\t2\t5\tInstall\t5\t8\n2\tuse\t2\t5\tUse\t9\t11\n',
    );
  });

  test('read', async () => {
    expect((await call('read', { source: 'notes.md' })).text).toBe(notes);
    expect((await call('read', { source: 'notes.md', sections: ['/^u.e$/'] })).text).toMatch(/^## Use\n/);
    expect((await call('read', { source: 'notes.md', sections: ['use', '1'] })).text).toBe(
      '## Use\n\nHow to use it.\n## Install\n\nHow to install it.\n\n',
    );
    expect((await call('read', { source: 'below' })).text).toBe(notes);
    const { text } = await call('read', { source: 'long.md' });
    expect(text.length).toBeLessThan(101_000);
    expect(text).toMatch(/\[Cut here, after 100000 of \d+ characters: name sections\.\]\n$/);
  });

  test('search', async () => {
    expect((await call('search', { source: 'notes.md', pattern: 'install' })).text).toBe(
      '5\t1\tinstall\tInstall\n7\t1\tinstall\tHow to install it.\n',
    );
    expect(
      (await call('search', { source: 'notes.md', pattern: 'u.e', regexp: true, sections: ['2'] })).text,
    ).toContain('How to use it.');
    expect((await call('search', { source: 'notes.md', pattern: 'zebra' })).text).toBe('It is not found.');
  });

  test('summarize', async () => {
    expect((await call('summarize', { source: 'notes.md', sentences: 1 })).text).toMatch(/^[A-Z].*\.\n$/);
  });

  test.each<[string, object, string]>([
    ['read', { source: '/etc/passwd' }, 'is no file below the folder'],
    ['read', { source: '../x.md' }, 'is no file below the folder'],
    ['read', { source: 'below/../../x.md' }, 'is no file below the folder'],
    ['read', { source: 'link.md' }, 'is no file below the folder'],
    ['read', { source: 'linked/secret.md' }, 'is no file below the folder'],
    ['read', { source: '.' }, 'is no file below the folder'],
    ['read', { source: 'guide' }, 'is no file below the folder'],
    ['read', { source: '-' }, 'is no file below the folder'],
    ['read', { source: '/dev/zero' }, 'is no file below the folder'],
    ['read', { source: 'file:///etc/passwd' }, 'is no file below the folder'],
    ['read', {}, '“source” must be a text.'],
    ['read', { source: 'notes.md', sections: [1] }, '“sections” must be a list of texts.'],
    ['read', { source: 'notes.md', sections: ['zebra'] }, 'No section “zebra”'],
    ['search', { source: 'notes.md', pattern: '(', regexp: true }, 'is no regular expression'],
    ['summarize', { source: 'notes.md', sentences: 1.5 }, '“sentences” must be a whole number'],
  ])('%s %j is reported as an error', async (name, arguments_, message) => {
    const { text, isError } = await call(name, arguments_);
    expect([isError, text]).toEqual([true, expect.stringContaining(message)]);
  });
});

test('the official client greets, lists, calls and leaves', async () => {
  const client = new Client({ name: 'judge', version: '1' });
  const transport = new StdioClientTransport({
    command: nodeBinary,
    args: [program, 'mcp'],
    cwd: folder(),
    env: scrubbed(),
    stderr: 'ignore',
  });
  await client.connect(transport);
  try {
    expect(client.getServerVersion()).toMatchObject({ name: 'article', version: packageFile.version });
    expect(client.getServerCapabilities()).toEqual({ tools: {} });
    await client.ping();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['list', 'read', 'search', 'summarize']);
    // Calls that are under way at once.
    const [text, found, refused] = await Promise.all([
      client.callTool({ name: 'read', arguments: { source: 'notes.md', sections: ['use'] } }),
      client.callTool({ name: 'search', arguments: { source: 'notes.md', pattern: 'install' } }),
      client.callTool({ name: 'read', arguments: { source: '../secret.md' } }),
    ]);
    expect(text.content).toEqual([{ type: 'text', text: '## Use\n\nHow to use it.\n' }]);
    expect(found.content).toEqual([{ type: 'text', text: expect.stringContaining('How to install it.') }]);
    expect(refused).toMatchObject({ isError: true });
    await expect(client.callTool({ name: 'write', arguments: {} })).rejects.toThrow('There is no tool “write”.');
  } finally {
    await client.close();
  }
});
