import type { Plugin } from 'vite'

const FIRST = '<script src="/first.js"'

/** The modules that hold all English words of a page. */
const WORDS = /\/words-en\.ts$|\/words\/en\/index\.ts$/

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
        const partOf = (file: string) => {
          const part = bundle[file]
          return part?.type === 'chunk' ? part : null
        }
        const words = (chunk?.dynamicImports ?? []).filter((file) => WORDS.test(partOf(file)?.facadeModuleId ?? ''))
        if (words.length !== 1) throw new Error(`a page has its English words in one place, not in ${words.length}`)
        const wanted = words.flatMap((file) => [file, ...(partOf(file)?.imports ?? [])])
        const named = wanted.filter((file) => !html.includes(file)).map((file) => `/${file}`)
        return html.replace(FIRST, `${FIRST} data-english="${named.join(' ')}"`)
      },
    },
  }
}
