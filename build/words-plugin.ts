import { pathToFileURL } from 'node:url'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

/**
 * Compiles the catalogues' ICU messages while building, so that the browser carries no message parser:
 * the formatter alone is 2.1 kB gzip, with the parser 8.7 kB.
 */
export function wordsPlugin(): Plugin {
  return {
    name: 'words-compiled',
    enforce: 'pre',
    async transform(_code, id) {
      const file = id.split('?')[0] ?? id
      if (!/\/words\/(ru|en)\/.+\.ts$/.test(file)) return null
      const exports = (await import(`${pathToFileURL(file).href}?at=${Date.now()}`)) as Record<string, unknown>
      const lines = Object.entries(exports).map(([name, catalogue]) => `export const ${name} = ${compiled(catalogue)}`)
      return { code: lines.join('\n'), map: null, moduleType: 'js' }
    },
  }
}

function compiled(catalogue: unknown): string {
  const messages = Object.entries(catalogue as Record<string, string>)
  return JSON.stringify(Object.fromEntries(messages.map(([key, text]) => [key, compileMessage(text)])))
}
