import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin, ResolvedConfig } from 'vite'

const SHRINKS = /\.(js|css|html|svg|json|webmanifest)$/

/** Writes `.br` and `.gz` beside every text file of the build: the server sends them as they lie, at no cost of its own. */
export function precompressPlugin(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    async closeBundle() {
      const root = resolve(config.root, config.build.outDir)
      const files = await readdir(root, { recursive: true })
      await Promise.all(files.filter((file) => SHRINKS.test(file)).map((file) => precompress(join(root, file))))
    },
  }
}

async function precompress(path: string): Promise<void> {
  if ((await stat(path)).size < 512) return
  const content = await readFile(path)
  const brotli = await promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  })
  await writeFile(`${path}.br`, brotli)
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
}
