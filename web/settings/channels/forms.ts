import { type ComponentType, lazy } from 'react'
import type { Channel } from '#contract/inbox/channels.ts'
import type { ChannelKind } from '#contract/inbox/conversations.ts'

/** What a form gathers: what may be shown, and what is sealed. A secret that is not named stays as it is. */
export type Draft = { settings: Record<string, unknown>; secrets: Record<string, unknown> }

export type ChannelFormProps = {
  /** The channel that is changed; null while one is connected. */
  channel: Channel | null
  draft: Draft
  /** Puts some settings or secrets into the draft beside those that are there. */
  onDraft: (some: Partial<Draft>) => void
  /** What is wrong with a field, by its path: `settings.address`, `secrets.token`. */
  faults: Record<string, string>
}

/**
 * The form of each kind of channel, with its guidance in plain words: it stands in the dialog that connects and changes,
 * which sends what the form gathers. Null: a kind that has a page of its own, or needs none.
 */
export const forms: Record<ChannelKind, ComponentType<ChannelFormProps> | null> = {
  email: lazy(() => import('./mail-form.tsx').then(({ MailForm }) => ({ default: MailForm }))),
  telegram: lazy(() => import('./telegram-form.tsx').then(({ TelegramForm }) => ({ default: TelegramForm }))),
  web_chat: null,
  max: lazy(() => import('./max-form.tsx').then(({ MaxForm }) => ({ default: MaxForm }))),
  // There is one, and it is there with the first call that is written down.
  phone: null,
}
