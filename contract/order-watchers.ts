import { Type } from 'typebox'
import { Person } from './member-card.ts'
import { Id, endpoint } from './endpoint.ts'

export const setWatcher = endpoint({
  method: 'PUT',
  path: '/orders/:order_id/watchers/:member_id',
  summary: 'Lets one of the staff watch an order, or ends it: he sees it, and is told by a letter',
  door: 'staff',
  params: Type.Object({ order_id: Id, member_id: Id }),
  body: Type.Object({ watches: Type.Boolean() }),
  reply: Type.Object({ watchers: Type.Array(Person) }),
})
