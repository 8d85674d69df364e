import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `./pilothouse up` answers; the development server hands these paths on to it. */
const house = 'http://127.0.0.1:8080';

const config = defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/v1': house, '/readyz': house } },
  build: {
    // The page is served under `script-src 'self'; style-src 'self'`: nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    reportCompressedSize: false,
    rolldownOptions: {
      // What every page needs is one file: each further one is a request before anything is drawn.
      output: { codeSplitting: { groups: [{ name: 'house', tags: ['$initial'] }] } },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    silent: 'passed-only',
    testTimeout: 20_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});

// Vite reads the default export only; this is the one in the house.
export default config;
