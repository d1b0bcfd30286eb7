import type { Output, System } from '../system.ts';
import { standardOutput } from './standard-output.ts';

/** The real system, which knows whether its process may end at once. */
export interface ProcessSystem extends System {
  /** False once one of Node's streams is in use: it may hold what is not written yet. */
  readonly mayEnd: boolean;
}

/** The real system. `articles` is the folder of the bundled articles. */
export function processSystem(articles: string): ProcessSystem {
  let mayEnd = true;
  let stdout: Output | undefined;
  const use = <Stream>(stream: Stream): Stream => {
    mayEnd = false;
    return stream;
  };
  return {
    // Getters: Node builds each stream at the first look, and standard input is seldom looked at.
    get stdin() {
      return use(process.stdin);
    },
    get stdout() {
      stdout ??= standardOutput(() => use(process.stdout));
      return stdout;
    },
    get stderr() {
      return use(process.stderr);
    },
    get mayEnd() {
      return mayEnd;
    },
    env: process.env,
    get cwd() {
      return process.cwd();
    },
    home: process.env.HOME ?? process.env.USERPROFILE ?? '',
    articles,
  };
}
