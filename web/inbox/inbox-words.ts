import { type Catalogues, moreWords } from '#web/platform/words.ts'

const words: Catalogues = {
  ru: async () => {
    const [{ inboxPages }, { inbox }, { channelFaults }, { mailChannel }, { notices }, { replyTemplates }] =
      await Promise.all([
        import('#words/ru/inbox-pages.ts'),
        import('#words/ru/inbox.ts'),
        import('#words/ru/channel-faults.ts'),
        import('#words/ru/mail-channel.ts'),
        import('#words/ru/notices.ts'),
        import('#words/ru/reply-templates.ts'),
      ])
    return { ...inboxPages, ...inbox, ...channelFaults, ...mailChannel, ...notices, ...replyTemplates }
  },
  en: async () => {
    const [{ inboxPages }, { inbox }, { channelFaults }, { mailChannel }, { notices }, { replyTemplates }] =
      await Promise.all([
        import('#words/en/inbox-pages.ts'),
        import('#words/en/inbox.ts'),
        import('#words/en/channel-faults.ts'),
        import('#words/en/mail-channel.ts'),
        import('#words/en/notices.ts'),
        import('#words/en/reply-templates.ts'),
      ])
    return { ...inboxPages, ...inbox, ...channelFaults, ...mailChannel, ...notices, ...replyTemplates }
  },
}

/** Fetches a page of dialogues together with the words that only such pages say: why a channel refuses among them. */
export async function withInboxWords<M>(load: () => Promise<M>): Promise<M> {
  const [page] = await Promise.all([load(), moreWords(words)])
  return page
}
