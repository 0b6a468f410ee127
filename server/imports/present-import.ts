import { sql } from 'kysely'
import type * as contract from '#contract/parties/imports.ts'
import type { Ctx } from '#platform/ctx.ts'
import { answer } from '#server/counterparties/index.ts'
import { memberNames } from '#server/people/index.ts'
import { importPolicy } from './policy.ts'
import { findImport, type ImportOf } from './queries.ts'

/** How many of the things that could not be taken back are named. */
const NAMED = 100

/** Imports as the list shows them: one query more, for who brought them. */
export async function presentImports(ctx: Ctx, rows: readonly ImportOf[]): Promise<contract.ImportRow[]> {
  const names = await memberNames(
    ctx,
    rows.map(({ created_by }) => created_by),
  )
  return rows.map(({ id, name, state, total, passed, counts, created_by, created_at, ended_at }) => {
    const by = created_by === null ? undefined : names.get(created_by)
    const who = created_by !== null && by !== undefined ? { id: created_by, name: by } : null
    return { id, name, state, total, passed, counts: whole(counts), created_by: who, created_at, ended_at }
  })
}

const whole = (counts: Partial<contract.ImportCounts>): contract.ImportCounts => ({
  new: 0,
  joined: 0,
  same: 0,
  fault: 0,
  warned: 0,
  ...counts,
})

export async function presentImport(ctx: Ctx, id: string): Promise<contract.ImportCard> {
  const row = await findImport(ctx, id)
  const [shown] = await presentImports(ctx, [row])
  if (!shown) throw new Error('an import that is there has a row')
  const undone = await undoneOf(ctx, row)
  const can = {
    check: answer(importPolicy.check(row)),
    run: answer(importPolicy.run(row)),
    stop: answer(importPolicy.stop(row)),
    undo: answer(importPolicy.undo(row)),
  }
  return { ...shown, fault: row.fault, found: row.found, settings: row.settings, ...undone, can }
}

type Kept = contract.ImportCard['kept'][number]

const NOTHING = { kept_count: 0, removed_count: 0, things_count: 0 }

async function undoneOf({ db, viewer }: Ctx, { id, state }: ImportOf) {
  if (state !== 'undone' && state !== 'undoing') return { kept: [], ...NOTHING }
  const company = sql`${viewer.company_id}::uuid`
  const { rows } = await sql<Kept>`select t.kind, t.thing_id as id, t.name, t.undone as why, t.counterparty_id
    from import_things t where t.company_id = ${company} and t.import_id = ${id} and t.undone in ('changed', 'used')
    order by t.kind, t.name limit ${NAMED}`.execute(db)
  const counted = await sql<typeof NOTHING>`
    select count(*) filter (where undone in ('changed', 'used'))::int as kept_count,
      count(*) filter (where undone = 'removed')::int as removed_count, count(*)::int as things_count
    from import_things where company_id = ${company} and import_id = ${id}`.execute(db)
  return { kept: rows, ...(counted.rows[0] ?? NOTHING) }
}
