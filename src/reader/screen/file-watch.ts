import { unwatchFile, watchFile } from 'node:fs';

/** The milliseconds between two looks at a file. */
const interval = 500;

/** Follows a file as it changes: one at a time, or none. */
export class FileWatch {
  #path: string | undefined;

  constructor(readonly onChange: () => void) {}

  /** Follows another file, or none any more. */
  follow(path: string | undefined): void {
    if (path === this.#path) return;
    if (this.#path !== undefined) unwatchFile(this.#path, this.#onLook);
    this.#path = path;
    // Asked for its time now and then: it may be replaced by another file, and lie on another machine.
    if (path !== undefined) watchFile(path, { interval, persistent: false }, this.#onLook);
  }

  readonly #onLook = ({ size }: { readonly size: number }): void => {
    // An editor may have taken it away for a moment.
    if (size > 0) this.onChange();
  };
}
