import { Type, type Static } from 'typebox'
import { Can, endpoint, Id, Nullable, OneOf, Minor, Currency } from './endpoint.ts'
import { MemberKind, Person, Role } from './member-card.ts'

/** What two cards of one person may say differently. */
export const MergeField = OneOf('name', 'phone', 'position', 'head', 'account', 'rate', 'legal_form', 'schedule')
export type MergeField = Static<typeof MergeField>

const Said = Type.Object({
  /** As it is written; of a legal form its code, of a schedule the day from which it holds, of an account its e-mail. */
  text: Type.String(),
  rate: Nullable(Type.Object({ cost_per_hour: Nullable(Minor), fee_per_task: Nullable(Minor), currency: Currency })),
  /** Why this one cannot be taken. */
  refused: Can,
})
export type MergeSaid = Static<typeof Said>

const Choice = Type.Object({ field: MergeField, kept: Nullable(Said), gone: Nullable(Said) })
export type MergeChoice = Static<typeof Choice>

export const MergedGroup = OneOf(
  'orders',
  'tasks',
  'work',
  'hours',
  'photos',
  'customers',
  'documents',
  'people',
  'pools',
  'curated',
  'specialities',
  'rates',
  'certificates',
  'papers',
  'absences',
  'schedules',
  'substitutions',
  'watching',
  'marks',
)
export type MergedGroup = Static<typeof MergedGroup>

const Card = Type.Object({
  ...Person.properties,
  kind: MemberKind,
  role: Role,
  state: OneOf('invited', 'active', 'suspended', 'left'),
  version: Type.Integer(),
})
export type MergeCard = Static<typeof Card>

export const MergePreview = Type.Object({
  kept: Card,
  gone: Card,
  choices: Type.Array(Choice),
  /** What goes over, by kinds. `marks`: wherever else it is written who did something. */
  moves: Type.Array(Type.Object({ group: MergedGroup, count: Type.Integer() })),
  /** Tasks that both are on, and pools that both are in: one of two stays. */
  twice: Type.Object({ tasks: Type.Integer(), pools: Type.Integer() }),
  /** Pools that end, for the staff are in none. */
  pools_end: Type.Integer(),
  /** Personal links of the one open the other from now on. */
  links: Type.Integer(),
  /** Both clocks run: the one of the card that is given up is stopped, and what it counted is kept. */
  clock: Type.Boolean(),
  can: Type.Object({ merge: Can }),
})
export type MergePreview = Static<typeof MergePreview>

export const previewMerge = endpoint({
  method: 'GET',
  path: '/doubles/:member_id',
  summary: 'What would become of two cards of one person: what differs, what goes over (S18)',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  query: Type.Object({ gone_id: Id }),
  reply: MergePreview,
})

export const merge = endpoint({
  method: 'POST',
  path: '/doubles/:member_id',
  summary: 'Makes one of two cards of one person, in one step; links to the other lead to it (S18)',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Type.Object({
    gone_id: Id,
    /** What is taken from the card that is given up, where both say something. */
    from_gone: Type.Array(MergeField, { maxItems: 10 }),
    /** As they were when they were compared: what has been changed since is refused. */
    kept_version: Type.Integer(),
    gone_version: Type.Integer(),
  }),
  reply: Type.Object({ member: Person }),
})

export const tellApart = endpoint({
  method: 'POST',
  path: '/doubles/:member_id/apart',
  summary: 'Says that two cards are two people, so that they are offered as doubles no more; or takes it back',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Type.Object({ other_id: Id, apart: Type.Boolean() }),
  reply: Type.Object({ apart: Type.Boolean() }),
})

const Double = Type.Object({ ...Card.properties, phone: Nullable(Type.String()), email: Nullable(Type.String()) })

export const listDoubles = endpoint({
  method: 'GET',
  path: '/doubles',
  summary: 'People who look as if they were entered twice: the same phone or e-mail, a similar name',
  door: 'staff',
  query: Type.Object({ kind: Type.Optional(MemberKind), member_id: Type.Optional(Id) }),
  reply: Type.Object({
    rows: Type.Array(Type.Object({ one: Double, other: Double, same: Type.Array(OneOf('phone', 'email', 'name')) })),
  }),
})
export type ProbableDouble = Static<typeof listDoubles.reply>['rows'][number]
