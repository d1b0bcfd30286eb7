import type { Output } from '../system.ts';

/** Milliseconds before anything is said: what comes sooner needs no progress. */
const patience = 300;

/**
 * A progress line for a page that is slow to come, on a terminal alone: whom it waits for, then by `report` how far it
 * is; `done` wipes the line away.
 */
export function progressLine(
  output: Output,
  server: string,
): {
  readonly report: (received: number, total?: number) => void;
  readonly done: () => void;
} {
  if (!output.isTTY) return { report: () => {}, done: () => {} };
  const start = performance.now();
  let shown = false;
  const show = (text: string) => {
    shown = true;
    // Longer than the line, it could not be wiped away.
    output.write(`\r\u001b[K${text.slice(0, (output.columns ?? 80) - 1)}`);
  };
  const waiting = setTimeout(() => show(`Waiting for ${server}…`), patience);
  return {
    report(received, total) {
      clearTimeout(waiting);
      if (performance.now() - start < patience) return;
      show(`${kilobytes(received)}${total ? ` of ${kilobytes(total)}` : ''} received`);
    },
    done() {
      clearTimeout(waiting);
      if (shown) output.write('\r\u001b[K');
    },
  };
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
