import { type Catalogues, moreWords } from '#web/platform/words.ts'

const words: Catalogues = {
  ru: () => import('#words/ru/account-pages.ts').then(({ accountPages }) => accountPages),
  en: () => import('#words/en/account-pages.ts').then(({ accountPages }) => accountPages),
}

/** Fetches a page about accounts together with the words that only such pages say. */
export async function withAccountWords<M>(load: () => Promise<M>): Promise<M> {
  const [page] = await Promise.all([load(), moreWords(words)])
  return page
}
