import { Type, type Static } from 'typebox'
import { Can, Id, Nothing, Nullable, Text, When, endpoint } from '../endpoint.ts'
import { Speciality } from '../member-card.ts'

/** A trade, with how much hangs on it. */
const SpecialityUse = Type.Object({
  ...Speciality.properties,
  /** Performers who know it, pools of it. */
  people: Type.Integer(),
  pools: Type.Integer(),
  archived_at: Nullable(When),
})
export type SpecialityUse = Static<typeof SpecialityUse>

export const listSpecialityUse = endpoint({
  method: 'GET',
  path: '/specialities/use',
  summary: 'Trades of the company with who knows them, archived ones too; those merged away are not shown',
  door: 'staff',
  reply: Type.Object({ rows: Type.Array(SpecialityUse), can: Type.Object({ change: Can }) }),
})

const OfSpeciality = Type.Object({ speciality_id: Id })

export const renameSpeciality = endpoint({
  method: 'PATCH',
  path: '/specialities/:speciality_id',
  summary: 'Calls a trade otherwise, everywhere at once',
  door: 'staff',
  params: OfSpeciality,
  body: Type.Object({ name: Text(100) }),
  reply: Speciality,
})

export const archiveSpeciality = endpoint({
  method: 'POST',
  path: '/specialities/:speciality_id/archive',
  summary: 'A trade is offered no more; who knows it still does',
  door: 'staff',
  params: OfSpeciality,
  body: Nothing,
  reply: Speciality,
})

export const restoreSpeciality = endpoint({
  method: 'POST',
  path: '/specialities/:speciality_id/restore',
  summary: 'A trade is offered again',
  door: 'staff',
  params: OfSpeciality,
  body: Nothing,
  reply: Speciality,
})

export const mergeSpecialities = endpoint({
  method: 'POST',
  path: '/specialities/:speciality_id/merge',
  summary: 'Two trades are one: people, pools and demands of the first are of the second, and its name means that one',
  door: 'staff',
  params: OfSpeciality,
  body: Type.Object({ into_speciality_id: Id }),
  reply: Speciality,
})
