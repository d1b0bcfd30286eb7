import type { Input } from '../../system.ts';

/** Milliseconds that a pipe has for its first byte, or to end. */
const patience = 2000;

/**
 * Returns a file or a pipe with something in it; undefined for an empty one. Never waits long for an idle pipe:
 * `onSilence` is called where nothing came for two seconds.
 */
export async function pipedInput(stdin: Input, onSilence: () => void): Promise<Input | undefined> {
  const chunks = stdin[Symbol.asyncIterator]();
  const next = chunks.next();
  // Nobody waits for it after a timeout.
  next.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  const first = await Promise.race([next, silence]).finally(() => clearTimeout(timer));
  if (!first) {
    stdin.destroy?.();
    onSilence();
    return undefined;
  }
  if (first.done) return undefined;
  const rest: AsyncIterable<Uint8Array | string> = { [Symbol.asyncIterator]: () => chunks };
  return {
    async *[Symbol.asyncIterator]() {
      yield first.value;
      yield* rest;
    },
  };
}
