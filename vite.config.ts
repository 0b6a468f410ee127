import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { partsOf } from './build/chunks.ts'
import { contractPlugin } from './build/contract-plugin.ts'
import { englishPlugin } from './build/english-plugin.ts'
import { firstPaintPlugin } from './build/first-paint-plugin.ts'
import { FONT_NAME, fontsPlugin } from './build/fonts-plugin.ts'
import { headsPlugin } from './build/heads-plugin.ts'
import { precompressPlugin } from './build/precompress-plugin.ts'
import { wordsPlugin } from './build/words-plugin.ts'

const here = import.meta.dirname
const page = (name: string) => resolve(here, 'web', `${name}.html`)

/** Three pages from one tree: the staff's application, the performer's phone page, the customer's page. */
export default defineConfig({
  root: resolve(here, 'web'),
  appType: 'spa',
  resolve: { alias: [{ find: /^#/, replacement: `${here}/` }] },
  plugins: [
    contractPlugin(),
    wordsPlugin(),
    react(),
    firstPaintPlugin(),
    fontsPlugin(),
    englishPlugin(),
    headsPlugin(),
    precompressPlugin(),
  ],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    manifest: true,
    // An inlined asset would be a data: address, which the content security policy need not allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: page('index'), field: page('field'), portal: page('portal') },
      // The entry lists the parts of every page by their names: hashes alone make a first load 3 kB lighter.
      output: {
        chunkFileNames: 'assets/[hash].js',
        assetFileNames: ({ names }) => (names[0]?.endsWith('.woff2') ? FONT_NAME : 'assets/[hash][extname]'),
        codeSplitting: {
          groups: partsOf(resolve(here, 'web')),
        },
      },
    },
  },
  // The page's own host is kept: sign-in compares it with where the request came from.
  server: { proxy: { '/api': { target: process.env['API_URL'] ?? 'http://127.0.0.1:3000', changeOrigin: false } } },
})
