import { sql } from 'kysely'
import type * as contract from '#contract/documents.ts'
import type { Ctx } from '#platform/ctx.ts'
import { among } from '#platform/db/among.ts'
import { found } from '#platform/errors.ts'
import { documentPolicy } from './policy.ts'
import type { DocumentRow } from './queries.ts'

/** A document as this context knows it: what it was made from is known by its kind and id. */
export type WholeDocument = Omit<contract.Document, 'order'> & { subject_id: string }

/** Documents with their lines: one query more, however many. */
export async function presentDocuments(ctx: Ctx, rows: readonly DocumentRow[]): Promise<WholeDocument[]> {
  const lines = await linesOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...row,
    lines: lines.filter(({ document_id }) => document_id === row.id).map(({ document_id: _, ...line }) => line),
    can: { void: documentPolicy.void(ctx.viewer, row) },
  }))
}

export async function presentDocument(ctx: Ctx, row: DocumentRow): Promise<WholeDocument> {
  const [shown] = await presentDocuments(ctx, [row])
  return found(shown, 'document')
}

async function linesOf({ db, viewer }: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('document_lines')
    .select(['document_id', 'name', 'unit', 'price', 'vat_rate', 'net', 'vat', 'total'])
    .select(sql<string>`trim_scale(quantity)::text`.as('quantity'))
    .where('company_id', '=', viewer.company_id)
    .where(among('document_id', ids))
    .orderBy('document_id')
    .orderBy('position')
    .execute()
}
