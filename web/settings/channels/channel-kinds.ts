import {
  IconBrandTelegram,
  IconMail,
  IconMessage2,
  IconMessageCircle,
  IconPhone,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ChannelKind } from '#contract/inbox/conversations.ts'

/** Those that are connected, in the order in which they are offered; the telephone is there by itself. */
export const kinds = ['email', 'telegram', 'max', 'web_chat'] as const

export const kindIcons: Record<ChannelKind, TablerIcon> = {
  email: IconMail,
  telegram: IconBrandTelegram,
  web_chat: IconMessage2,
  max: IconMessageCircle,
  phone: IconPhone,
}

/** Where a kind is set up that has a page of its own instead of a form. */
export const kindPages: Partial<Record<ChannelKind, string>> = { web_chat: '/settings/site-chat' }
