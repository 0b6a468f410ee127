import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Thing } from './incoming.ts'
import { later } from './put.ts'

export type Kind = Thing['kind']
export type Undone = {
  id: string
  name: string
  counterparty_id: string | null
  what: 'removed' | 'restored' | 'changed' | 'used'
}

type Row = { id: string; name: string; counterparty_id: string | null; version: number }

/**
 * Takes back things of one kind that an import made or changed: what nobody has changed since is as it was before, and
 * what the import made goes, unless something names it. Sites go first, then contacts, then counterparties, and then
 * `writeWords` of those counterparties that are left: once, not after each kind.
 */
export async function takeBack(ctx: Ctx, kind: Kind, things: readonly Thing[]): Promise<Undone[]> {
  await later(ctx, 'later')
  const rows = new Map((await heldRows(ctx, kind, things)).map((row) => [row.id, row]))
  const untouched = things.filter(({ id, version }) => rows.get(id)?.version === version)
  const made = untouched.filter((thing) => thing.made).map(({ id }) => id)
  const removed = new Set(await remove(ctx, kind, made))
  const restored = untouched.filter((thing) => !thing.made)
  await restore(ctx, kind, restored)
  await later(ctx, '')
  const put = new Set(restored.map(({ id }) => id))
  return things.map(({ id, made: own }) => {
    const { name = '', counterparty_id = null } = rows.get(id) ?? {}
    const of = (what: Undone['what']): Undone => ({ id, name, counterparty_id, what })
    // Somebody has removed it before: that is what was wanted.
    if (!rows.has(id) || removed.has(id)) return of('removed')
    if (put.has(id)) return of('restored')
    return of(own && made.includes(id) ? 'used' : 'changed')
  })
}

const TABLES = { counterparty: 'counterparties', contact: 'contacts', site: 'sites' } as const
const table = (kind: Kind): RawBuilder<unknown> => sql.table(TABLES[kind])

/** Held until the transaction ends: nobody begins to use one meanwhile. */
async function heldRows({ db, viewer }: Ctx, kind: Kind, things: readonly Thing[]): Promise<Row[]> {
  const ids = things.map(({ id }) => id)
  const name = kind === 'site' ? sql`address` : sql`name`
  const at = kind === 'counterparty' ? sql`id` : sql`counterparty_id`
  const { rows } = await sql<Row>`select id, ${name} as name, ${at} as counterparty_id, version from ${table(kind)}
    where company_id = ${viewer.company_id} and id = any(${ids}::uuid[]) order by id for update`.execute(db)
  return rows
}

/** Two statements on purpose: within one, a plan of yesterday may ask anew of every row who names it. */
async function remove({ db, viewer }: Ctx, kind: Kind, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ free: string[] }>`select array(select unnamed_rows(
    ${TABLES[kind]}::text::regclass, ${viewer.company_id}::uuid, ${ids}::uuid[])) as free`.execute(db)
  const free = rows[0]?.free ?? []
  await sql`delete from ${table(kind)} where company_id = ${viewer.company_id} and id = any(${free}::uuid[])`.execute(
    db,
  )
  return free
}

async function restore(ctx: Ctx, kind: Kind, things: readonly Thing[]): Promise<void> {
  const changed = things.map(({ id, before }) => ({ id, ...before }))
  if (changed.length === 0) return
  if (kind === 'counterparty') await restoreFirms(ctx, changed)
  else if (kind === 'contact') await restorePeople(ctx, changed)
}

/** Fields that were not changed are not named in `before`, and stay. */
async function restoreFirms({ db, viewer }: Ctx, things: readonly object[]): Promise<void> {
  await sql`update counterparties c set
      name = case when r ? 'name' then r ->> 'name' else c.name end,
      note = case when r ? 'note' then r ->> 'note' else c.note end,
      tax_number = case when r ? 'tax_number' then r ->> 'tax_number' else c.tax_number end,
      requisites = case when r ? 'requisites' then r -> 'requisites' else c.requisites end,
      is_customer = case when r ? 'is_customer' then (r -> 'is_customer')::boolean else c.is_customer end,
      is_supplier = case when r ? 'is_supplier' then (r -> 'is_supplier')::boolean else c.is_supplier end,
      version = c.version + 1
    from jsonb_array_elements(${{ rows: things }}::jsonb -> 'rows') r
    where c.company_id = ${viewer.company_id} and c.id = (r ->> 'id')::uuid`.execute(db)
}

async function restorePeople({ db, viewer }: Ctx, things: readonly object[]): Promise<void> {
  await sql`delete from contact_identities i
    using jsonb_array_elements(${{ rows: things }}::jsonb -> 'rows') r, jsonb_array_elements(coalesce(r -> 'reaches', '[]')) way
    where i.company_id = ${viewer.company_id} and i.contact_id = (r ->> 'id')::uuid
      and i.kind = (way ->> 'kind')::identity_kind and i.value = way ->> 'value'`.execute(db)
  await sql`update contacts k set
      counterparty_id = case when r ? 'counterparty_id' then (r ->> 'counterparty_id')::uuid else k.counterparty_id end,
      name = case when r ? 'name' then r ->> 'name' else k.name end,
      position = case when r ? 'position' then r ->> 'position' else k.position end,
      version = k.version + 1
    from jsonb_array_elements(${{ rows: things }}::jsonb -> 'rows') r
    where k.company_id = ${viewer.company_id} and k.id = (r ->> 'id')::uuid`.execute(db)
}
