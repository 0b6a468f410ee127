import { Type, type Static } from 'typebox'
import { Can, Day, Id, Nullable, OneOf, Text, endpoint } from '../endpoint.ts'

export const Asset = Type.Object({
  id: Id,
  site_id: Id,
  name: Type.String(),
  /** «Котёл», «Щит»: in the company's own words. */
  kind: Nullable(Type.String()),
  serial: Nullable(Type.String()),
  installed_on: Nullable(Day),
  next_service_on: Nullable(Day),
  note: Nullable(Type.String()),
  /** Of the next service: its day has passed, comes within two weeks, or neither. */
  service: Nullable(OneOf('overdue', 'soon')),
  version: Type.Integer(),
})
export type Asset = Static<typeof Asset>

const details = {
  kind: Type.Optional(Nullable(Text(100))),
  serial: Type.Optional(Nullable(Text(100))),
  installed_on: Type.Optional(Nullable(Day)),
  next_service_on: Type.Optional(Nullable(Day)),
  note: Type.Optional(Nullable(Text(2000))),
}

const OfAsset = Type.Object({ asset_id: Id })

export const listAssets = endpoint({
  method: 'GET',
  path: '/counterparties/:counterparty_id/assets',
  summary: 'Equipment at all sites of a counterparty, what is to be serviced first',
  door: 'staff',
  params: Type.Object({ counterparty_id: Id }),
  reply: Type.Object({ rows: Type.Array(Asset), kinds: Type.Array(Type.String()), can: Type.Object({ change: Can }) }),
})

export const addAsset = endpoint({
  method: 'POST',
  path: '/sites/:site_id/assets',
  summary: 'Writes down what stands at a site',
  door: 'staff',
  params: Type.Object({ site_id: Id }),
  body: Type.Object({ name: Text(200), ...details }),
  reply: Asset,
})

export const changeAsset = endpoint({
  method: 'PATCH',
  path: '/assets/:asset_id',
  summary: 'Changes equipment: what is named of it',
  door: 'staff',
  params: OfAsset,
  body: Type.Object({ name: Type.Optional(Text(200)), ...details }),
  reply: Asset,
})

export const removeAsset = endpoint({
  method: 'DELETE',
  path: '/assets/:asset_id',
  summary: 'Takes equipment off its site; it stays in the history and can come back',
  door: 'staff',
  params: OfAsset,
  reply: Asset,
})

export const restoreAsset = endpoint({
  method: 'POST',
  path: '/assets/:asset_id/restore',
  summary: 'Brings removed equipment back',
  door: 'staff',
  params: OfAsset,
  reply: Asset,
})
