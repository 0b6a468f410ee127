import { type Catalogues, moreWords } from '#web/platform/words.ts'

const words: Catalogues = {
  ru: async () => {
    const [{ siteChat }, { chatHouse }] = await Promise.all([
      import('#words/ru/site-chat.ts'),
      import('#words/ru/chat-house.ts'),
    ])
    return { ...siteChat, ...chatHouse }
  },
  en: async () => {
    const [{ siteChat }, { chatHouse }] = await Promise.all([
      import('#words/en/site-chat.ts'),
      import('#words/en/chat-house.ts'),
    ])
    return { ...siteChat, ...chatHouse }
  },
}

/** Fetches the settings of the chat on a site together with the words that only they say. */
export async function withChatWords<M>(load: () => Promise<M>): Promise<M> {
  const [page] = await Promise.all([load(), moreWords(words)])
  return page
}
