import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/source/input/file.ts';

const folder = mkdtempSync(join(tmpdir(), 'article-'));
const sizes = [0, 1, 1000, 65_536, 1_000_000];

describe('a file', () => {
  it.each(sizes)('of %i bytes is read whole', async (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, at) => at % 251);
    writeFileSync(join(folder, `${size}`), bytes);
    expect(Buffer.from(await readFile(`${size}`, folder, size)).equals(bytes)).toBe(true);
  });

  it('of a byte too many is refused', async () => {
    writeFileSync(join(folder, 'large'), '12345678901');
    await expect(readFile('large', folder, 10)).rejects.toThrow('“large” is larger than 10 bytes.');
  });

  it.runIf(process.platform === 'linux')('that says it has no bytes is read all the same', async () => {
    expect(Buffer.from(await readFile('/proc/self/maps', folder, 1e8)).toString()).toMatch(/node[^\n]*\n$|\]\n$/);
    await expect(readFile('/proc/self/maps', folder, 100)).rejects.toThrow('is larger than 100 bytes.');
  });
});
