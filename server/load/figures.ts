import type { LoadFilter, LoadGroup, LoadRow } from '#contract/time/load.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { together } from '#platform/together.ts'
import type { CompanyDay, GroupedPerformer } from '#server/people/index.ts'
import { actualBetween, plannedBetween } from '#server/tasks/index.ts'
import { mayRead } from './policy.ts'

const MOST_DAYS = 62
const DAY = 86_400_000

export function insistOnLoad(ctx: Ctx, period: Pick<LoadFilter, 'from' | 'to'>): void {
  insist(mayRead(ctx.viewer))
  insistOnPeriod(period)
}

export function insistOnPeriod({ from, to }: Pick<LoadFilter, 'from' | 'to'>): void {
  insist(to < from ? invalid('to', 'days.backwards') : null)
  const days = (Date.parse(to) - Date.parse(from)) / DAY + 1
  insist(days > MOST_DAYS ? invalid('to', 'load.too_long', { limit: MOST_DAYS }) : null)
}

export type Figures = { days: readonly CompanyDay[]; rows: LoadRow[] }

/** What these people have on each day of a period (LOAD-1): four queries, whatever their number. */
export async function figuresOf(
  ctx: Ctx,
  people: readonly GroupedPerformer[],
  { from, to }: Pick<LoadFilter, 'from' | 'to'>,
): Promise<Figures> {
  const asked = { member_ids: people.map(({ member }) => member.id), from, to }
  const [plans, logged] = await together(plannedBetween(ctx, asked), actualBetween(ctx, asked))
  const rows = people.map(({ member, specialities, group }): LoadRow => {
    const [plan, hours] = [plans.of(member.id), plans.hours(member.id)]
    return {
      member,
      specialities,
      group_id: group?.id ?? null,
      planned: plan.map(({ minutes }) => minutes),
      actual: [...logged.of(member.id)],
      available: hours.map(({ minutes }) => minutes),
      away: hours.flatMap(({ absence }, at) =>
        absence ? [{ at, kind: absence.kind, whole: absence.whole, absence_id: absence.id }] : [],
      ),
      points: plan.flatMap(({ pieces }, at) => (pieces.some(({ point }) => point) ? [at] : [])),
    }
  })
  return { days: plans.days, rows }
}

type Column = 'planned' | 'actual' | 'available'
type Sums = Pick<LoadGroup, 'people' | Column>

/** The columns of these rows, summed up (LOAD-2). */
function summed(rows: readonly Pick<LoadRow, Column>[], days: number): Pick<LoadRow, Column> {
  const column = (name: Column) => {
    const sums = Array.from({ length: days }, () => 0)
    for (const row of rows) for (let at = 0; at < days; at++) sums[at] = (sums[at] ?? 0) + (row[name][at] ?? 0)
    return sums
  }
  return { planned: column('planned'), actual: column('actual'), available: column('available') }
}

/** The sums of all groups together: each row was added up once already. */
export const summedUp = (groups: readonly LoadGroup[], days: number): Sums => ({
  people: groups.reduce((sum, { people }) => sum + people, 0),
  ...summed(groups, days),
})

/** Sums under each head, in the order of the rows. */
export function groupsOf(people: readonly GroupedPerformer[], { rows, days }: Figures): LoadGroup[] {
  const names = new Map(people.map(({ group }) => [group?.id ?? null, group?.name ?? null]))
  return [...Map.groupBy(rows, ({ group_id }) => group_id)].map(([id, own]) => ({
    id,
    name: names.get(id) ?? null,
    people: own.length,
    ...summed(own, days.length),
  }))
}
