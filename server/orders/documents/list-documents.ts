import { sql } from 'kysely'
import type * as contract from '#contract/documents.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import * as documents from '#server/documents/index.ts'
import { stillOpen } from './guard.ts'
import { withOrder } from './present-documents.ts'
import { among } from '#platform/db/among.ts'

/** Issued documents, newest first, with the numbers of their orders: three queries a page. */
export async function listDocuments(ctx: Ctx, { order_id, ...filter }: Input<typeof contract.listDocuments>) {
  const { rows, next } = await documents.listDocuments(ctx, { ...filter, subject_id: order_id })
  const orders = await ordersOf(
    ctx,
    rows.map(({ subject_id }) => subject_id),
  )
  return {
    rows: rows.map((row) => {
      const order = orders.get(row.subject_id) ?? null
      return withOrder(row, order, order && stillOpen(order))
    }),
    next,
  }
}

async function ordersOf({ db, viewer }: Ctx, ids: readonly string[]) {
  const rows = await db
    .selectFrom('orders')
    .select(['id', 'phase', sql<number>`number::int`.as('number')])
    .where('company_id', '=', viewer.company_id)
    .where(among('id', [...new Set(ids)]))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
