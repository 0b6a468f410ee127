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

type Column = 'planned' | 'actual' | 'available'
type Columns = Pick<LoadRow, Column>
type Sums = Pick<LoadGroup, 'people'> & Columns

export type Figures = {
  days: readonly CompanyDay[]
  /** What a person has, day by day. */
  row(person: GroupedPerformer): LoadRow
  /** The columns of these people summed up (LOAD-2), without a row for each: most of many are shown by their sums alone. */
  sums(people: readonly GroupedPerformer[]): Columns
}

/** What these people have on each day of a period (LOAD-1): four queries, whatever their number. */
export async function figuresOf(
  ctx: Ctx,
  people: readonly GroupedPerformer[],
  { from, to }: Pick<LoadFilter, 'from' | 'to'>,
): Promise<Figures> {
  const asked = { member_ids: people.map(({ member }) => member.id), from, to }
  const [plans, logged] = await together(plannedBetween(ctx, asked), actualBetween(ctx, asked))
  const { days } = plans
  return {
    days,
    row({ member, specialities, group }) {
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
    },
    sums(own) {
      const sums = noColumns(days.length)
      for (const { member } of own)
        add(sums, days.length, {
          planned: plans.of(member.id),
          actual: logged.of(member.id),
          available: plans.hours(member.id),
        })
      return sums
    },
  }
}

const noColumns = (days: number): Columns => {
  const zeros = () => Array.from({ length: days }, () => 0)
  return { planned: zeros(), actual: zeros(), available: zeros() }
}

type OfOne = {
  planned: readonly { minutes: number }[]
  actual: readonly number[]
  available: readonly { minutes: number }[]
}

function add({ planned, actual, available }: Columns, days: number, of: OfOne): void {
  for (let at = 0; at < days; at++) {
    planned[at] = (planned[at] ?? 0) + (of.planned[at]?.minutes ?? 0)
    actual[at] = (actual[at] ?? 0) + (of.actual[at] ?? 0)
    available[at] = (available[at] ?? 0) + (of.available[at]?.minutes ?? 0)
  }
}

/** The sums of all groups together: each person was added up once already. */
export function summedUp(groups: readonly LoadGroup[], days: number): Sums {
  const all = noColumns(days)
  for (const name of ['planned', 'actual', 'available'] as const)
    for (const group of groups)
      for (let at = 0; at < days; at++) all[name][at] = (all[name][at] ?? 0) + (group[name][at] ?? 0)
  return { people: groups.reduce((sum, { people }) => sum + people, 0), ...all }
}

/** Sums under each head, in the order of the people. */
export const groupsOf = (people: readonly GroupedPerformer[], { sums }: Figures): LoadGroup[] =>
  [...Map.groupBy(people, ({ group }) => group?.id ?? null)].map(([id, own]) => ({
    id,
    name: own[0]?.group?.name ?? null,
    people: own.length,
    ...sums(own),
  }))
