#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import type { start } from '../src/start.ts';
import { codeCacheFolder, type Packs, packLoader } from '../src/terminal/packs.ts';
import { standardOutput } from '../src/terminal/standard-output.ts';

/** Written by the build. */
declare const packs: Packs;

const argv = process.argv.slice(2);
const asked = helpAsked() ?? (argv.length === 1 && argv[0] === '--version' ? '--version' : undefined);
if (asked === undefined || !answer(asked)) run();

function run(): void {
  const load = packLoader(__dirname, require, codeCacheFolder(packs.build, argv, process.env));
  const program = load(packs.start) as { start: typeof start };
  program.start(argv, __dirname).then(({ exitCode, mayEnd }) => {
    // Where a stream may hold what a pipe has not taken yet, process.exit() would cut it off; else it ends a process a
    // millisecond sooner, for Node need not collect and take down what the system frees at once.
    if (mayEnd) process.exit(exitCode);
    process.exitCode = exitCode;
  });
}

/**
 * Says what the program says to a request for help or the version, on 80 columns or more: the build has asked it and
 * written it down, so that it need not start to say it again. False where it is not known.
 */
function answer(asked: string): boolean {
  const output = standardOutput();
  if ((output.columns ?? 80) < 80) return false;
  const known = knownAnswer(asked);
  if (known === undefined) return false;
  output.on('error', () => {});
  // What went wrong with writing, the program says better.
  output.write(known, (error) => error && run());
  return true;
}

function knownAnswer(asked: string): string | undefined {
  try {
    const answers: Readonly<Record<string, string>> = JSON.parse(readFileSync(`${__dirname}/answers.json`, 'utf8'));
    return Object.hasOwn(answers, asked) ? answers[asked] : undefined;
  } catch {
    return undefined;
  }
}

/** The command whose help is asked for, `''` for the program's own. */
function helpAsked(): string | undefined {
  if (argv.length === 0) return '';
  if (argv[0] === 'help') return argv.slice(1).join(' ');
  return /^(-h|--help)$/.test(argv.at(-1) ?? '') ? argv.slice(0, -1).join(' ') : undefined;
}
