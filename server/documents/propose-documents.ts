import type * as contract from '#contract/documents.ts'
import type { Reply } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { draftOf, type Given, netOf } from './draft.ts'

/** What documents of this would say, to look over and change; `missing` names what stops the issue. */
export async function proposeDocuments(ctx: Ctx, given: Given): Promise<Reply<typeof contract.proposeDocuments>> {
  const { counted, totals, totals_in_words, seller, buyer, missing } = await draftOf(ctx, given)
  return {
    lines: counted,
    currency: given.currency,
    net: netOf(totals),
    vat: totals.vat_amount,
    total: totals.total,
    total_in_words: totals_in_words.total,
    basis: given.basis,
    seller,
    buyer,
    missing,
  }
}
