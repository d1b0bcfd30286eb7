import { fstatSync } from 'node:fs';
import type { Output, System } from '../system.ts';
import { openStdout } from './stdout.ts';

/** Returns the system of this process. `articles` is the folder of the bundled articles. */
export function processSystem(articles: string, onEngineFlags?: System['onEngineFlags']): System {
  let stdout: Output | undefined;
  return {
    // Getters: Node creates each stream on first access, which takes a millisecond or two.
    get stdin() {
      return process.stdin;
    },
    get stdinType() {
      return stdinType();
    },
    get stdout() {
      stdout ??= openStdout();
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
    ...(onEngineFlags && { onEngineFlags }),
  };
}

function stdinType(): System['stdinType'] {
  try {
    const found = fstatSync(0);
    return found.isFile() ? 'file' : found.isFIFO() ? 'pipe' : 'other';
  } catch {
    return 'other';
  }
}
