import { UserError } from '../../errors.ts';
import { ownProperty } from '../../text/own-property.ts';

/** 100 MB, the default of `--max-size`: more than any usual text. */
export const defaultMaxSize = 100_000_000;

/**
 * Reads all bytes of a stream.
 *
 * @throws UserError as soon as there are more than `maxSize`, so that an endless input ends.
 */
export async function readBytes(
  stream: AsyncIterable<Uint8Array | string>,
  name: string,
  maxSize: number,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > maxSize) throw tooLarge(name, maxSize);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Returns the error for an input of more than `maxSize` bytes. */
export function tooLarge(name: string, maxSize: number): UserError {
  return new UserError(`${name} is larger than ${formatSize(maxSize)}.`, {
    hint: 'Read more of it with --max-size, for example --max-size 500MB.',
  });
}

const units: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9 };

/** Parses a size as typed (`500`, `20k`, `1.5MB`) into bytes; undefined when it is not one. */
export function parseSize(typed: string): number | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(typed.trim()) ?? [];
  const factor = ownProperty(units, unit.toLowerCase());
  return number === undefined || factor === undefined ? undefined : Math.floor(Number(number) * factor);
}

/** Formats a number of bytes: `20 MB`, `1.5 kB`, `10 bytes`. */
export function formatSize(bytes: number): string {
  return bytes >= 1e6 ? `${bytes / 1e6} MB` : bytes >= 1e3 ? `${bytes / 1e3} kB` : `${bytes} bytes`;
}
