import { UserError } from '../errors.ts';
import type { Output } from '../system.ts';
import { createOutputFilter, type OutputFilterOptions } from './output-filter.ts';

/** A destination of text: a stream of the system, or a pager's input. */
export type OutputSink = Pick<Output, 'on' | 'write'>;

/** Characters written at a time: enough to be fast, few enough to stop soon after the reader does. */
const batchSize = 16_384;

/**
 * Writes chunks of text in order and waits while the reader is slower, so that memory does not grow with the output.
 * Escape sequences pass as `options` allow: only our own colours, links and images. False when the reader has closed
 * the pipe, which is a quiet, successful end.
 *
 * @throws UserError when a write fails for another reason, such as a full disk.
 */
export async function write(
  chunks: Iterable<string>,
  sink: OutputSink,
  options: OutputFilterOptions,
): Promise<boolean> {
  const filter = createOutputFilter(options);
  // A stream without a listener for its errors would end the process; each error also reaches its write's callback.
  sink.on('error', () => {});
  try {
    for (const batch of inBatches(chunks)) await writeOne(filter(batch), sink);
    return true;
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    if (closedPipe.has(error.code ?? '')) return false;
    throw new UserError(`Cannot write the output: ${describeError(error)}.`, { cause: error });
  }
}

function writeOne(text: string, sink: OutputSink): Promise<void> {
  return new Promise((resolve, reject) => {
    sink.write(text, (error) => (error ? reject(new WriteError(error)) : resolve()));
  });
}

/** The codes of errors when the reader has closed the pipe; ECANCELED of a pager that has ended on Node 22 or later. */
const closedPipe: ReadonlySet<string> = new Set(['EPIPE', 'ECONNRESET', 'ECANCELED', 'ERR_STREAM_DESTROYED']);

/** An error of the stream, not of the renderer that feeds it. */
class WriteError extends Error {
  readonly code: string | undefined;
  constructor(cause: NodeJS.ErrnoException) {
    super(cause.message, { cause });
    this.code = cause.code;
  }
}

function* inBatches(chunks: Iterable<string>): Iterable<string> {
  let batch = '';
  for (const chunk of chunks) {
    batch += chunk;
    if (batch.length >= batchSize) {
      yield batch;
      batch = '';
    }
  }
  if (batch) yield batch;
}

function describeError(error: WriteError): string {
  if (error.code === 'ENOSPC') return 'no space left on the device (ENOSPC)';
  return error.message.replace(/^\w+: /, '');
}
