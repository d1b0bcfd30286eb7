import { inflateRawSync } from 'node:zlib';

/** A file in an archive. */
interface Entry {
  readonly offset: number;
  readonly compressed: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
}

/** The most bytes of a file in an archive, and of all that are read of one; the most entries. */
const most = { file: 32_000_000, all: 200_000_000, entries: 20_000 };

/**
 * A reader of files in a zip archive, by name. Limits hold for what is really inflated, not for what the archive
 * declares; nothing is written anywhere. Archives of more than 4 GB, in several volumes or encrypted are not read.
 */
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries: ReadonlyMap<string, Entry>;
  #inflated = 0;

  /**
   * Reads the directory of an archive.
   *
   * @throws RangeError where it is none.
   */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = this.#readDirectory();
  }

  /**
   * Reads a file; undefined when there is none of that name.
   *
   * @throws RangeError when it exceeds a limit, or is damaged.
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    if (this.#view.getUint32(entry.offset, true) !== 0x04034b50) throw new RangeError('No local header.');
    const start =
      entry.offset + 30 + this.#view.getUint16(entry.offset + 26, true) + this.#view.getUint16(entry.offset + 28, true);
    const content = this.#bytes.subarray(start, start + entry.compressed);
    const left = Math.min(most.file, most.all - this.#inflated);
    if (left <= 0) throw new RangeError('Too much in it.');
    const bytes = entry.method === 0 ? content.subarray(0, left) : inflateRawSync(content, { maxOutputLength: left });
    this.#inflated += bytes.length;
    return bytes;
  }

  /** Reads the central directory (APPNOTE 4.3.12), found by the record at the end of the file. */
  #readDirectory(): Map<string, Entry> {
    const view = this.#view;
    let end = view.byteLength - 22;
    while (end >= 0 && end > view.byteLength - 65_558 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
    if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new RangeError('No zip archive.');
    const count = view.getUint16(end + 10, true);
    const entries = new Map<string, Entry>();
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < Math.min(count, most.entries); index += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) break;
      const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
      const method = view.getUint16(at + 10, true);
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameLength));
      if (!isEncrypted && (method === 0 || method === 8)) {
        entries.set(name, {
          method,
          compressed: view.getUint32(at + 20, true),
          offset: view.getUint32(at + 42, true),
        });
      }
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  }
}
