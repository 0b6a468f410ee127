import type { Input } from '#contract/endpoint.ts'
import type { tellPartiesApart as contract } from '#contract/parties/doubles.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { counterpartyPolicy } from '../policy.ts'
import { findCard, holdCards } from './cards.ts'

/** Says that two cards are two, or takes it back (CPT-17): they are offered as doubles no more, or again. */
export async function tellApart(ctx: Ctx, { kind, card_id, other_id, apart }: Input<typeof contract>) {
  insist(card_id === other_id ? invalid('other_id', 'double.same') : null)
  await findCard(ctx, kind, card_id)
  insist(counterpartyPolicy.manage(ctx.viewer))
  const { kept, gone } = await holdCards(ctx, kind, { kept: card_id, gone: other_id })
  const [one_id = '', other = ''] = [card_id, other_id].toSorted()
  const already = await forget(ctx, { kind, one_id, other_id: other })
  const { company_id } = ctx.viewer
  if (apart)
    await ctx.db
      .insertInto('parties_apart')
      .values({ company_id, kind, one_id, other_id: other, said_by: memberOf(ctx), said_at: ctx.now })
      .execute()
  if (apart !== already)
    for (const [one, another] of [
      [kept, gone],
      [gone, kept],
    ] as const) {
      const facts = { name: one.name, other: another.name }
      await tell(ctx, apart ? `${kind}.told_apart` : `${kind}.maybe_double`, { id: one.id }, facts)
    }
  return { apart }
}

type Pair = { kind: 'counterparty' | 'contact'; one_id: string; other_id: string }

/** Whether it had been said. */
async function forget({ db, viewer }: Ctx, { kind, one_id, other_id }: Pair): Promise<boolean> {
  const said = await db
    .deleteFrom('parties_apart')
    .where('company_id', '=', viewer.company_id)
    .where('kind', '=', kind)
    .where('one_id', '=', one_id)
    .where('other_id', '=', other_id)
    .returning('one_id')
    .execute()
  return said.length > 0
}
