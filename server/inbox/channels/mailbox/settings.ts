import { Type, type Static } from 'typebox'
import { MailServer } from '#contract/inbox/mail-providers.ts'
import type { Access } from '../adapter.ts'

/** What may be shown of a mailbox. Servers that are not given are found by the address. */
export const MailSettings = Type.Object({
  address: Type.String({ maxLength: 254, pattern: String.raw`^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$` }),
  /** What stands before the address in what goes out; the company's name where nothing does. */
  name: Type.Optional(Type.String({ maxLength: 100 })),
  imap: Type.Optional(MailServer),
  smtp: Type.Optional(MailServer),
  /** The name for sign-in, where it is not the address. */
  user: Type.Optional(Type.String({ maxLength: 254 })),
  /** Read beside the inbox and what the provider takes for spam. */
  folders: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 20 })),
  signature: Type.Optional(Type.String({ maxLength: 2000 })),
  /** Marks letters as read at the server when they are taken in; otherwise they stay as people left them. */
  mark_read: Type.Optional(Type.Boolean()),
  /** Answers come to `info+…@`, by which their dialogue is known for sure. */
  plus: Type.Optional(Type.Boolean()),
  /** Puts a copy of what goes out among the sent. */
  keep_sent: Type.Optional(Type.Boolean()),
  /** Reads what people send from the mailbox by other programs; unless it says no. */
  read_sent: Type.Optional(Type.Boolean()),
  /** Where OAuth tokens are given, where the provider is none that is known. */
  token_url: Type.Optional(Type.String({ maxLength: 300, pattern: '^https?://' })),
})
export type MailSettings = Static<typeof MailSettings>

/** A password, often one for programs only, or what OAuth 2 gives for good. An empty one is none. */
export const MailSecrets = Type.Object({
  password: Type.Optional(Type.String({ maxLength: 1000 })),
  client_id: Type.Optional(Type.String({ maxLength: 500 })),
  client_secret: Type.Optional(Type.String({ maxLength: 500 })),
  refresh_token: Type.Optional(Type.String({ maxLength: 4000 })),
})
export type MailSecrets = Static<typeof MailSecrets>

export const settingsOf = ({ settings }: Pick<Access, 'settings'>): MailSettings => settings as MailSettings
export const secretsOf = ({ secrets }: Pick<Access, 'secrets'>): MailSecrets => secrets
