import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  base: './',
  // The host replaces the placeholder by a fresh nonce in every response.
  html: { cspNonce: 'CSP_NONCE' },
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // The content security policy blocks data: URLs, so nothing may be inlined.
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['renderer/index.html', 'renderer/briefing.html'] },
  },
});
