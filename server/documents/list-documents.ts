import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { fromCursor, pageOf } from '#platform/keyset.ts'
import { documentPolicy } from './policy.ts'
import { presentDocuments } from './present-document.ts'
import { visibleDocuments } from './queries.ts'

const PAGE = 50

export type DocumentFilter = {
  kind?: 'invoice' | 'act' | undefined
  counterparty_id?: string | undefined
  subject_id?: string | undefined
  after?: string | undefined
}

/** Issued documents, newest first: two queries a page. */
export async function listDocuments(ctx: Ctx, { kind, counterparty_id, subject_id, after }: DocumentFilter) {
  insist(documentPolicy.read(ctx.viewer))
  const rows = await visibleDocuments(ctx)
    .where(asked({ kind, counterparty_id, subject_id }))
    .where(after === undefined ? sql<boolean>`true` : sql<boolean>`d.id < ${fromCursor(after, 1)[0]}::uuid`)
    .orderBy('d.id', 'desc')
    .limit(PAGE + 1)
    .execute()
  const { rows: shown, next } = pageOf(rows, PAGE, ({ id }) => [id])
  return { rows: await presentDocuments(ctx, shown), next }
}

/** The columns that a filter names, each equal to what it says. */
function asked(columns: Record<string, string | undefined>) {
  const given = Object.entries(columns).filter(([, value]) => value !== undefined)
  const equal = given.map(([column, value]) => sql`${sql.ref(`d.${column}`)} = ${value}`)
  return sql<boolean>`(${sql.join([sql`true`, ...equal], sql` and `)})`
}
