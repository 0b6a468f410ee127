import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/time/load.ts'
import type { Ctx } from '#platform/ctx.ts'
import { lookInto } from '#server/people/index.ts'
import { figuresOf, insistOnPeriod } from './figures.ts'

/** The load of one person day by day (LOAD-9): the same figures as in the load of all. */
export async function getLoadOf(ctx: Ctx, { member_id, from, to }: Input<typeof contract.getLoadOf>) {
  insistOnPeriod({ from, to })
  const member = await lookInto(ctx, member_id)
  const person = { member, specialities: [], group: null }
  const figures = await figuresOf(ctx, [person], { from, to })
  const row = figures.row(person)
  return { days: figures.days.map(({ day, kind, holiday }) => ({ day, kind, holiday })), row }
}
