import { Type, type Static } from 'typebox'
import { Can, Id, Nullable, OneOf, Text, When, endpoint } from '../endpoint.ts'
import { Person } from '../member-card.ts'
import { ChannelKind } from './conversations.ts'
import { MailServer } from './mail-providers.ts'

/** How a channel does, for the screen of channels. */
export const ChannelHealth = Type.Object({
  /** The provider answered last; something came last; something went out last. */
  answered_at: Nullable(When),
  last_in_at: Nullable(When),
  last_out_at: Nullable(When),
  /** How long what came last had lain at the provider, in milliseconds. */
  lag_ms: Nullable(Type.Integer()),
  /** What waits to go out, and since when; what failed within the last seven days. */
  queued: Type.Integer(),
  queued_since: Nullable(When),
  failed: Type.Integer(),
  failing_since: Nullable(When),
  /** A code with a sentence, and the provider's own words. */
  fault: Nullable(Type.String()),
  fault_words: Nullable(Type.String()),
})

/** What a channel answers by itself to a person who comes with a new request (INB-51). */
export const AutoReply = Type.Object({
  on: Type.Boolean(),
  /** Every new request, or only what comes while the company does not work. */
  occasion: OneOf('every', 'closed'),
  /** With fields in braces. */
  text: Text(2000, 0),
})
export type AutoReply = Static<typeof AutoReply>

export const Channel = Type.Object({
  id: Id,
  kind: ChannelKind,
  name: Type.String(),
  /** By the kind; nothing secret is among them. */
  settings: Type.Record(Type.String(), Type.Unknown()),
  /** Which secrets are known, by name. */
  known_secrets: Type.Array(Type.String()),
  responsible: Nullable(Person),
  /** Null where nobody has set one up. */
  auto_reply: Nullable(AutoReply),
  archived: Type.Boolean(),
  health: ChannelHealth,
  /** Whether somebody can be written to first through it. */
  can_open: Type.Boolean(),
  version: Type.Integer(),
  can: Type.Object({ change: Can }),
})
export type Channel = Static<typeof Channel>

const Settings = Type.Record(Type.String({ maxLength: 60 }), Type.Unknown())
const OfChannel = Type.Object({ channel_id: Id })

export const listChannels = endpoint({
  method: 'GET',
  path: '/channels',
  summary: 'Connected channels and how each does (S26)',
  door: 'staff',
  query: Type.Object({ archived: Type.Optional(Type.Boolean()) }),
  reply: Type.Object({ rows: Type.Array(Channel), can: Type.Object({ connect: Can }) }),
})

export const connectChannel = endpoint({
  method: 'POST',
  path: '/channels',
  summary: 'Connects a channel: it is kept once the provider has let us in (S26)',
  door: 'staff',
  secret: true,
  body: Type.Object({
    kind: ChannelKind,
    name: Type.Optional(Text(100)),
    settings: Settings,
    secrets: Settings,
    responsible_id: Type.Optional(Id),
  }),
  reply: Channel,
})

export const changeChannel = endpoint({
  method: 'PATCH',
  path: '/channels/:channel_id',
  summary: 'Changes a channel; settings and secrets that are named are tried at the provider first',
  door: 'staff',
  secret: true,
  params: OfChannel,
  body: Type.Object({
    name: Type.Optional(Text(100)),
    settings: Type.Optional(Settings),
    secrets: Type.Optional(Settings),
    responsible_id: Type.Optional(Nullable(Id)),
    archived: Type.Optional(Type.Boolean()),
    auto_reply: Type.Optional(AutoReply),
  }),
  reply: Channel,
})

export const checkChannel = endpoint({
  method: 'POST',
  path: '/channels/:channel_id/check',
  summary: 'Tries a channel at its provider now, and says what it answers',
  door: 'staff',
  params: OfChannel,
  reply: Channel,
})

export const findMailServers = endpoint({
  method: 'GET',
  path: '/channels/mail-servers',
  summary: 'The servers of a mailbox by its address: of a known provider, else those that answer (S26)',
  door: 'staff',
  query: Type.Object({ address: Type.String({ format: 'email', maxLength: 254 }) }),
  reply: Type.Object({
    found: Nullable(
      Type.Object({
        imap: MailServer,
        smtp: MailServer,
        /** Which of the known providers it is, by its id. */
        provider: Nullable(Type.String()),
      }),
    ),
  }),
})
