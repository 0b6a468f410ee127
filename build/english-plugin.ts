import type { Plugin, Rollup } from 'vite'

const FIRST = '<script src="/first.js"'

/**
 * Tells first.js, which chooses the language, where the English words of the page lie. Who reads Russian does not load
 * them; for who reads English they come beside the code, and not a round over the air after it has run.
 */
export function englishPlugin(): Plugin {
  return {
    name: 'english',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { chunk, bundle = {} }) {
        const words =
          chunk?.dynamicImports.filter((file) => /\/words-en\.ts$|\/words\/en\/index\.ts$/.test(from(file))) ?? []
        if (words.length !== 1) throw new Error(`a page has its English words in one place, not in ${words.length}`)
        const wanted = [...words, ...imports(words[0] ?? '')].filter((file) => !html.includes(file))
        return html.replace(FIRST, `${FIRST} data-english="${wanted.map((file) => `/${file}`).join(' ')}"`)

        function part(file: string): Rollup.OutputChunk | null {
          const found = bundle[file]
          return found?.type === 'chunk' ? found : null
        }
        function from(file: string): string {
          return part(file)?.facadeModuleId ?? ''
        }
        function imports(file: string): string[] {
          return part(file)?.imports ?? []
        }
      },
    },
  }
}
