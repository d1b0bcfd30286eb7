import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { emptyFolder } from './program.ts';

/** Creates a named pipe and returns its path. */
export function createFifo(): string {
  const path = join(emptyFolder(), 'fifo');
  execFileSync('mkfifo', [path]);
  return path;
}
