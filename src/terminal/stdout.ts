import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Output } from '../system.ts';

/**
 * Opens standard output. A file or a pipe is written directly, since Node's stream takes two milliseconds to load;
 * anything else is that stream.
 */
export function openStdout(): Output {
  return process.platform !== 'win32' && isFileOrPipe(1) ? directOutput(1, () => process.stdout) : process.stdout;
}

/** Reports whether a descriptor is a file, a pipe, a socket or `/dev/null`; false for all that may be a terminal. */
function isFileOrPipe(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    if (found.isCharacterDevice()) return found.rdev === statSync('/dev/null').rdev;
    return found.isFile() || found.isFIFO() || found.isSocket();
  } catch {
    return false;
  }
}

/**
 * Creates an output that has written, or passed the error to `done`, when `write` returns: it waits for a slow reader.
 * If the descriptor is non-blocking and full, the rest goes to `stream`, Node's own for it.
 */
export function directOutput(descriptor: number, stream: () => NodeJS.WritableStream): Output {
  let slow: NodeJS.WritableStream | undefined;
  return {
    on() {
      // Each write gets its own error.
    },
    write(text, done) {
      if (slow) return slow.write(text, done);
      const bytes = Buffer.from(text);
      let written = 0;
      try {
        while (written < bytes.length) written += writeSync(descriptor, bytes, written);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EAGAIN') {
          slow = stream();
          slow.on('error', () => {});
          return slow.write(bytes.subarray(written), done);
        }
        done?.(error as Error);
        return false;
      }
      done?.();
      return true;
    },
  };
}
