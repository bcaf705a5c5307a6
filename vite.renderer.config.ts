import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The screen's one text face is asked for with the scripts, not after the first layout has missed it. */
const preloadTextFace: Plugin = {
  name: 'preload-text-face',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle, path }) => {
      const face = Object.keys(bundle ?? {}).find((name) =>
        /plex-sans-latin-standard-normal.*woff2$/.test(name),
      );
      if (face === undefined || !path.endsWith('index.html')) return [];
      const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `./${face}`, crossorigin: true };
      return [{ tag: 'link', attrs, injectTo: 'head' as const }];
    },
  },
};

export default defineConfig({
  root: 'renderer',
  base: './',
  // The host replaces the placeholder by a fresh nonce in every response.
  html: { cspNonce: 'CSP_NONCE' },
  plugins: [react(), preloadTextFace],
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
