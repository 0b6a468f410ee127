import { type Catalogues, moreWords } from '#web/platform/words.ts'

const words: Catalogues = {
  ru: () => import('#words/ru/role-pages.ts').then(({ rolePages }) => rolePages),
  en: () => import('#words/en/role-pages.ts').then(({ rolePages }) => rolePages),
}

/** Fetches «Роли и доступ» together with the words that only it says. */
export async function withRoleWords<M>(load: () => Promise<M>): Promise<M> {
  const [page] = await Promise.all([load(), moreWords(words)])
  return page
}
