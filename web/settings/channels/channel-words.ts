import { type Catalogues, moreWords } from '#web/platform/words.ts'

const words: Catalogues = {
  ru: async () => {
    const [{ channelPages }, { autoReplies }, { replyTemplates }, { inbox }, { channelFaults }, { mailChannel }] =
      await Promise.all([
        import('#words/ru/channel-pages.ts'),
        import('#words/ru/auto-replies.ts'),
        import('#words/ru/reply-templates.ts'),
        import('#words/ru/inbox.ts'),
        import('#words/ru/channel-faults.ts'),
        import('#words/ru/mail-channel.ts'),
      ])
    return { ...channelPages, ...autoReplies, ...replyTemplates, ...inbox, ...channelFaults, ...mailChannel }
  },
  en: async () => {
    const [{ channelPages }, { autoReplies }, { replyTemplates }, { inbox }, { channelFaults }, { mailChannel }] =
      await Promise.all([
        import('#words/en/channel-pages.ts'),
        import('#words/en/auto-replies.ts'),
        import('#words/en/reply-templates.ts'),
        import('#words/en/inbox.ts'),
        import('#words/en/channel-faults.ts'),
        import('#words/en/mail-channel.ts'),
      ])
    return { ...channelPages, ...autoReplies, ...replyTemplates, ...inbox, ...channelFaults, ...mailChannel }
  },
}

/** Fetches «Каналы» together with the words that only it says: why a channel may fail among them. */
export async function withChannelWords<M>(load: () => Promise<M>): Promise<M> {
  const [page] = await Promise.all([load(), moreWords(words)])
  return page
}
