import type * as contract from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { can } from '../rights.ts'
import { accessPolicy } from '../access/policy.ts'
import { memberPolicy } from './policy.ts'
import { findMember, type MemberRow, ratesToday, specialitiesOf } from './queries.ts'

/** People as the viewer may see them: rates only to those who may read money (PPL-8). */
export async function presentMembers(ctx: Ctx, rows: MemberRow[]): Promise<contract.Member[]> {
  const ids = rows.map(({ id }) => id)
  const trades = Map.groupBy(await specialitiesOf(ctx, ids), ({ member_id }) => member_id)
  const rates = can(ctx.viewer.role, 'money.read') ? await ratesToday(ctx, ids) : []
  const rate = new Map(rates.map(({ member_id, ...today }) => [member_id, today]))
  return rows.map(({ head_id, head_name, ...row }) => ({
    ...row,
    head: head_id === null || head_name === null ? null : { id: head_id, name: head_name },
    specialities: (trades.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
    rate: (rate.get(row.id) as contract.Member['rate'] | undefined) ?? null,
    can: {
      change: memberPolicy.change(ctx.viewer, row),
      rate: memberPolicy.rate(ctx.viewer, row),
      link: memberPolicy.link(ctx.viewer, row),
      leave: accessPolicy.leave(ctx.viewer, row),
      suspend: accessPolicy.suspend(ctx.viewer, row),
      resume: accessPolicy.resume(ctx.viewer, row),
      take_back: accessPolicy.take_back(ctx.viewer, row),
    },
  }))
}

export async function presentMember(ctx: Ctx, member_id: string): Promise<contract.Member> {
  const [member] = await presentMembers(ctx, [await findMember(ctx, member_id)])
  if (!member) throw new Error('a member was found and then was not')
  return member
}
