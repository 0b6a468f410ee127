import { uuidv7 } from 'uuidv7'
import type { tellApart as contract } from '#contract/doubles.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { findCard, holdCards, type TwoCards } from './card.ts'
import { leadsCard } from './policy.ts'

/** Says that two cards are two people, or takes it back (DBL-8): they are offered as doubles no more, or again. */
export async function tellApart(ctx: Ctx, { member_id, other_id, apart }: Input<typeof contract>) {
  insist(member_id === other_id ? invalid('other_id', 'double.same') : null)
  insist(leadsCard(ctx.viewer, await findCard(ctx, member_id)))
  const cards = await holdCards(ctx, member_id, other_id)
  insist(leadsCard(ctx.viewer, cards.gone))
  const already = await forget(ctx, cards)
  if (apart) await write(ctx, cards)
  if (apart !== already)
    for (const [one, other] of [
      [cards.kept, cards.gone],
      [cards.gone, cards.kept],
    ] as const)
      await tell(ctx, apart ? 'member.told_apart' : 'member.maybe_double', one, { name: one.name, other: other.name })
  return { apart }
}

/** Whether it had been said. */
async function forget({ db, viewer }: Ctx, { kept, gone }: TwoCards): Promise<boolean> {
  const ids = [kept.id, gone.id]
  const said = await db
    .deleteFrom('told_apart')
    .where('company_id', '=', viewer.company_id)
    .where('one_id', 'in', ids)
    .where('other_id', 'in', ids)
    .returning('id')
    .execute()
  return said.length > 0
}

const write = (ctx: Ctx, { kept, gone }: TwoCards) =>
  ctx.db
    .insertInto('told_apart')
    .values({
      company_id: ctx.viewer.company_id,
      id: uuidv7(),
      one_id: kept.id,
      other_id: gone.id,
      said_by: memberOf(ctx),
      said_at: ctx.now,
    })
    .execute()
