import { type Catalogues, moreWords } from '#web/platform/words.ts'

const words: Catalogues = {
  ru: async () => {
    const [{ importPages }, { imports }] = await Promise.all([
      import('#words/ru/import-pages.ts'),
      import('#words/ru/imports.ts'),
    ])
    return { ...importPages, ...imports }
  },
  en: async () => {
    const [{ importPages }, { imports }] = await Promise.all([
      import('#words/en/import-pages.ts'),
      import('#words/en/imports.ts'),
    ])
    return { ...importPages, ...imports }
  },
}

/** Fetches a page of imports together with the words that only such pages say: what is wrong in a row among them. */
export async function withImportWords<M>(load: () => Promise<M>): Promise<M> {
  const [page] = await Promise.all([load(), moreWords(words)])
  return page
}
