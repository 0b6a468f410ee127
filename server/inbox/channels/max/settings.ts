import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import type { Access } from '../adapter.ts'

/** What may be shown of a bot's settings. */
export const Settings = Type.Object({
  /** Sent to whoever opens the bot; nothing when empty. */
  greeting: Type.Optional(Type.String({ maxLength: 1000, default: '' })),
  /** Puts a button under the greeting by which a person gives the phone that MAX knows of him. */
  ask_phone: Type.Optional(Type.Boolean({ default: false })),
  /** Known from MAX. */
  username: Type.Optional(Type.String()),
  bot_id: Type.Optional(Type.Integer()),
})
export type Settings = Static<typeof Settings>

export const Secrets = Type.Object({ token: Type.String({ minLength: 8, maxLength: 300 }) })

type Chosen = Required<Pick<Settings, 'greeting' | 'ask_phone'>>

/** Settings with what a form leaves out. */
export const settingsOf = ({ settings }: Pick<Access, 'settings'>): Settings & Chosen =>
  Value.Default(Settings, structuredClone(settings)) as Settings & Chosen
