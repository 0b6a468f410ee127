import { Type } from 'typebox'
import { Id, Text, When, endpoint } from '../endpoint.ts'
import { Conversation } from './conversations.ts'

export const logCall = endpoint({
  method: 'POST',
  path: '/calls',
  summary: 'Writes a call down: the number is enough; a missed one waits for an answer (S39)',
  door: 'staff',
  body: Type.Object({
    phone: Text(40),
    incoming: Type.Boolean(),
    missed: Type.Optional(Type.Boolean()),
    /** What it was about. */
    text: Type.Optional(Text(5000)),
    seconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400 })),
    /** When it was; now unless said. */
    at: Type.Optional(When),
    /** Of a number that nobody has yet: who called, and from where. */
    name: Type.Optional(Text(200)),
    counterparty: Type.Optional(Text(300)),
  }),
  reply: Type.Object({ conversation: Conversation, message_id: Id }),
})
