import { Type, type Static } from 'typebox'
import { Can, endpoint, Id, Nothing, Nullable, OneOf } from './endpoint.ts'
import { MemberKind, Person, Role } from './member-card.ts'

/**
 * What a person holds that somebody must take over: orders he answers for, tasks he checks, tasks he works on,
 * customers he answers for, open dialogues he has, pools he leads, those of the staff and of the performers whose head he is, invitations to come under him.
 */
export const HeldGroup = OneOf(
  'orders',
  'tasks',
  'work',
  'customers',
  'dialogues',
  'pools',
  'reports',
  'performers',
  'invitations',
)
export type HeldGroup = Static<typeof HeldGroup>

export const HeldThing = Type.Object({ id: Id, number: Nullable(Type.Integer()), title: Type.String() })
export type HeldThing = Static<typeof HeldThing>

export const Held = Type.Object({
  group: HeldGroup,
  things: Type.Array(HeldThing),
  /** Who is proposed to take them over: his head; of work nobody is. */
  to: Nullable(Person),
  /** It may be left without anybody. */
  optional: Type.Boolean(),
})
export type Held = Static<typeof Held>

const Ends = Type.Object({
  /** Browsers in which he works in this company. */
  sessions: Type.Integer(),
  keys: Type.Integer(),
  links: Type.Integer(),
  /** His clock runs: it is stopped, and what it counted is kept. */
  clock: Type.Boolean(),
})
export type Ends = Static<typeof Ends>

export const LeavingPreview = Type.Object({
  member: Type.Object({ ...Person.properties, kind: MemberKind, role: Role }),
  held: Type.Array(Held),
  /** What waits for his word; it goes over with the tasks and the people that it is about. */
  waits: Type.Object({ questions: Type.Integer(), checks: Type.Integer(), reports: Type.Integer() }),
  ends: Ends,
  can: Type.Object({ leave: Can }),
})
export type LeavingPreview = Static<typeof LeavingPreview>

export const previewLeaving = endpoint({
  method: 'GET',
  path: '/leaving/:member_id',
  summary: 'What a person holds and what ends when he leaves the company',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  reply: LeavingPreview,
})

export const leave = endpoint({
  method: 'POST',
  path: '/leaving/:member_id',
  summary: 'A person leaves: his access ends everywhere, and what he holds is handed over in one step (S22, S30)',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Type.Object({
    /** What was seen in the preview, and who takes it over. What has come to it since is refused, and named. */
    held: Type.Array(
      Type.Object({ group: HeldGroup, ids: Type.Array(Id, { maxItems: 20_000 }), to_id: Nullable(Id) }),
      { maxItems: 10 },
    ),
  }),
  reply: Type.Object({
    member: Person,
    handed: Type.Array(Type.Object({ group: HeldGroup, count: Type.Integer(), to: Nullable(Person) })),
    ended: Ends,
  }),
})

export const suspend = endpoint({
  method: 'POST',
  path: '/leaving/:member_id/suspend',
  summary: 'Takes the access away for a time: what the person holds stays his',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Nothing,
  reply: Type.Object({ member: Person, ended: Ends }),
})

export const resume = endpoint({
  method: 'POST',
  path: '/leaving/:member_id/resume',
  summary: 'Gives a suspended person his access back',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Nothing,
  reply: Type.Object({ member: Person }),
})

export const takeBack = endpoint({
  method: 'POST',
  path: '/leaving/:member_id/take-back',
  summary:
    'Takes a performer back who had left: the same person, with all that he did; the staff come back by invitation',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Nothing,
  reply: Type.Object({ member: Person }),
})
