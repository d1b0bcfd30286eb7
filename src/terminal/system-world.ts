import type { Output, World } from '../world.ts';
import { standardOutput } from './standard-output.ts';

/** The real world. `articles` is the folder of the bundled articles. */
export function systemWorld(articles: string): World {
  let stdout: Output | undefined;
  return {
    // Getters: Node builds each stream at the first look, and standard input is seldom looked at.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      stdout ??= standardOutput();
      return stdout;
    },
    get stderr() {
      return process.stderr;
    },
    env: process.env,
    get cwd() {
      return process.cwd();
    },
    home: process.env.HOME ?? process.env.USERPROFILE ?? '',
    articles,
  };
}
