import { closeSync, openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';

/** The events of a terminal. */
export interface DeviceListeners {
  /** Bytes of keys, the mouse and pastes. */
  readonly input: (bytes: Uint8Array) => void;
  readonly resized: () => void;
  /** The terminal was taken again: all of it has to be drawn. */
  readonly entered: () => void;
  /** The process is about to end by a signal, or the terminal is gone: the last chance to store something. */
  readonly ending: () => void;
}

/** The sequences that take the terminal, and give it back. */
export interface DeviceModes {
  readonly enter: () => string;
  readonly leave: string;
}

/** A terminal in raw mode that this program alone uses. */
export interface Device {
  readonly size: () => { readonly columns: number; readonly rows: number };
  readonly write: (text: string) => void;
  /** Lends the terminal to a program, such as an editor. */
  readonly lend: (run: () => Promise<void>) => Promise<void>;
  /** Stops this process and its job, as Ctrl-Z does elsewhere; it continues when the shell lets it. */
  readonly suspend: () => void;
  /** Gives the terminal back for good. */
  readonly close: () => void;
}

/** Milliseconds after which a process that was not stopped continues by itself. */
const stopDelay = 200;

/**
 * Takes the terminal, and gives it back on every way out: when it is closed, at the end of the process, by an uncaught
 * error, by a signal, and while the process is stopped. Keys come from `/dev/tty` where standard input is something
 * else. Undefined where there is no terminal.
 */
export function openDevice({ enter, leave }: DeviceModes, listeners: DeviceListeners): Device | undefined {
  const output = process.stdout;
  if (!output.isTTY) return undefined;
  const input = process.stdin.isTTY ? process.stdin : controllingTerminal();
  if (!input) return undefined;
  let isOurs = false;
  let isClosed = false;
  let isLent = false;

  const take = (): void => {
    if (isClosed || isLent) return;
    isOurs = true;
    // Whoever stopped us may have changed the mode behind Node's back: only a change sets it again.
    setRaw(false);
    setRaw(true);
    input.resume();
    output.write(enter());
    listeners.entered();
  };
  const giveBack = (): void => {
    if (!isOurs) return;
    isOurs = false;
    writeNow(leave);
    setRaw(false);
    input.pause();
  };
  const setRaw = (raw: boolean): void => {
    try {
      input.setRawMode(raw);
    } catch {
      // The terminal is gone.
    }
  };
  // At the end of a process there is no time for streams.
  const writeNow = (text: string): void => {
    try {
      writeSync(output.fd, text);
    } catch {
      try {
        output.write(text);
      } catch {
        // The terminal is gone.
      }
    }
  };

  const stop = (whom: number): void => {
    giveBack();
    process.off('SIGTSTP', onStop);
    process.kill(whom, 'SIGTSTP');
    // A process without a shell that could continue it is not stopped at all.
    setTimeout(goOn, stopDelay);
  };
  const goOn = (): void => {
    if (isClosed) return;
    process.off('SIGTSTP', onStop);
    process.on('SIGTSTP', onStop);
    take();
  };
  const onStop = (): void => stop(process.pid);
  const onSignal = (signal: NodeJS.Signals): void => {
    listeners.ending();
    close();
    process.kill(process.pid, signal);
  };
  const onGone = (): void => {
    if (isClosed || isLent) return;
    listeners.ending();
    close();
    process.exitCode = 1;
  };
  const onInput = (bytes: Uint8Array): void => {
    if (isOurs) listeners.input(bytes);
  };
  const onResize = (): void => {
    if (isOurs) listeners.resized();
  };
  const onError = (): void => {
    if (!isClosed) listeners.ending();
    giveBack();
  };

  const close = (): void => {
    if (isClosed) return;
    giveBack();
    isClosed = true;
    input.off('data', onInput);
    output.off('resize', onResize);
    for (const signal of signals) process.off(signal, onSignal);
    process.off('SIGTSTP', onStop);
    process.off('SIGCONT', goOn);
    process.off('exit', giveBack);
    process.off('uncaughtExceptionMonitor', onError);
    if (input !== process.stdin) input.destroy();
    else input.unref();
  };

  input.on('data', onInput);
  input.on('end', onGone);
  input.on('error', onGone);
  output.on('error', onGone);
  output.on('resize', onResize);
  for (const signal of signals) process.on(signal, onSignal);
  process.on('SIGTSTP', onStop);
  process.on('SIGCONT', goOn);
  process.on('exit', giveBack);
  process.on('uncaughtExceptionMonitor', onError);
  take();

  return {
    size: () => ({ columns: output.columns || 80, rows: output.rows || 24 }),
    write: (text) => {
      if (isOurs) output.write(text);
    },
    async lend(run) {
      giveBack();
      isLent = true;
      try {
        await run();
      } finally {
        isLent = false;
        take();
      }
    },
    // The whole job: what started us, such as npx, has to stop with us.
    suspend: () => {
      // Windows has no stopped processes.
      if (process.platform !== 'win32') stop(0);
    },
    close,
  };
}

const signals = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;

/** Opens the terminal of this process, whatever its standard input is; undefined without one. */
function controllingTerminal(): ReadStream | undefined {
  let descriptor: number;
  try {
    descriptor = openSync('/dev/tty', 'r');
  } catch {
    return undefined;
  }
  try {
    return new ReadStream(descriptor);
  } catch {
    closeSync(descriptor);
    return undefined;
  }
}
