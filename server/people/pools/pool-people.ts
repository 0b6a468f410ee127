import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/pools.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { among } from '#platform/db/among.ts'
import { found, insist, invalid, no } from '#platform/errors.ts'
import { tell, tellMany } from '#platform/events/tell.ts'
import { membersById } from '../names.ts'
import { poolPolicy } from './policy.ts'
import { lockPool, showPool, touchPool } from './queries.ts'
import { strangersAmong } from './reach.ts'

type Named = { id: string; name: string }

/** Puts performers into a pool (POOL-5), many at once; who is there already stays. */
export async function putIntoPool(ctx: Ctx, { pool_id, member_ids }: Input<typeof contract.putIntoPool>) {
  const pool = await lockPool(ctx, pool_id)
  insist(poolPolicy.change(ctx.viewer, pool))
  await putPeople(ctx, pool, member_ids)
  return showPool(ctx, pool_id)
}

/** Takes performers out of a pool (POOL-5). The tasks that they have stay theirs. */
export async function takeOutOfPool(ctx: Ctx, { pool_id, member_ids }: Input<typeof contract.takeOutOfPool>) {
  const pool = await lockPool(ctx, pool_id)
  insist(poolPolicy.change(ctx.viewer, pool))
  const people = await performersOf(ctx, member_ids)
  const gone = await ctx.db
    .updateTable('pool_members')
    .set({ to_at: ctx.now, taken_by: memberOf(ctx) })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('pool_id', '=', pool_id)
    .where(among('member_id', member_ids))
    .where('to_at', 'is', null)
    .returning('member_id')
    .execute()
  const taken = people.filter(({ id }) => gone.some(({ member_id }) => member_id === id))
  if (taken.length > 0) {
    await tell(ctx, 'pool.people_taken', pool, { name: pool.name, ...inWords(taken) })
    await tellMany(ctx, 'member.taken_out_of_pool', eachOf(taken, pool))
  }
  await touchPool(ctx, pool_id)
  return showPool(ctx, pool_id)
}

/** Whoever calls holds the pool, or has just made it. Else a pool of one's own would open every other (POOL-8). */
export async function putPeople(ctx: Ctx, pool: Named, member_ids: readonly string[]): Promise<void> {
  const people = await performersOf(ctx, member_ids)
  const [other] = await strangersAmong(ctx, member_ids)
  insist(other ? no('pool.person_of_other', { name: other.member.name, curators: namesOf(other.curators) }) : null)
  const own = { company_id: ctx.viewer.company_id, pool_id: pool.id, from_at: ctx.now, put_by: memberOf(ctx) }
  const rows = people.map(({ id }) => ({ ...own, id: uuidv7(), member_id: id }))
  const made = await ctx.db
    .insertInto('pool_members')
    .values(rows)
    .onConflict((on) => on.columns(['company_id', 'pool_id', 'member_id']).where('to_at', 'is', null).doNothing())
    .returning('member_id')
    .execute()
  const put = people.filter(({ id }) => made.some(({ member_id }) => member_id === id))
  if (put.length === 0) return
  await tell(ctx, 'pool.people_put', pool, { name: pool.name, ...inWords(put) })
  await tellMany(ctx, 'member.put_into_pool', eachOf(put, pool))
  await touchPool(ctx, pool.id)
}

/** The performers of these ids, each once, who work here or have not come in yet. */
async function performersOf(ctx: Ctx, ids: readonly string[]): Promise<Named[]> {
  const wanted = [...new Set(ids)]
  const known = await membersById(ctx, wanted)
  return wanted.map((id) => {
    const { name, kind, state } = found(known.get(id), 'member')
    insist(kind === 'performer' && state !== 'left' ? null : invalid('member_ids', 'pool.not_performer', { name }))
    return { id, name }
  })
}

const namesOf = (people: readonly Named[]) => people.map(({ name }) => name).join(', ')
const inWords = (people: readonly Named[]) => ({ people: people.length, names: namesOf(people) })
const eachOf = (people: readonly Named[], pool: Named) =>
  people.map((who) => ({ subject: who, facts: { name: who.name, pool: pool.name } }))
