import type { IncomingMessage } from 'node:http';
import { formatSize } from '../input/read-bytes.ts';
import { NetworkFailure, seconds } from './network-failure.ts';

/** The limits of a body: how much of it is read, and how slowly it may come. */
export interface BodyLimits {
  /** Bytes, as received and as decoded. */
  readonly maxSize: number;
  /** Called with the bytes received so far and, where the server sent it, their total. */
  readonly onProgress?: (received: number, total?: number) => void;
  /** Milliseconds over which the mean rate must be {@link leastRate} or more. */
  readonly progressTimeout?: number;
}

/** Decoded bytes a millisecond: 1 kB a second, a telephone line of 1993. */
const leastRate = 1;

/** The most layers of Content-Encoding; more is an attack. */
const maxLayers = 3;

/**
 * Reads the whole body, decoded, and counts it while it streams, as received and as decoded: over `maxSize` it is
 * aborted at once.
 *
 * @throws NetworkFailure for a body that is cut off, too slow, too large or not decodable.
 */
export async function readBody(response: IncomingMessage, limits: BodyLimits): Promise<Uint8Array> {
  const encodings = contentEncodings(response);
  // One buffer that grows: millions of chunks of one byte would take a hundred times their size.
  let body = Buffer.alloc(0);
  let length = 0;
  // The decoded length counts: a stream of empty compressed blocks would make progress for ever.
  const stopWatching = watchProgress(response, () => length, limits.progressTimeout);
  try {
    for await (const chunk of await decode(counted(response, limits), encodings)) {
      if (length + chunk.length > limits.maxSize) throw new NetworkFailure('too-large', formatSize(limits.maxSize));
      if (length + chunk.length > body.length) {
        const larger = Buffer.alloc(Math.max(2 * body.length, length + chunk.length, 65_536));
        body.copy(larger, 0, 0, length);
        body = larger;
      }
      body.set(chunk, length);
      length += chunk.length;
    }
    if (!response.complete) throw new NetworkFailure('incomplete');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new NetworkFailure('incomplete');
    if (/^(Z_|ERR__|ERR_BROTLI_)/.test(code)) throw new NetworkFailure('encoding', encodings.join(', '));
    throw error;
  } finally {
    stopWatching();
    response.destroy();
  }
  return body.subarray(0, length);
}

type Bytes = AsyncIterable<Uint8Array>;

async function* counted(response: IncomingMessage, { maxSize, onProgress }: BodyLimits): Bytes {
  const announced = response.headers['content-length'];
  if (Number(announced) > maxSize) throw new NetworkFailure('too-large', formatSize(maxSize));
  let received = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    received += chunk.length;
    // A stream of empty compressed blocks never grows when decoded.
    if (received > maxSize) throw new NetworkFailure('too-large', formatSize(maxSize));
    if (announced === undefined) onProgress?.(received);
    else onProgress?.(received, Number(announced));
    yield chunk;
  }
}

/** Aborts a body that comes too slowly; returns a function that stops watching. */
function watchProgress(response: IncomingMessage, length: () => number, timeout: number | undefined): () => void {
  if (timeout === undefined) return () => {};
  let before = 0;
  const timer = setInterval(() => {
    if (length() - before < leastRate * timeout) response.destroy(new NetworkFailure('too-slow', seconds(timeout)));
    before = length();
  }, timeout);
  return () => clearInterval(timer);
}

const decoders = ['gzip', 'x-gzip', 'deflate', 'br'];

function contentEncodings(response: IncomingMessage): readonly string[] {
  const encodings = (response.headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  const unknown = encodings.find((name) => !decoders.includes(name));
  if (unknown === undefined && encodings.length <= maxLayers) return encodings;
  response.destroy();
  throw new NetworkFailure('encoding', unknown !== undefined && /^[\w-]{1,20}$/.test(unknown) ? unknown : 'unknown');
}

async function decode(body: Bytes, encodings: readonly string[]): Promise<Bytes> {
  if (encodings.length === 0) return body;
  const { createBrotliDecompress, createGunzip } = await import('node:zlib');
  const { pipeline } = await import('node:stream');
  // The reader of the last stream gets every error; without a callback each would be thrown a second time.
  const through = (source: Bytes, decoder: NodeJS.ReadWriteStream): Bytes =>
    pipeline(source, decoder, () => {}) as unknown as Bytes;
  return encodings.reduceRight((source, name) => {
    if (name === 'deflate') return inflate(source, through);
    return through(source, name === 'br' ? createBrotliDecompress() : createGunzip());
  }, body);
}

/** Decodes `deflate`: zlib's format (RFC 9110, 8.4.1.2), or the bare stream of some servers, by its first byte. */
async function* inflate(source: Bytes, through: (source: Bytes, decoder: NodeJS.ReadWriteStream) => Bytes): Bytes {
  const { createInflate, createInflateRaw } = await import('node:zlib');
  const chunks = source[Symbol.asyncIterator]();
  const { value: first } = await chunks.next();
  if (first === undefined) return;
  const whole = async function* () {
    yield first;
    yield* { [Symbol.asyncIterator]: () => chunks };
  };
  yield* through(whole(), (first[0] & 0x0f) === 8 ? createInflate() : createInflateRaw());
}
