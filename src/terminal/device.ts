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
  readonly lend: (run: () => Promise<unknown>) => Promise<void>;
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
export function openDevice(modes: DeviceModes, listeners: DeviceListeners): Device | undefined {
  if (!process.stdout.isTTY) return undefined;
  const input = process.stdin.isTTY ? process.stdin : controllingTerminal();
  return input && new TerminalDevice(input, process.stdout, modes, listeners);
}

class TerminalDevice implements Device {
  #isOurs = false;
  #isClosed = false;
  #isLent = false;

  constructor(
    readonly input: ReadStream,
    readonly output: typeof process.stdout,
    readonly modes: DeviceModes,
    readonly listeners: DeviceListeners,
  ) {
    input.on('data', this.#onInput);
    input.on('end', this.#onGone);
    input.on('error', this.#onGone);
    output.on('error', this.#onGone);
    output.on('resize', this.#onResize);
    for (const signal of signals) process.on(signal, this.#onSignal);
    process.on('SIGTSTP', this.#onStop);
    process.on('SIGCONT', this.#goOn);
    process.on('exit', this.#giveBack);
    process.on('uncaughtExceptionMonitor', this.#onError);
    this.#take();
  }

  size() {
    return { columns: this.output.columns || 80, rows: this.output.rows || 24 };
  }

  write(text: string): void {
    if (this.#isOurs) this.output.write(text);
  }

  async lend(run: () => Promise<unknown>): Promise<void> {
    this.#giveBack();
    this.#isLent = true;
    try {
      await run();
    } finally {
      this.#isLent = false;
      this.#take();
    }
  }

  suspend(): void {
    // The whole job: what started us, such as npx, has to stop with us. Windows has no stopped processes.
    if (process.platform !== 'win32') this.#stop(0);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#giveBack();
    this.#isClosed = true;
    const { input, output } = this;
    input.off('data', this.#onInput);
    output.off('resize', this.#onResize);
    for (const signal of signals) process.off(signal, this.#onSignal);
    process.off('SIGTSTP', this.#onStop);
    process.off('SIGCONT', this.#goOn);
    process.off('exit', this.#giveBack);
    process.off('uncaughtExceptionMonitor', this.#onError);
    if (input !== process.stdin) input.destroy();
    else input.unref();
  }

  #take(): void {
    if (this.#isClosed || this.#isLent) return;
    this.#isOurs = true;
    // Whoever stopped us may have changed the mode behind Node's back: only a change sets it again.
    this.#setRaw(false);
    this.#setRaw(true);
    this.input.resume();
    this.output.write(this.modes.enter());
    this.listeners.entered();
  }

  readonly #giveBack = (): void => {
    if (!this.#isOurs) return;
    this.#isOurs = false;
    this.#writeNow(this.modes.leave);
    this.#setRaw(false);
    this.input.pause();
  };

  #setRaw(raw: boolean): void {
    try {
      this.input.setRawMode(raw);
    } catch {
      // The terminal is gone.
    }
  }

  /** Writes at once: at the end of a process there is no time for streams. */
  #writeNow(text: string): void {
    try {
      writeSync(this.output.fd, text);
    } catch {
      try {
        this.output.write(text);
      } catch {
        // The terminal is gone.
      }
    }
  }

  #stop(whom: number): void {
    this.#giveBack();
    process.off('SIGTSTP', this.#onStop);
    process.kill(whom, 'SIGTSTP');
    // A process without a shell that could continue it is not stopped at all.
    setTimeout(this.#goOn, stopDelay);
  }

  readonly #goOn = (): void => {
    if (this.#isClosed) return;
    process.off('SIGTSTP', this.#onStop);
    process.on('SIGTSTP', this.#onStop);
    this.#take();
  };

  readonly #onStop = (): void => this.#stop(process.pid);

  readonly #onSignal = (signal: NodeJS.Signals): void => {
    this.listeners.ending();
    this.close();
    process.kill(process.pid, signal);
  };

  readonly #onGone = (): void => {
    if (this.#isClosed || this.#isLent) return;
    this.listeners.ending();
    this.close();
    process.exitCode = 1;
    // As the signal that comes sooner or later does. Node 20 aborts at exit where it can restore no terminal.
    if (process.platform !== 'win32') process.kill(process.pid, 'SIGHUP');
  };

  readonly #onInput = (bytes: Uint8Array): void => {
    if (this.#isOurs) this.listeners.input(bytes);
  };

  readonly #onResize = (): void => {
    if (this.#isOurs) this.listeners.resized();
  };

  readonly #onError = (): void => {
    if (!this.#isClosed) this.listeners.ending();
    this.#giveBack();
  };
}

const signals = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;

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
