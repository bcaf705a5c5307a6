import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  // One set of pictures for all machines: only the packaged browser is compared.
  snapshotPathTemplate: '{testDir}/visual/pictures/{arg}{ext}',
  outputDir: '../test-results',
  // A busy machine must not fail a test: speed is measured in the bench, never here.
  timeout: 180_000,
  expect: { timeout: 60_000 },
});
