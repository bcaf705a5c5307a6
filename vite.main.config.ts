import { defineConfig } from 'vite';

// Everything but the native module, the browser driver and Electron itself is bundled, so the package carries one dependency.
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'out/main',
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    rolldownOptions: {
      input: {
        index: 'main/index.ts',
        cli: 'main/cli.ts',
        start: 'main/start.ts',
        simulationThread: 'main/analysis/simulationThread.ts',
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      external: ['electron', /^electron\//, 'better-sqlite3', 'playwright-core', '@sparticuz/chromium'],
    },
  },
  ssr: { noExternal: true },
});
