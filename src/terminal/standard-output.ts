import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Output } from '../system.ts';

/**
 * Standard output. Where it is surely no terminal it is written to straight away: the stream that Node makes of it takes
 * a start two milliseconds to load, and would not do it better. `stream` gives that stream, and is called when it is needed.
 */
export function standardOutput(stream: () => NodeJS.WriteStream = () => process.stdout): Output {
  return process.platform !== 'win32' && isFileOrPipe(1) ? straightOutput(1, stream) : stream();
}

/** Whether a descriptor is a file, a pipe, a socket or `/dev/null`; false for all that may be a terminal. */
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
 * An output whose text is written, or its error handed to `done`, by the time that `write` returns: it waits for a slow
 * reader. Where the descriptor itself does not wait, what is left goes to `stream`, Node's own for that descriptor.
 */
export function straightOutput(descriptor: number, stream: () => NodeJS.WritableStream): Output {
  let slow: NodeJS.WritableStream | undefined;
  return {
    on() {
      // Errors are told to each write alone.
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
