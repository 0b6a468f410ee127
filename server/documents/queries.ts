import { sql } from 'kysely'
import type { Static } from 'typebox'
import type * as contract from '#contract/documents.ts'
import type { Order } from '#contract/orders.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { counterpartyJson } from '#server/counterparties/index.ts'
import { personJson } from '#server/people/index.ts'

/** The company's documents: every read of them starts here. Customers see their own, performers none. */
export function visibleDocuments({ db, viewer }: Ctx) {
  return db
    .selectFrom('documents as d')
    .where('d.company_id', '=', viewer.company_id)
    .select(['d.id', 'd.kind', 'd.issued_on', 'd.state', 'd.void_reason', 'd.subject_id', 'd.basis'])
    .select(['d.net', 'd.vat', 'd.total', 'd.file_id', 'd.created_at'])
    .select([
      sql<string>`d.number::text`.as('number'),
      sql<contract.Document['currency']>`d.currency`.as('currency'),
      sql<contract.Document['counterparty']>`${counterpartyJson(sql`d.company_id`, sql`d.counterparty_id`)}`.as(
        'counterparty',
      ),
      personJson(sql`d.company_id`, sql`d.issued_by`).as('issued_by'),
    ])
}

export async function findDocument(ctx: Ctx, document_id: string) {
  return found(await visibleDocuments(ctx).where('d.id', '=', document_id).executeTakeFirst(), 'document')
}
export type DocumentRow = Awaited<ReturnType<typeof findDocument>>

/** One visible document, held until the transaction ends; read by a second statement, as it is after the wait. */
export async function lockDocument(ctx: Ctx, document_id: string): Promise<DocumentRow> {
  await ctx.db
    .selectFrom('documents')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', document_id)
    .forNoKeyUpdate()
    .execute()
  return findDocument(ctx, document_id)
}

/** An issued document in a line, as the thing that it was made from shows it. */
export type IssuedDocument = Static<typeof Order>['documents'][number]

/** Documents that were made from a thing, in the order of their issue; void ones among them. */
export async function documentsOf(ctx: Ctx, subject_kind: string, subject_id: string): Promise<IssuedDocument[]> {
  const rows = await ctx.db
    .selectFrom('documents')
    .select(['id', 'kind', 'number', 'issued_on', 'total', 'currency', 'state', 'file_id'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('subject_kind', '=', subject_kind)
    .where('subject_id', '=', subject_id)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    number: String(row.number),
    currency: row.currency as IssuedDocument['currency'],
  }))
}

/** Whether an act that stands was issued for a thing: what completing an order asks. */
export async function hasAct(ctx: Ctx, subject_kind: string, subject_id: string): Promise<boolean> {
  const all = await documentsOf(ctx, subject_kind, subject_id)
  return all.some(isStandingAct)
}

export const isStandingAct = ({ kind, state }: Pick<IssuedDocument, 'kind' | 'state'>): boolean =>
  kind === 'act' && state === 'issued'
