import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build.ts', 'tests/support/print-tallies.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
