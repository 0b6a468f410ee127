import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'

// A file of its own: every page asks for it.
export const countWaiting = endpoint({
  method: 'GET',
  path: '/conversations/waiting',
  summary:
    'How many dialogues wait for an answer of the viewer: his own and those that nobody has taken; 99 means as many or more',
  door: 'staff',
  reply: Type.Object({ waiting: Type.Integer() }),
})
