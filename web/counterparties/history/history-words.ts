import { withInboxWords } from '#web/inbox/inbox-words.ts'
import { type Catalogues, moreWords } from '#web/platform/words.ts'

const words: Catalogues = {
  ru: async () => (await import('#words/ru/history-pages.ts')).historyPages,
  en: async () => (await import('#words/en/history-pages.ts')).historyPages,
}

/** Fetches the history together with the words that only it says: those of messages among them. */
export async function withHistoryWords<M>(load: () => Promise<M>): Promise<M> {
  const [page] = await Promise.all([withInboxWords(load), moreWords(words)])
  return page
}
