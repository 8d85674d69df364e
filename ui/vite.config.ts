import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where `./pilothouse up` answers; the development server hands these paths on to it. */
const house = 'http://127.0.0.1:8080';

/**
 * Most of the first file is used at once. A browser that knows this line compiles all of it while it
 * arrives, beside the page's own thread, and not function by function during the first drawing.
 */
const compiledAhead: Plugin = {
  name: 'compiled-ahead',
  generateBundle: {
    order: 'post',
    handler(_, files) {
      for (const file of Object.values(files))
        if (file.type === 'chunk' && file.isEntry)
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    },
  },
};

/** Each file lies beside a smaller one of itself: to zip the first script for every guest took a server 24 ms. */
const zipped: Plugin = {
  name: 'zipped',
  writeBundle({ dir = '.' }, files) {
    for (const name of Object.keys(files))
      if (/\.(?:js|css)$/.test(name))
        writeFileSync(`${dir}/${name}.gz`, gzipSync(readFileSync(`${dir}/${name}`), { level: 9 }));
  },
};

const config = defineConfig({
  plugins: [react(), tailwindcss(), compiledAhead, zipped],
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
