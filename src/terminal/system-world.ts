import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { World } from '../world.ts';

/** The real world. `articles` is where the bundled articles lie, as a file URL. */
export function systemWorld(articles: URL): World {
  return {
    // Getters: Node builds each stream at the first look, and standard input is seldom looked at.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      return process.stderr;
    },
    env: process.env,
    get cwd() {
      return process.cwd();
    },
    get home() {
      return process.env.HOME ?? safeHome();
    },
    articles: fileURLToPath(articles),
  };
}

function safeHome(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}
