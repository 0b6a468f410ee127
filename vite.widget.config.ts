import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { precompressPlugin } from './build/precompress-plugin.ts'
import { wordsPlugin } from './build/words-plugin.ts'

const here = import.meta.dirname
const part = (name: string) => resolve(here, 'widget', name)

/** The chat on customers' sites: a loader that the server completes, and the widget as one module. Nothing else goes along. */
export default defineConfig({
  root: resolve(here, 'widget'),
  publicDir: false,
  resolve: { alias: [{ find: /^#/, replacement: `${here}/` }] },
  plugins: [wordsPlugin(), precompressPlugin()],
  build: {
    outDir: '../dist/chat',
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    modulePreload: false,
    rolldownOptions: {
      // Parts that the preview shares stay in the widget: a page of a site fetches one module.
      preserveEntrySignatures: 'allow-extension',
      // The preview is the settings' own: the very widget in a frame.
      input: { loader: part('loader.ts'), widget: part('widget.ts'), preview: part('preview.ts') },
      output: { entryFileNames: ({ name }) => (name === 'loader' ? 'loader.js' : 'assets/[name]-[hash].js') },
    },
  },
})
