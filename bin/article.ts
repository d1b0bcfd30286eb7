#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import type { start } from '../src/start.ts';
import { codeCacheFolder, type Packs, packLoader } from '../src/terminal/packs.ts';

/** Written by the build. */
declare const packs: Packs;

const argv = process.argv.slice(2);
const answer = knownAnswer();
if (answer === undefined) run();
else {
  process.stdout.on('error', () => {});
  // What went wrong with writing, the program says better.
  process.stdout.write(answer, (error) => error && run());
}

function run(): void {
  const load = packLoader(__dirname, packs, require, codeCacheFolder(packs.build, argv[0] ?? '', process.env));
  const program = load(packs.start) as { start: typeof start };
  program.start(argv, __dirname).then((exitCode) => {
    // Never process.exit(): it would cut off what a pipe has not taken yet.
    process.exitCode = exitCode;
  });
}

/**
 * What the program says to a request for help or the version, on 80 columns or more: the build has asked it and
 * written it down, so that it need not start to say it again.
 */
function knownAnswer(): string | undefined {
  const asked = argv.at(-1) ?? 'help';
  if (!/^(-h|--help|--version|help)$/.test(asked) && argv[0] !== 'help') return undefined;
  if ((process.stdout.columns ?? 80) < 80) return undefined;
  try {
    const answers: Readonly<Record<string, string>> = JSON.parse(readFileSync(`${__dirname}/answers.json`, 'utf8'));
    return Object.hasOwn(answers, argv.join(' ')) ? answers[argv.join(' ')] : undefined;
  } catch {
    return undefined;
  }
}
