import { rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file in place of the one that may be there. Were that written over, ext4 would flush it to the disk, which
 * takes longer than a command does to read it.
 */
export function writeAnew(path: string, text: string): void {
  rmSync(path, { force: true });
  writeFileSync(path, text);
}
