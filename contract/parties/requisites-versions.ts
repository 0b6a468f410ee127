import { Type, type Static } from 'typebox'
import { CounterpartyCard } from '../counterparties.ts'
import { Day, Id, endpoint } from '../endpoint.ts'
import { Requisites } from '../requisites.ts'

const OfDay = Type.Object({ counterparty_id: Id, from_day: Day })
export type OfDay = Static<typeof OfDay>

export const setRequisites = endpoint({
  method: 'PUT',
  path: '/counterparties/:counterparty_id/requisites/:from_day',
  summary: 'Requisites that hold from a day on; a document takes those of its own day, earlier ones stay',
  door: 'staff',
  params: OfDay,
  body: Type.Object({ requisites: Requisites }),
  reply: CounterpartyCard,
})

export const dropRequisites = endpoint({
  method: 'DELETE',
  path: '/counterparties/:counterparty_id/requisites/:from_day',
  summary: 'Takes back requisites that were set from a day on: those before them hold on',
  door: 'staff',
  params: OfDay,
  reply: CounterpartyCard,
})
