import { Type, type Static } from 'typebox'
import { Can, Day, Id, Nothing, Nullable, OneOf, Text, When, endpoint } from './endpoint.ts'
import { Person, Role } from './member-card.ts'

/** How far the two sides agree on the head of a person (S16). */
const Accord = OneOf('unsaid', 'waits_for_head', 'differs', 'refused', 'expected')
export type Accord = Static<typeof Accord>

const ExpectedHead = Type.Object({ id: Id, name: Type.String(), email: Nullable(Type.String()) })
export type ExpectedHead = Static<typeof ExpectedHead>

/** Who said what, and when. */
const Declaration = Type.Object({
  id: Id,
  said_as: OneOf('inviter', 'member', 'head', 'settler'),
  said_by: Person,
  head: Nullable(Person),
  expected: Nullable(ExpectedHead),
  agrees: Type.Boolean(),
  said_at: When,
  closed_at: Nullable(When),
})
export type Declaration = Static<typeof Declaration>

const Placed = Type.Object({
  id: Id,
  name: Type.String(),
  position: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  role: Role,
  role_name: Nullable(Type.String()),
  state: OneOf('invited', 'active', 'suspended', 'left'),
  /** Null for the root, and for the uppermost that the viewer sees. */
  head_id: Nullable(Id),
  /** External performers whose head he is. */
  performers: Type.Integer(),
  /** Both sides say the same. */
  confirmed: Type.Boolean(),
  can: Type.Object({ move: Can }),
})
export type Placed = Static<typeof Placed>

export const getStructure = endpoint({
  method: 'GET',
  path: '/structure',
  summary:
    'The tree of the staff, today or as it was at the end of a day; a head sees his own line up and all below (S17, S25)',
  door: 'staff',
  query: Type.Object({ on: Type.Optional(Day) }),
  reply: Type.Object({ on: Day, rows: Type.Array(Placed) }),
})

export const moveMember = endpoint({
  method: 'POST',
  path: '/structure/moves',
  summary: 'Moves a person under another head, with those below him or without (S18)',
  door: 'staff',
  body: Type.Object({ member_id: Id, head_id: Id, with_reports: Type.Boolean() }),
  reply: Type.Object({ member_id: Id, head: Person, placed: Type.Integer() }),
})

const Unconfirmed = Type.Object({
  member: Type.Object({ id: Id, name: Type.String(), position: Nullable(Type.String()) }),
  /** He asked to join by the company's link and is not in yet. */
  waits_outside: Type.Boolean(),
  accord: Accord,
  stands_under: Nullable(Person),
  words: Type.Array(Declaration),
  can: Type.Object({ settle: Can, turn_away: Can }),
})
export type Unconfirmed = Static<typeof Unconfirmed>

export const listUnconfirmed = endpoint({
  method: 'GET',
  path: '/structure/unconfirmed',
  summary:
    '«Не подтверждено»: people whose head one side only has named, or both differently; and heads who are expected (S16, S17)',
  door: 'staff',
  reply: Type.Object({
    rows: Type.Array(Unconfirmed),
    expected: Type.Array(
      Type.Object({
        ...ExpectedHead.properties,
        named_by: Person,
        named_at: When,
        waiting: Type.Array(Person),
        can: Type.Object({ match: Can }),
      }),
    ),
  }),
})

export const settleHead = endpoint({
  method: 'POST',
  path: '/structure/unconfirmed/:member_id/settle',
  summary: 'Settles whose report a person is, whatever the two sides say (S16)',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Type.Object({ head_id: Id }),
  reply: Type.Object({ member_id: Id, head: Person, placed: Type.Integer() }),
})

export const turnAway = endpoint({
  method: 'POST',
  path: '/structure/unconfirmed/:member_id/turn-away',
  summary: "Refuses a person who asked to join by the company's link",
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Nothing,
  reply: Type.Object({ member_id: Id }),
})

export const matchExpectedHead = endpoint({
  method: 'POST',
  path: '/structure/expected/:expected_head_id/match',
  summary: 'Says who of the staff an expected head is: those who named him are placed under him (S17)',
  door: 'staff',
  params: Type.Object({ expected_head_id: Id }),
  body: Type.Object({ member_id: Id }),
  reply: Type.Object({ placed: Type.Integer() }),
})

/** What a person says of his own head, and what is asked of him as a head. */
const MyHead = Type.Object({
  head: Nullable(Person),
  invited_by: Nullable(Person),
  /** What is open between him and his head; null when both agree. */
  open: Nullable(Type.Object({ accord: Accord, named: Nullable(Person), expected: Nullable(ExpectedHead) })),
  /** People who have named him as their head and wait for his word. */
  asks: Type.Array(
    Type.Object({
      member: Type.Object({ id: Id, name: Type.String(), position: Nullable(Type.String()) }),
      waits_outside: Type.Boolean(),
      stands_under: Nullable(Person),
      said_at: When,
      /** The absent head whom he has named, and whom the viewer substitutes; null: the viewer himself. */
      whose: Nullable(Person),
    }),
  ),
  can: Type.Object({ declare: Can }),
})
export type MyHead = Static<typeof MyHead>

export const getMyHead = endpoint({
  method: 'GET',
  path: '/me/head',
  summary: 'Who my head is, what is not agreed about it, and who has named me as his',
  door: 'staff',
  reply: MyHead,
})

export const declareHead = endpoint({
  method: 'POST',
  path: '/me/head',
  summary: 'I say who my head is: one of the staff, or one who has not joined yet (S16, S17)',
  door: 'staff',
  body: Type.Object({
    head_id: Type.Optional(Id),
    expected: Type.Optional(
      Type.Object({
        name: Text(200),
        email: Type.Optional(Type.String({ format: 'email', maxLength: 200 })),
      }),
    ),
  }),
  reply: MyHead,
})

export const answerReport = endpoint({
  method: 'POST',
  path: '/me/reports/:member_id/answer',
  summary: 'I say whether a person who has named me as his head is mine (S16)',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Type.Object({ mine: Type.Boolean() }),
  reply: MyHead,
})

export const getHeads = endpoint({
  method: 'GET',
  path: '/members/:member_id/heads',
  summary: 'The heads of one person in turn, and who said what of them',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  reply: Type.Object({
    placements: Type.Array(
      Type.Object({
        id: Id,
        head: Nullable(Person),
        from_at: When,
        to_at: Nullable(When),
        placed_by: Nullable(Person),
      }),
    ),
    declarations: Type.Array(Declaration),
  }),
})
