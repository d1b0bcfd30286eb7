import { UserError } from '../errors.ts';
import type { Output } from '../system.ts';
import { createOutputFilter } from './output-filter.ts';

/** Where text goes: a stream of the world's, or a pager's input. */
export type Sink = Pick<Output, 'on' | 'write'>;

/** Characters handed over at a time: enough to be quick, little enough to stop soon after the reader does. */
const batchSize = 16_384;

/**
 * Writes pieces one after the other, waiting whenever the reader is slower than we are, so that memory does not grow
 * with the output. Nothing that could drive the terminal passes but colours and links of our own, and these only where
 * `escapes` says so. False when the reader has gone, which is a quiet, successful end.
 *
 * @throws UserError when a write fails for another reason, such as a full disk.
 */
export async function write(
  pieces: Iterable<string>,
  sink: Sink,
  { escapes }: { readonly escapes: boolean },
): Promise<boolean> {
  const filter = createOutputFilter({ escapes });
  // A stream without a listener for its errors would end the process; each error also reaches its write's callback.
  sink.on('error', () => {});
  try {
    for (const batch of inBatches(pieces)) await writeOne(filter(batch), sink);
    return true;
  } catch (error) {
    if (isClosedPipe(error)) return false;
    throw isWriteError(error) ? new UserError(`Cannot write the output: ${describe(error)}.`, { cause: error }) : error;
  }
}

function writeOne(text: string, sink: Sink): Promise<void> {
  return new Promise((resolve, reject) => {
    sink.write(text, (error) => (error ? reject(new WriteError(error)) : resolve()));
  });
}

/** Tells an error of the stream from one of the renderer that feeds it. */
class WriteError extends Error {
  readonly code: string | undefined;
  constructor(cause: NodeJS.ErrnoException) {
    super(cause.message, { cause });
    this.code = cause.code;
  }
}

function* inBatches(pieces: Iterable<string>): Iterable<string> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length >= batchSize) {
      yield batch;
      batch = '';
    }
  }
  if (batch) yield batch;
}

function isWriteError(error: unknown): error is WriteError {
  return error instanceof WriteError;
}

function isClosedPipe(error: unknown): boolean {
  return isWriteError(error) && ['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED'].includes(error.code ?? '');
}

function describe(error: WriteError): string {
  if (error.code === 'ENOSPC') return 'no space left on the device (ENOSPC)';
  return error.message.replace(/^\w+: /, '');
}
