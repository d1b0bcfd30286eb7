import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Input, System } from '../system.ts';

/** Bytes read at a time: what a pipe holds on Linux. */
const chunkSize = 65_536;

/** Returns what standard input is. */
export function stdinType(): System['stdinType'] {
  try {
    const found = fstatSync(0);
    return found.isFile() ? 'file' : found.isFIFO() ? 'pipe' : 'other';
  } catch {
    return 'other';
  }
}

/**
 * Opens standard input. A file, and what a pipe already holds, is read directly, since Node's stream takes four
 * milliseconds to load; anything else is that stream.
 */
export function openStdin(type: System['stdinType']): Input {
  if (type === 'file' && process.platform !== 'win32') return directInput(0, () => process.stdin);
  // The path opens the pipe once more; elsewhere it is another name for the descriptor, which would wait.
  if (type === 'pipe' && process.platform === 'linux') return directInput('/dev/stdin', () => process.stdin);
  return process.stdin;
}

/** Creates an input that reads a file to its end, and a pipe until it would have to wait; the rest comes from `stream`. */
export function directInput(source: 0 | string, stream: () => NodeJS.ReadStream): Input {
  let slow: NodeJS.ReadStream | undefined;
  let isDestroyed = false;
  return {
    async *[Symbol.asyncIterator]() {
      const isEnded = yield* readDirectly(source);
      if (isEnded || isDestroyed) return;
      slow = stream();
      yield* slow;
    },
    destroy() {
      isDestroyed = true;
      slow?.destroy();
    },
  };
}

/** Yields what can be read without waiting; returns whether that is all. */
function* readDirectly(source: 0 | string): Generator<Uint8Array, boolean> {
  let file: number | undefined;
  try {
    file = source === 0 ? 0 : openSync(source, constants.O_RDONLY | constants.O_NONBLOCK);
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkSize);
      const length = readSync(file, chunk);
      if (length === 0) return true;
      yield chunk.subarray(0, length);
    }
  } catch {
    // Nothing is there yet (EAGAIN), or the stream says why it cannot be read.
    return false;
  } finally {
    if (file !== undefined && file !== 0) closeSync(file);
  }
}
