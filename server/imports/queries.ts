import { sql } from 'kysely'
import type { Found, ImportCounts, ImportSettings } from '#contract/parties/imports.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'

type Fault = { code: string; facts: Record<string, unknown> }
/** How far the present work has come. */
type Reached = { at?: number; kind?: string; id?: string; attempt?: string }

/** The company's imports: every read of them starts here. */
export function visibleImports({ db, viewer }: Ctx) {
  return db
    .selectFrom('imports as i')
    .where('i.company_id', '=', viewer.company_id)
    .select(['i.id', 'i.file_id', 'i.name', 'i.state', 'i.round', 'i.total', 'i.passed'])
    .select(['i.created_by', 'i.created_at', 'i.ended_at', 'i.tidied_at'])
    .select(sql<Found | null>`i.found`.as('found'))
    .select(sql<ImportSettings>`i.settings`.as('settings'))
    .select(sql<Fault | null>`i.fault`.as('fault'))
    .select(sql<Partial<ImportCounts>>`i.counts`.as('counts'))
    .select(sql<Reached>`i.reached`.as('reached'))
}

export async function findImport(ctx: Ctx, id: string) {
  return found(await visibleImports(ctx).where('i.id', '=', id).executeTakeFirst(), 'import')
}

/** One import, held until the transaction ends. */
export async function lockImport(ctx: Ctx, id: string) {
  await ctx.db
    .selectFrom('imports')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
  return findImport(ctx, id)
}

export type ImportOf = Awaited<ReturnType<typeof findImport>>

type Change = {
  state?: ImportOf['state']
  round?: number
  total?: number
  passed?: number
  found?: Found | null
  settings?: ImportSettings
  fault?: Fault | null
  counts?: Partial<ImportCounts>
  reached?: Reached
  ended_at?: Date | null
}

export async function changeImport(ctx: Ctx, id: string, change: Change): Promise<void> {
  await ctx.db
    .updateTable('imports')
    .set(change as never)
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
}
