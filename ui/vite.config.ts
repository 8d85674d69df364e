import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where `./pilothouse up` answers; the development server hands these paths on to it. */
const house = 'http://127.0.0.1:8080';

/** The page, and what draws it: two files of one size, since one thread alone compiles a file. */
const neededFirst = (file: Rolldown.OutputBundle[string]): file is Rolldown.OutputChunk =>
  file.type === 'chunk' &&
  (file.isEntry || file.facadeModuleId?.endsWith('react-dom/client.js') === true);

/**
 * Most of the first files is used at once. A browser that knows this line compiles all of them while
 * they arrive, beside the page's own thread, and not function by function during the first drawing.
 */
const compiledAhead: Plugin = {
  name: 'compiled-ahead',
  generateBundle: {
    order: 'post',
    handler(_, files) {
      for (const file of Object.values(files).filter(neededFirst))
        file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    },
  },
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.values(bundle)
        .filter(neededFirst)
        .filter(({ isEntry }) => !isEntry)
        .map(({ fileName }) => ({
          tag: 'link',
          injectTo: 'head' as const,
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
        })),
  },
};

/** Stands in the page itself: what it asks for and sets is so a request earlier. The server allows it by its hash. */
const early: Plugin = {
  name: 'early',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace(
        '<script src="/src/early.js"></script>',
        `<script>${readFileSync(new URL('./src/early.js', import.meta.url), 'utf8')}</script>`,
      ),
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
  plugins: [react(), tailwindcss(), early, compiledAhead, zipped],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/v1': house, '/readyz': house } },
  build: {
    // The page is served under `script-src 'self'; style-src 'self'`: nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs is one file: each further one is a request before anything is drawn.
            { name: 'house', tags: ['$initial'], priority: 2 },
            // What several pages need are two: as a file for each part, a page asked for up to 27.
            {
              name: 'controls',
              test: /\/@(?:base-ui|floating-ui)\//,
              minShareCount: 2,
              priority: 1,
            },
            {
              name: 'parts',
              test: /\/lucide-react\/|\/src\/(?:components|lib)\//,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    silent: 'passed-only',
    testTimeout: 90_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});

// Vite reads the default export only; this is the one in the house.
export default config;
