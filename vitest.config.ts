import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'shared/**/*.test.ts',
      'main/**/*.test.ts',
      'renderer/**/*.test.{ts,tsx}',
      'resources/**/*.test.ts',
    ],
    pool: 'forks',
    // A busy machine must not fail a test: speed is measured in the bench, never here.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
