import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect } from 'vitest';

// UPDATE_GOLDEN=1 writes golden files anew and removes those that no test expects any more; `cat` of one is its review.
const isUpdating = process.env.UPDATE_GOLDEN === '1';

/** The golden files of a folder: what was once reviewed, which output is compared with. */
export interface GoldenFiles {
  /** Expects a text to be that of a file; a file that is missing is a failure. */
  expectGolden(name: string, text: string): void;
  /** Expects that each file was requested: to be called by the last test of a test file. */
  expectNoOrphans(): void;
}

export function goldenFiles(folder: string, extension: string): GoldenFiles {
  const expected = new Set<string>();
  return {
    expectGolden(name, text) {
      expected.add(name);
      const path = join(folder, name);
      if (isUpdating) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
      expect(text).toBe(readFileSync(path, 'utf8'));
    },
    expectNoOrphans() {
      const orphans = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .filter((name) => !expected.has(name));
      if (isUpdating) for (const name of orphans) rmSync(join(folder, name));
      else expect(orphans).toEqual([]);
    },
  };
}
