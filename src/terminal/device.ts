import { closeSync, openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';

/** What happens at a terminal. */
export interface DeviceListeners {
  /** Bytes of keys, the mouse and pastes. */
  readonly input: (bytes: Uint8Array) => void;
  readonly resized: () => void;
  /** The terminal is ours again, after it was not: all on it has to be drawn anew. */
  readonly entered: () => void;
  /** The process is about to end by a signal, or the terminal has gone: the last chance to keep something. */
  readonly ending: () => void;
}

/** What a terminal is told to become ours, and to be given back. */
export interface DeviceModes {
  readonly enter: () => string;
  readonly leave: string;
}

/** A terminal that is ours alone: keys come in unread by anyone else, and what is written is shown as it is. */
export interface Device {
  readonly size: () => { readonly columns: number; readonly rows: number };
  readonly write: (text: string) => void;
  /** Runs something that wants the terminal for itself, such as an editor. */
  readonly lend: (run: () => Promise<void>) => Promise<void>;
  /** Stops this process and its job, as Ctrl-Z does elsewhere; it goes on when the shell lets it. */
  readonly suspend: () => void;
  /** Gives the terminal back for good. */
  readonly close: () => void;
}

/** The milliseconds after which a process that nobody has stopped goes on by itself. */
const stopDelay = 200;

/**
 * Takes the terminal, and gives it back whole on every way out: when it is closed, at the end of the process, by an error
 * that nobody has caught, by a signal, and for as long as the process is stopped. Keys come from `/dev/tty` where
 * standard input is something else. Undefined where there is no terminal.
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
    // Whoever has stopped us may have changed the mode behind Node's back: to set it once more takes a change.
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
      // The terminal has gone.
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
        // The terminal has gone.
      }
    }
  };

  const stop = (whom: number): void => {
    giveBack();
    process.off('SIGTSTP', onStop);
    process.kill(whom, 'SIGTSTP');
    // A process without a shell above it that could let it go on is not stopped at all.
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

/** Returns the terminal of this process, whatever its standard input is; undefined without one. */
/** Opens the terminal that keys come from, where standard input is something else; undefined where there is none. */
export function controllingTerminal(): ReadStream | undefined {
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
