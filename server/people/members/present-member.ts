import type * as contract from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { certificateFaults } from '../certificates/certificate-faults.ts'
import { together } from '#platform/together.ts'
import { awayToday } from '../absences/away-today.ts'
import { entersAbsences } from '../absences/enters-absences.ts'
import { can, rightsOfHolder } from '../rights.ts'
import { accessPolicy } from '../access/policy.ts'
import { poolsOf } from '../pools/in-force.ts'
import { viewingPolicy } from '../viewing/policy.ts'
import { rolePolicy } from '../roles/policy.ts'
import { memberPolicy } from './policy.ts'
import { findMember, type MemberRow, specialitiesOf } from './queries.ts'
import { ratesOn } from './rates.ts'

/** People as the viewer may see them: rates of those whom he leads, if he may read money (PPL-8, RGT-13). */
export async function presentMembers(ctx: Ctx, rows: MemberRow[]): Promise<contract.Member[]> {
  const ids = rows.map(({ id }) => id)
  const [known, away, absence] = await together(specialitiesOf(ctx, ids), awayToday(ctx, ids), entersAbsences(ctx))
  const trades = Map.groupBy(known, ({ member_id }) => member_id)
  const priced = can(ctx.viewer, 'money.read') ? rows.filter(({ led }) => led) : []
  const rates = await ratesOn(
    ctx,
    priced.map(({ id }) => id),
    dayIn(ctx.viewer.time_zone, ctx.now),
  )
  const pools = await poolsOf(ctx, ids)
  const faults = Map.groupBy(await certificateFaults(ctx, ids), ({ member }) => member.id)
  const faulty = (id: string, state: 'expired' | 'expiring') =>
    (faults.get(id) ?? []).filter((fault) => fault.state === state).length
  return rows.map(({ head_id, head_name, ...row }) => ({
    ...row,
    head: head_id === null || head_name === null ? null : { id: head_id, name: head_name },
    specialities: (trades.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
    pools: pools.get(row.id) ?? [],
    rate: (rates.get(row.id) as contract.Member['rate'] | undefined) ?? null,
    certificates: { expired: faulty(row.id, 'expired'), expiring: faulty(row.id, 'expiring') },
    leads_pools: row.state === 'active' && rightsOfHolder(row).includes('tasks.give'),
    away: away.get(row.id) ?? null,
    can: {
      change: memberPolicy.change(ctx.viewer, row),
      absence: absence({ ...row, head_id }),
      rate: memberPolicy.rate(ctx.viewer, row),
      link: memberPolicy.link(ctx.viewer, row),
      papers: memberPolicy.papers(ctx.viewer, row),
      leave: accessPolicy.leave(ctx.viewer, row),
      suspend: accessPolicy.suspend(ctx.viewer, row),
      resume: accessPolicy.resume(ctx.viewer, row),
      set_role: rolePolicy.give(ctx.viewer, row, rightsOfHolder(row)),
      view: viewingPolicy.look(ctx.viewer, { ...row, rights: null }),
      reset_sign_in: accessPolicy.reset_sign_in(ctx.viewer, row, rightsOfHolder(row)),
      take_back: accessPolicy.take_back(ctx.viewer, row),
    },
  }))
}

export async function presentMember(ctx: Ctx, member_id: string): Promise<contract.Member> {
  const [member] = await presentMembers(ctx, [await findMember(ctx, member_id)])
  if (!member) throw new Error('a member was found and then was not')
  return member
}
