import { Type } from 'typebox'
import { Id, Text, When, endpoint } from './endpoint.ts'

export const noteOrder = endpoint({
  method: 'POST',
  path: '/orders/:order_id/notes',
  summary: 'Writes a note on an order that only the staff read, into its timeline (S40, S75)',
  door: 'staff',
  params: Type.Object({ order_id: Id }),
  body: Type.Object({ text: Text(5000) }),
  reply: Type.Object({ order_id: Id, text: Type.String(), at: When }),
})
