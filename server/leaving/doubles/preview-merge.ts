import type { previewMerge as contract, MergeCard, MergePreview } from '#contract/doubles.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import {
  choicesOf,
  findCard,
  leadsCard,
  mergeRefusal,
  type TwoCards,
  waysInOf,
  whatIsTwice,
  whatMoves,
} from '#server/people/index.ts'
import { clockRuns } from '#server/tasks/index.ts'

/** What differs between two cards, what goes over and what ends (DBL-1). For those who lead both. */
export async function previewMerge(ctx: Ctx, { member_id, gone_id }: Input<typeof contract>): Promise<MergePreview> {
  const kept = await findCard(ctx, member_id)
  insist(leadsCard(ctx.viewer, kept))
  const cards = { kept, gone: await findCard(ctx, gone_id) }
  const refusal = mergeRefusal(ctx.viewer, cards)
  insist(refusal?.status === 403 ? refusal : null)
  return {
    kept: shown(cards.kept),
    gone: shown(cards.gone),
    choices: await choicesOf(ctx, cards),
    moves: await whatMoves(ctx, cards),
    ...(await partsOf(ctx, cards)),
    can: { merge: refusal },
  }
}

async function partsOf(ctx: Ctx, { kept, gone }: TwoCards) {
  const { tasks, pools, pools_end } = await whatIsTwice(ctx, { kept, gone })
  const { links } = kept.kind === 'performer' ? await waysInOf(ctx, gone) : { links: 0 }
  const clock = (await clockRuns(ctx, gone.id)) && (await clockRuns(ctx, kept.id))
  return { twice: { tasks, pools }, pools_end, links, clock }
}

const shown = ({ id, name, kind, role, state, version }: TwoCards['kept']): MergeCard => {
  return { id, name, kind, role, state, version }
}
