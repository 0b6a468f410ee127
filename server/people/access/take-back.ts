import { type Ctx, memberOf } from '#platform/ctx.ts'
import { tell } from '#platform/events/tell.ts'
import { freePhone } from '../members/phones.ts'
import { sameName } from '../tree/expected-heads.ts'
import { findSomeone, type Someone } from './someone.ts'

/** Takes back a performer who had left: he is to come in by a new link, and belongs to whoever takes him back. */
export async function takeBackPerformer(ctx: Ctx, { id, name, phone, version }: Someone): Promise<void> {
  if (phone) await freePhone(ctx, phone, id)
  await ctx.db
    .updateTable('members')
    .set({ state: 'invited', out_since: null, head_id: memberOf(ctx), version: version + 1 })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
  await tell(ctx, 'member.taken_back', { id }, { name })
}

/** The performer of this phone and name who has left, if there is one: added again, he is the same person. */
export async function performerWhoLeft(ctx: Ctx, called: { phone: string; name: string }): Promise<Someone | null> {
  const rows = await ctx.db
    .selectFrom('members')
    .select(['id', 'name'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('phone', '=', called.phone)
    .where('kind', '=', 'performer')
    .where('state', '=', 'left')
    .orderBy('created_at', 'desc')
    .execute()
  const same = rows.find(({ name }) => sameName(name, called.name))
  return same ? findSomeone(ctx, same.id) : null
}
