import { Type, type Static } from 'typebox'
import { endpoint, Id, Nothing, When } from '../endpoint.ts'
import { MemberKind, Role } from '../member-card.ts'

export const beginViewing = endpoint({
  method: 'POST',
  path: '/viewing',
  summary:
    'From now on this browser is shown everything as a person of the company, or as his role, sees it; for reading only',
  door: 'self',
  body: Type.Object({
    /** One of the three: a person, a fixed role, or one of the company's own. */
    member_id: Type.Optional(Id),
    role: Type.Optional(Role),
    role_id: Type.Optional(Id),
  }),
  reply: Type.Object({
    /** Whose page is to be opened. */
    kind: MemberKind,
    /** When it ends by itself. */
    until: When,
  }),
})
export type ViewingWish = Static<typeof beginViewing.body>

export const endViewing = endpoint({
  method: 'DELETE',
  path: '/viewing',
  summary: 'Ends the view with the eyes of another: this browser is shown what its user himself sees',
  door: 'self',
  reply: Nothing,
})
