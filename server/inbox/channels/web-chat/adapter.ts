import { type WebChatSettings, WebChatSecrets, WebChatSettings as Settings } from '#contract/inbox/web-chat.ts'
import { type Adapter, ChannelFault } from '../adapter.ts'
import { siteOf } from './sites.ts'

/**
 * The chat on a site. There is no provider: visitors call us (routes.ts), and what is sent lies where their browsers
 * look for it already. Only they can begin.
 */
export const webChat: Adapter = {
  kind: 'web_chat',
  settings: Settings,
  secrets: WebChatSecrets,
  opens: null,

  async check({ settings }) {
    const { sites, title } = settings as WebChatSettings
    const kept = sites.map((site) => {
      const known = siteOf(site)
      if (!known) throw new ChannelFault('chat.site_wrong', site, { permanent: true })
      return known
    })
    const [first] = kept
    if (!first) throw new ChannelFault('chat.no_sites', '', { permanent: true })
    return { name: `${title}, ${new URL(first).host}`.slice(0, 100), settings: { sites: [...new Set(kept)] } }
  },

  send: async ({ message_id }) => ({ external_id: message_id }),
}
