import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { documentPolicy } from './policy.ts'
import { presentDocument, type WholeDocument } from './present-document.ts'
import { findDocument, lockDocument } from './queries.ts'

/** Marks a document as void (DOC-6): its number is never given again, its bytes stay as they were issued. */
export async function voidDocument(
  ctx: Ctx,
  { document_id, reason }: { document_id: string; reason: string },
): Promise<WholeDocument> {
  const document = await lockDocument(ctx, document_id)
  insist(documentPolicy.void(ctx.viewer, document))
  await ctx.db
    .updateTable('documents')
    .set({ state: 'void', void_reason: reason })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', document_id)
    .execute()
  const { kind, number, issued_on, subject_id } = document
  await tell(ctx, 'document.voided', { id: document_id }, { kind, number, issued_on, reason, subject_id })
  return presentDocument(ctx, await findDocument(ctx, document_id))
}
