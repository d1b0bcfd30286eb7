import type { Output } from '../system.ts';

/** Milliseconds before anything is said: what comes sooner needs no progress. */
const patience = 300;

/**
 * A progress line for something slow, on a terminal alone: `report` says how far it is, `done` wipes the line away.
 */
export function progressLine(output: Output): {
  readonly report: (received: number, total?: number) => void;
  readonly done: () => void;
} {
  if (!output.isTTY) return { report: () => {}, done: () => {} };
  const start = performance.now();
  let shown = false;
  return {
    report(received, total) {
      if (performance.now() - start < patience) return;
      shown = true;
      output.write(`\r\u001b[K${kilobytes(received)}${total ? ` of ${kilobytes(total)}` : ''} received`);
    },
    done() {
      if (shown) output.write('\r\u001b[K');
    },
  };
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
