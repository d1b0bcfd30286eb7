import type { System } from '../system.ts';
import { parseUrl } from '../text/parse-url.ts';

/** Milliseconds before the line appears: what comes sooner needs no progress. */
const patience = 300;

/** The most characters of a host, so that the line fits the terminal. */
const widestHost = 50;

export interface ProgressLine {
  /** Shows how many bytes have arrived. */
  readonly report: (received: number, total?: number) => void;
  /** Erases the line; nothing is shown from then on. */
  readonly done: () => void;
}

/** Starts a line on a terminal that shows the progress of fetching `address`: the host waited for, then the bytes. */
export function progressLine(address: string, { stderr, env }: Pick<System, 'stderr' | 'env'>): ProgressLine {
  if (!stderr.isTTY || env.TERM === 'dumb') return { report: () => {}, done: () => {} };
  let text = `Waiting for ${hostOf(address)}…`;
  let timer: NodeJS.Timeout | undefined = setTimeout(() => {
    timer = undefined;
    show();
  }, patience);
  const show = () => stderr.write(`\r\u001b[K${text}`);
  return {
    report(received, total) {
      text = `${kilobytes(received)}${total ? ` of ${kilobytes(total)}` : ''} received`;
      if (!timer) show();
    },
    done() {
      if (timer) clearTimeout(timer);
      else stderr.write('\r\u001b[K');
    },
  };
}

/** Returns the host of an address, in ASCII without user information; of a long one the end, which is its owner's. */
function hostOf(address: string): string {
  const { host } = parseUrl(address) ?? { host: 'the server' };
  return host.length > widestHost ? `…${host.slice(1 - widestHost)}` : host;
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
