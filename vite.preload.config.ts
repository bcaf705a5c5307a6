import { defineConfig } from 'vite';

// A sandboxed preload cannot be an ES module, hence CommonJS.
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'out/preload',
    emptyOutDir: true,
    rolldownOptions: {
      input: { appPreload: 'main/preload/appPreload.ts', briefingPreload: 'main/preload/briefingPreload.ts' },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
      external: ['electron', /^electron\//],
    },
  },
  ssr: { noExternal: true },
});
