import { sql } from 'kysely'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { tellMany } from '#platform/events/tell.ts'
import { freePhone } from '../members/phones.ts'
import { sameName } from '../tree/expected-heads.ts'
import { findSomeone, type Someone } from './someone.ts'

/** Takes back a performer who had left: he is to come in by a new link, and belongs to whoever takes him back. */
export async function takeBackPerformer(ctx: Ctx, { id, name, phone }: Someone): Promise<void> {
  if (phone) await freePhone(ctx, phone, id)
  await takeBackPerformers(ctx, [{ id, name }])
}

type Called = { phone: string; name: string }

/** The performer of this phone and name who has left, if there is one: added again, he is the same person. */
export async function performerWhoLeft(ctx: Ctx, called: Called): Promise<Someone | null> {
  const id = (await performersWhoLeft(ctx, [called])).get(called.phone)
  return id ? findSomeone(ctx, id) : null
}

/** The same of several at once: ids by phone. */
export async function performersWhoLeft(ctx: Ctx, called: readonly Called[]): Promise<Map<string, string>> {
  const names = new Map(called.map(({ phone, name }) => [phone, name]))
  const rows = await ctx.db
    .selectFrom('members')
    .select(['id', 'name', 'phone'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`phone = any(${[...names.keys()]})`)
    .where('kind', '=', 'performer')
    .where('state', '=', 'left')
    .orderBy('created_at')
    .execute()
  const same = rows.filter(({ phone, name }) => sameName(name, names.get(phone ?? '') ?? ''))
  return new Map(same.map(({ id, phone }) => [phone ?? '', id]))
}

/** Takes back several performers whose phones are held and free. */
export async function takeBackPerformers(ctx: Ctx, people: readonly { id: string; name: string }[]): Promise<void> {
  if (people.length === 0) return
  const ids = people.map(({ id }) => id)
  await ctx.db
    .updateTable('members')
    .set({ state: 'invited', out_since: null, head_id: memberOf(ctx), version: sql`version + 1` })
    .where('company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  const told = people.map(({ id, name }) => ({ subject: { id }, facts: { name } }))
  await tellMany(ctx, 'member.taken_back', told)
}
