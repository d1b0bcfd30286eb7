import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageFile from '../../package.json' with { type: 'json' };

/** The folder of the project. */
export const project = fileURLToPath(new URL('../..', import.meta.url));
const program = join(project, packageFile.bin.article);

/** What a recipe pipes to, whether the machine has it or not: each does the least that it must, without a terminal or a voice. */
const standIns: Readonly<Record<string, string>> = {
  curl: `exec '${process.execPath}' -e 'fetch(process.argv.at(-1)).then((page) => page.text()).then(console.log)' -- "$@"`,
  fzf: 'sed -n 3p',
  bat: 'cat',
  pandoc: 'cat',
  'espeak-ng': 'cat',
  say: 'cat',
  llm: 'cat',
};

/** The same for a program whose own check of a recipe is worth having: it is run where the machine has it. */
const substitutes: Readonly<Record<string, string>> = { jq: 'cat' };

/** A fenced block of a document: its language, the words after it, and its lines. */
export interface Fence {
  readonly language: string;
  readonly words: readonly string[];
  readonly text: string;
  readonly line: number;
}

export function readDocument(path: string): string {
  return readFileSync(join(project, path), 'utf8');
}

export function fences(document: string): Fence[] {
  return [...document.matchAll(/^( *)```(\S+)(.*)\n([\s\S]*?)^\1```$/gm)].map((match) => {
    const [, indent = '', language = '', info = '', text = ''] = match;
    return {
      language,
      words: info.trim().split(/\s+/),
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      line: document.slice(0, match.index).split('\n').length,
    };
  });
}

/** A command that a document shows, and how it says that it ends. Commands marked `by-hand` are left out. */
export interface ShownCommand {
  readonly line: string;
  readonly exitCode: number;
  /** What the document shows below a `$` command; a line `…` matches any lines. */
  readonly output?: string;
}

export function shownCommands(document: string): ShownCommand[] {
  return fences(document)
    .filter(({ words }) => !words.includes('by-hand'))
    .flatMap(({ language, words, text }) => {
      const exitCode = Number(words.find((word) => word.startsWith('exit='))?.slice('exit='.length) ?? 0);
      if (language === 'sh')
        return text
          .trim()
          .split('\n')
          .map((line) => ({ line, exitCode }));
      if (language !== 'console') return [];
      return text
        .split(/^\$ /m)
        .slice(1)
        .map((part) => {
          const [line = '', ...output] = part.split('\n');
          return { line, exitCode, output: output.join('\n') };
        });
    });
}

export interface Finished {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Creates a folder with nothing in it but these files and the library, with the built program on the PATH as `article`,
 * and an environment with nothing in it but PATH, HOME and a UTF-8 locale.
 */
export function emptyFolder(files: Readonly<Record<string, string>> = {}): {
  run: (command: string, environment?: Record<string, string>) => Finished;
  folder: string;
} {
  const root = mkdtempSync(join(tmpdir(), 'article-documents-'));
  const [commands, home, folder] = ['bin', 'home', 'folder'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [commands, home, join(folder, 'node_modules')]) mkdirSync(path, { recursive: true });
  symlinkSync(project, join(folder, 'node_modules', 'article-reader'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const executable = (name: string, body: string) => {
    writeFileSync(join(commands, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(commands, name), 0o755);
  };
  executable('article', `exec '${process.execPath}' '${program}' "$@"`);
  for (const [name, body] of Object.entries(standIns)) executable(name, body);
  for (const [name, body] of Object.entries(substitutes)) if (!isOnPath(name)) executable(name, body);
  const path = [commands, dirname(process.execPath), process.env.PATH].join(delimiter);
  return {
    folder,
    run(command, environment = {}) {
      const child = spawnSync('bash', ['-o', 'pipefail', '-c', command], {
        cwd: folder,
        env: { PATH: path, HOME: home, LANG: 'C.UTF-8', ...environment },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 30_000,
      });
      return { exitCode: child.status, stdout: child.stdout, stderr: child.stderr };
    },
  };
}

/**
 * Serves pages on this machine alone, from a process of its own: this one stands still while a command runs.
 */
export async function servePages(
  pages: Readonly<Record<string, string>>,
): Promise<{ address: string; close: () => void }> {
  const server = `
    const pages = JSON.parse(process.argv[1]);
    require('node:http').createServer(({ url }, response) => {
      response.writeHead(url in pages ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(pages[url]);
    }).listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;
  const child = spawn(process.execPath, ['-e', server, JSON.stringify(pages)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { address: `http://127.0.0.1:${String(port).trim()}`, close: () => child.kill() };
}

/** Runs a `$` command as if its output went to a terminal of 80 columns, and takes the colours off what it shows. */
export function shownOutput(finished: Finished): string {
  return (finished.stdout + finished.stderr).replaceAll(
    /\u001b\[[\d;]*m|\u001b\]8;[^\u0007\u001b]*(?:\u0007|\u001b\\)/g,
    '',
  );
}

/** Forces colour where the program writes to the terminal itself rather than to another program. */
export function terminalEnvironment(command: string): Record<string, string> {
  return /[|>]/.test(command) ? { COLUMNS: '80' } : { COLUMNS: '80', FORCE_COLOR: '1' };
}

/** Reports whether the output is what the document shows, where a line `…` of the document matches any lines. */
export function isShown(shown: string, output: string): boolean {
  const trim = (text: string) => text.replaceAll(/[^\S\n]+$/gm, '').trim();
  const parts = trim(shown).split(/^\s*…$/m);
  const pattern = parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[^]*');
  return new RegExp(`^${pattern}$`).test(trim(output));
}

function isOnPath(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
