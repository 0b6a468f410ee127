import { type SqlBool, sql } from 'kysely'
import type * as contract from '#contract/parties/imports.ts'
import type { Input, Reply } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { importPolicy } from './policy.ts'
import { presentImport, presentImports } from './present-import.ts'
import { findImport, visibleImports } from './queries.ts'

const PAGE = 50

/** The company's imports, the latest first. */
export async function listImports(ctx: Ctx, { after }: Input<typeof contract.listImports>) {
  insist(importPolicy.use(ctx.viewer))
  let query = visibleImports(ctx)
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(PAGE + 1)
  if (after !== undefined) {
    const [at, id] = fromCursor(after, 2)
    query = query.where(sql<SqlBool>`(i.created_at, i.id) < (${String(at)}::timestamptz, ${String(id)}::uuid)`)
  }
  const { rows, next } = pageOf(await query.execute(), PAGE, ({ created_at, id }) => [created_at, id])
  return { rows: await presentImports(ctx, rows), next }
}

export async function getImport(ctx: Ctx, { import_id }: Input<typeof contract.getImport>) {
  const { id } = await findImport(ctx, import_id)
  insist(importPolicy.use(ctx.viewer))
  return presentImport(ctx, id)
}

type Row = Reply<typeof contract.listImportRows>['rows'][number]

/** Rows of the file with what comes of them; those with something to say of one kind, if asked so (IMP-6). */
export async function listImportRows(ctx: Ctx, { import_id, of, after }: Input<typeof contract.listImportRows>) {
  await findImport(ctx, import_id)
  insist(importPolicy.use(ctx.viewer))
  const from = after === undefined ? 0 : Number(fromCursor(after, 1)[0])
  const rows = await rowsOf(ctx, import_id, { of, from, limit: PAGE + 1 })
  return pageOf(rows, PAGE, ({ at }) => [at])
}

type Asked = { of: 'problems' | Input<typeof contract.listImportRows>['of']; from: number; limit: number }

export async function rowsOf({ db, viewer }: Ctx, import_id: string, { of, from, limit }: Asked): Promise<Row[]> {
  const kind = {
    problems: sql`faults is not null`,
    warned: sql`faults is not null and outcome <> 'fault'`,
    all: sql`true`,
  }[of === 'problems' || of === 'warned' ? of : 'all']
  const outcome = of === undefined || of === 'problems' || of === 'warned' ? sql`true` : sql`outcome = ${of}`
  const { rows } = await sql<Row>`select at, cells, outcome, coalesce(faults, '[]') as faults, counterparty_id
    from import_rows where company_id = ${viewer.company_id} and import_id = ${import_id} and at > ${from}
      and ${kind} and ${outcome} order by at limit ${limit}`.execute(db)
  return rows
}
