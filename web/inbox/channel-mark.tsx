import {
  IconBrandTelegram,
  IconMail,
  IconMessage2,
  IconMessageCircle,
  IconPhone,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ChannelKind } from '#contract/inbox/conversations.ts'
import { t } from '#web/platform/words.ts'

const icons: Record<ChannelKind, TablerIcon> = {
  email: IconMail,
  telegram: IconBrandTelegram,
  web_chat: IconMessage2,
  max: IconMessageCircle,
  phone: IconPhone,
}

/** By which channel somebody writes; beside a word of it silent. */
export function ChannelMark({ kind, size = 14, alone = true }: { kind: ChannelKind; size?: number; alone?: boolean }) {
  const Icon = icons[kind]
  const name = t(`channel.kind.${kind}`)
  return <Icon size={size} stroke={1.75} {...(alone ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })} />
}
