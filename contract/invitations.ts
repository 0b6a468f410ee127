import { Type, type Static } from 'typebox'
import { Can, Id, Nothing, Nullable, OneOf, Text, When, endpoint } from './endpoint.ts'
import { Invitation, OfferedRole, Person, Waiting } from './member-card.ts'
import { PoolName } from './member-card.ts'

const cell = (max: number) => Type.Optional(Type.String({ maxLength: max }))

/** One line as it was pasted: what is wrong in it is said of its cells, and the line is kept. */
const Line = Type.Object({ name: cell(200), email: cell(200), role: cell(100), position: cell(200), pool: cell(300) })

const ManyBody = Type.Object({
  /** The role of lines that name none: a fixed one, or the company's own by its id; one of the two. */
  role: Type.Optional(OfferedRole),
  role_id: Type.Optional(Id),
  /** Their head; who invites unless said otherwise. */
  head_id: Type.Optional(Id),
  lines: Type.Array(Line, { minItems: 1, maxItems: 200 }),
  /** Pools that a line names and the company has not are made; without it they are faults. */
  make_pools: Type.Optional(Type.Boolean()),
})

/** The same as it was pasted, before there are lines; they go before the text. */
const CheckBody = Type.Object({
  ...ManyBody.properties,
  lines: Type.Optional(Type.Array(Line, { maxItems: 200 })),
  text: Type.Optional(Type.String({ maxLength: 200_000 })),
})

const Fault = Type.Object({
  field: OneOf('name', 'email', 'role', 'position', 'pool'),
  code: Type.String(),
  facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
})

export const ReadLine = Type.Object({
  /** As its cells were pasted or typed. */
  cells: Type.Required(Line),
  name: Nullable(Type.String()),
  email: Nullable(Type.String()),
  /** As understood; null where the word is no role. Of the company's own role the fixed one that it was made from. */
  role: Nullable(OfferedRole),
  role_id: Nullable(Id),
  role_name: Nullable(Type.String()),
  position: Nullable(Type.String()),
  /** The pools that he will curate, as understood. */
  pools: Type.Array(PoolName),
  /** Names of those that there are not yet, and would be made. */
  new_pools: Type.Array(Type.String()),
  faults: Type.Array(Fault),
})
export type ReadLine = Static<typeof ReadLine>

export const checkInvitations = endpoint({
  method: 'POST',
  path: '/invitations/check',
  summary: 'How a pasted list would be understood, line by line; invites nobody (S13)',
  door: 'staff',
  body: CheckBody,
  reply: Type.Object({ lines: Type.Array(ReadLine) }),
})

export const inviteMany = endpoint({
  method: 'POST',
  path: '/invitations/many',
  secret: true,
  summary: 'Invites those of a list whose lines are right; the others come back with what is wrong in them (S13)',
  door: 'staff',
  body: ManyBody,
  reply: Type.Object({
    made: Type.Array(Type.Object({ line: Type.Integer(), invitation: Invitation, url: Type.String() })),
    refused: Type.Array(Type.Object({ line: Type.Integer(), faults: Type.Array(Fault) })),
  }),
})

const JoiningLink = Type.Object({
  /** Null while the company has none. */
  link: Nullable(Type.Object({ role: OfferedRole, made_by: Person, made_at: When })),
  can: Type.Object({ change: Can }),
})

export const getJoiningLink = endpoint({
  method: 'GET',
  path: '/joining-link',
  summary:
    "The company's link for joining with a head of one's choice: whether there is one; its address is shown once, when made",
  door: 'staff',
  reply: JoiningLink,
})

export const makeJoiningLink = endpoint({
  method: 'POST',
  path: '/joining-link',
  secret: true,
  summary: "Makes the company's joining link, or a new one in its place: the earlier stops working",
  door: 'staff',
  body: Type.Object({ role: OfferedRole }),
  reply: Type.Object({ ...JoiningLink.properties, url: Type.String() }),
})

export const closeJoiningLink = endpoint({
  method: 'POST',
  path: '/joining-link/close',
  summary: "Switches the company's joining link off",
  door: 'staff',
  body: Nothing,
  reply: JoiningLink,
})

export const lookAtJoiningLink = endpoint({
  method: 'POST',
  path: '/joining-link/look',
  summary: "Whose a company's joining link is, and as what one joins",
  door: 'open',
  body: Type.Object({ link: Text(200) }),
  reply: Type.Object({ company: Type.Object({ id: Id, name: Type.String() }), role: OfferedRole }),
})

export const findHeads = endpoint({
  method: 'POST',
  path: '/joining-link/heads',
  summary: 'Names of the staff to choose a head from, for who is signed in and holds the link',
  door: 'person',
  body: Type.Object({ link: Text(200), search: Type.Optional(Type.String({ maxLength: 200 })) }),
  reply: Type.Object({
    rows: Type.Array(Type.Object({ ...Person.properties, position: Nullable(Type.String()) })),
  }),
})

export const askToJoin = endpoint({
  method: 'POST',
  path: '/joining-link/ask',
  summary: "Asks to join by the company's link, naming one's head; he confirms it (S17)",
  door: 'person',
  body: Type.Object({
    link: Text(200),
    name: Type.Optional(Text(200)),
    position: Type.Optional(Text(200)),
    head_id: Type.Optional(Id),
    expected: Type.Optional(
      Type.Object({ name: Text(200), email: Type.Optional(Type.String({ format: 'email', maxLength: 200 })) }),
    ),
  }),
  reply: Type.Object({ waiting: Waiting }),
})

export const stopWaiting = endpoint({
  method: 'POST',
  path: '/me/waiting/:company_id/stop',
  summary: 'Takes back the wish to join a company',
  door: 'person',
  params: Type.Object({ company_id: Id }),
  body: Nothing,
  reply: Type.Object({ waiting: Waiting }),
})

export const listOffers = endpoint({
  method: 'GET',
  path: '/invitations/offers',
  summary: 'The roles that the viewer may offer to whom he invites, and which of them may curate pools',
  door: 'staff',
  reply: Type.Object({
    rows: Type.Array(
      Type.Object({
        /** Of the company's own role the fixed one that it was made from. */
        role: OfferedRole,
        role_id: Nullable(Id),
        name: Nullable(Type.String()),
        leads_pools: Type.Boolean(),
      }),
    ),
  }),
})
