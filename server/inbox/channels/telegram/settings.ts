import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import type { Access } from '../adapter.ts'

/** What may be shown of a bot's settings. */
export const Settings = Type.Object({
  /** Whether we ask Telegram for what is new, or it brings it to us. */
  mode: Type.Optional(
    Type.Unsafe<'polling' | 'webhook'>({ type: 'string', enum: ['polling', 'webhook'], default: 'polling' }),
  ),
  /** Takes a bot from another program that it brings updates to. */
  take_over: Type.Optional(Type.Boolean({ default: false })),
  /** Sent to whoever presses «Start»; nothing when empty. */
  greeting: Type.Optional(Type.String({ maxLength: 1000, default: '' })),
  /** Puts a button under the greeting by which a person gives the phone that Telegram knows of him. */
  ask_phone: Type.Optional(Type.Boolean({ default: false })),
  /** Known from Telegram. */
  username: Type.Optional(Type.String()),
  bot_id: Type.Optional(Type.Integer()),
  /** Whether it hears everything in a group, or only what is said to it. */
  reads_groups: Type.Optional(Type.Boolean()),
})
export type Settings = Static<typeof Settings>

export const Secrets = Type.Object({ token: Type.String({ minLength: 10, maxLength: 200 }) })

/** Settings with what a form leaves out. */
export const settingsOf = ({ settings }: Pick<Access, 'settings'>): Settings & Chosen =>
  Value.Default(Settings, structuredClone(settings)) as Settings & Chosen

type Chosen = Required<Pick<Settings, 'mode' | 'take_over' | 'greeting' | 'ask_phone'>>
