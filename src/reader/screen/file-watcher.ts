import { unwatchFile, watchFile } from 'node:fs';

/** The milliseconds between two looks at a file. */
const interval = 500;

/** A watcher of one file at a time, or none. */
export class FileWatcher {
  #path: string | undefined;

  constructor(readonly onChange: () => void) {}

  /** Watches another file, or none. */
  follow(path: string | undefined): void {
    if (path === this.#path) return;
    if (this.#path !== undefined) unwatchFile(this.#path, this.#onLook);
    this.#path = path;
    // Polled for its time: it may be replaced by another file, or be on another machine.
    if (path !== undefined) watchFile(path, { interval, persistent: false }, this.#onLook);
  }

  readonly #onLook = ({ size }: { readonly size: number }): void => {
    // An editor may have removed it for a moment.
    if (size > 0) this.onChange();
  };
}
