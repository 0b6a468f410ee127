import type * as contract from '#contract/portal.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import { insist, invalid } from '#platform/errors.ts'
import type { Photo } from '#server/approvals/index.ts'
import { filesById, insistOwnFiles } from '#server/files/index.ts'
import { decideAsCustomer } from '#server/orders/index.ts'
import { orderOf, showPurchase } from './show-purchase.ts'

/** The customer accepts the work: his own recorded act, with time and name (PRT-4, S51, S55). */
export async function acceptWork(ctx: Ctx, { round_id, words }: Input<typeof contract.acceptWork>) {
  await decideAsCustomer(ctx, { order_id: orderOf(ctx.viewer), round_id, decision: 'accepted', words })
  return showPurchase(ctx)
}

/** The customer rejects the work, with a reason, words and photos of his own (PRT-4, S52, S53). */
export async function rejectWork(ctx: Ctx, given: Input<typeof contract.rejectWork>) {
  const { round_id, reason, words, photo_ids = [] } = given
  const photos = await photosOf(ctx, photo_ids)
  await decideAsCustomer(ctx, { order_id: orderOf(ctx.viewer), round_id, decision: 'rejected', reason, words, photos })
  return showPurchase(ctx)
}

/** In the order in which he took them; each his own, and a picture. */
async function photosOf(ctx: Ctx, photo_ids: readonly string[]): Promise<Photo[]> {
  await insistOwnFiles(ctx, photo_ids)
  const files = await elevated(ctx, (inside) => filesById(inside, photo_ids))
  const photos = [...new Set(photo_ids)].flatMap((id) => files.get(id) ?? [])
  const pictures = photos.every(({ mime }) => mime.startsWith('image/'))
  insist(pictures ? null : invalid('photo_ids', 'portal.photo_no_picture'))
  return photos.map(({ id, created_at }) => ({ file_id: id, stage: 'other', taken_at: created_at }))
}
