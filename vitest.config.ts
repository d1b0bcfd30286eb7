import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build.ts', 'tests/support/print-tallies.ts'],
    // What each test file imports is imported once: it is a quarter of the whole. No test may leave anything behind.
    isolate: false,
    // Many tests wait, for programs that they start or for a terminal: no core is left to itself meanwhile.
    maxWorkers: availableParallelism() + 1,
    // No test is timed by the clock: these end what hangs, on a busy machine as well.
    testTimeout: mode === 'all' ? 300_000 : 60_000,
    hookTimeout: 120_000,
  },
}));
