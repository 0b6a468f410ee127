import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { memberNames } from '../names.ts'
import { todayOf } from './in-force.ts'
import { poolPolicy } from './policy.ts'
import { findPool, lockPool, touchPool } from './queries.ts'
import { curatorNames, endTerms, insertTerms, termsOf } from './set-curators.ts'

export type Handing = { pool: { id: string; name: string }; from: Person; to: Person }
type Named = { pool_id: string; from_member_id: string; to_member_id: string }

/**
 * What is to be handed over, by whom and to whom, if it may be (POOL-14). `hold` holds the pool until the transaction
 * ends, for who goes on to do it.
 */
export async function handingOf(ctx: Ctx, named: Named, { hold }: { hold: boolean }): Promise<Handing> {
  const { pool_id, from_member_id, to_member_id } = named
  const pool = await (hold ? lockPool : findPool)(ctx, pool_id)
  insist(poolPolicy.curate(ctx.viewer, pool))
  const heirs = await curatorNames(ctx, [to_member_id], 'to_member_id')
  insist(from_member_id === to_member_id ? invalid('to_member_id', 'pool.same_person') : null)
  const name = (await memberNames(ctx, [from_member_id])).get(from_member_id) ?? ''
  const led = await everLed(ctx, pool_id, from_member_id)
  insist(led ? null : invalid('from_member_id', 'pool.never_led', { name, pool: pool.name }))
  return {
    pool: { id: pool.id, name: pool.name },
    from: { id: from_member_id, name },
    to: { id: to_member_id, name: heirs.get(to_member_id) ?? '' },
  }
}

/** Also one whose days are over: the tasks may still be his. */
async function everLed({ db, viewer }: Ctx, pool_id: string, member_id: string): Promise<boolean> {
  const term = await db
    .selectFrom('pool_curators')
    .select('id')
    .where('company_id', '=', viewer.company_id)
    .where('pool_id', '=', pool_id)
    .where('member_id', '=', member_id)
    .executeTakeFirst()
  return term !== undefined
}

/** The one leads the pool no more, the other curates it from today on. Whoever calls holds the pool. */
export async function handCuratorship(ctx: Ctx, { pool, from, to }: Handing, tasks: number): Promise<void> {
  const today = todayOf(ctx)
  const terms = await termsOf(ctx, pool.id)
  const stands = terms.some(
    (term) => term.member_id === to.id && !term.deputy && term.from_day <= today && term.to_day === null,
  )
  // A term of his that would overlap is taken up by the one that has no end.
  const gone = terms.filter(
    ({ member_id, deputy }) => member_id === from.id || (member_id === to.id && !stands && !deputy),
  )
  await endTerms(
    ctx,
    gone.map(({ id }) => id),
  )
  if (!stands) await insertTerms(ctx, pool.id, [{ member_id: to.id, deputy: false, from_day: today, to_day: null }])
  await touchPool(ctx, pool.id)
  await tell(ctx, 'pool.handed_over', pool, { name: pool.name, from: from.name, to: to.name, tasks })
}
