import { type Catalogues, moreWords } from '#web/platform/words.ts'

const words: Catalogues = {
  ru: () => import('#words/ru/people-index.ts').then(({ peoplePages }) => peoplePages),
  en: () => import('#words/en/people-index.ts').then(({ peoplePages }) => peoplePages),
}

/** Fetches a page about people together with the words that only such pages say. */
export async function withPeopleWords<M>(load: () => Promise<M>): Promise<M> {
  const [page] = await Promise.all([load(), moreWords(words)])
  return page
}
