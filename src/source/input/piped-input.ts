import type { Input, System } from '../../system.ts';

/** Milliseconds that a pipe has for its first byte, or to end. */
const patience = 2000;

/**
 * Returns standard input as the source of a command that names none: a file or a pipe with something in it. Undefined
 * for anything else, so that the program does the same from a terminal, a scheduler or an editor; never waits long for
 * an idle pipe: `onSilence` is called where nothing came for two seconds.
 */
export async function pipedInput(system: System, onSilence: () => void): Promise<Input | undefined> {
  if (system.stdinType === 'other') return undefined;
  const { stdin } = system;
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
