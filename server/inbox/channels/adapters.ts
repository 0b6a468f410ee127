import type { ChannelKind } from '#contract/inbox/conversations.ts'
import type { Adapter } from './adapter.ts'
import { email } from './mailbox/adapter.ts'
import { max } from './max/adapter.ts'
import { phone } from './phone/adapter.ts'
import { telegram } from './telegram/adapter.ts'
import { webChat } from './web-chat/adapter.ts'

/** Every kind of channel and its door; null for one that cannot be connected yet. */
export const adapters: Record<ChannelKind, Adapter | null> = {
  email,
  telegram,
  web_chat: webChat,
  max,
  phone,
}

/** The adapter of a kind; for channels that exist, which only a kind with an adapter can. */
export function adapterOf(kind: ChannelKind): Adapter {
  const adapter = adapters[kind]
  if (!adapter) throw new Error(`no adapter for ${kind}`)
  return adapter
}
