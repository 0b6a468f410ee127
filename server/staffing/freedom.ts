import { Temporal } from 'temporal-polyfill'
import type { Reason } from '#contract/staffing/choosing.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { absentAt, type AbsentAt, availability, clockOf, type DayOfPerson, type Span } from '#server/people/index.ts'
import { clashesOf } from '#server/tasks/index.ts'

/** Whether a person is free at a time, and if not, why. */
export type Freedom = { state: 'free' | 'busy' | 'absent' | 'off'; reasons: Reason[] }

type Time = { from: string; to: string; except_task_id: string | undefined; people: readonly { id: string }[] }

const FREE: Freedom = { state: 'free', reasons: [] }

/**
 * Who of these people is free at a time (STF-2): asked of all at once, so that thousands cost as many queries as ten.
 * Who is away is absent whatever else; then who does not work then; then who has other work. All that hinders is said, other
 * work before the day off: whoever gives work to a person on his day off has to see that he has some there already.
 */
export async function whoIsFree(
  ctx: Ctx,
  { from, to, except_task_id, people }: Time,
): Promise<(id: string) => Freedom> {
  const ids = people.map(({ id }) => id)
  const zone = ctx.viewer.time_zone
  const [first, last] = [dayIn(zone, new Date(from)), dayIn(zone, new Date(Date.parse(to) - 1))]
  const clashes = await clashesOf(ctx, { member_ids: null, starts_at: from, ends_at: to, except_task_id })
  const away = await absentAt(ctx, ids, { starts_at: from, ends_at: to })
  const hours = await availability(ctx, ids, first, last)
  const busy = Map.groupBy(clashes, ({ member }) => member.id)
  const wanted = first === last ? { from: minuteIn(zone, from), to: minuteIn(zone, to) || DAY } : null
  return (id) => {
    const tasks = (busy.get(id) ?? []).map(busyWith)
    const absent = away.get(id)
    const off = absent ? null : offHours(hours.of(id), wanted)
    const reasons = [...(absent ? [absentWith(absent)] : []), ...tasks, ...(off ? [off] : [])]
    if (reasons.length === 0) return FREE
    return { state: absent ? 'absent' : off ? 'off' : 'busy', reasons }
  }
}

const DAY = 24 * 60

/** Minutes since midnight by the clock on the wall. */
function minuteIn(zone: string, instant: string): number {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  return hour * 60 + minute
}

const NO_TASK = { task: null, starts_at: null, ends_at: null }

const absentWith = ({ kind, to_day }: AbsentAt): Reason => ({
  ...NO_TASK,
  code: 'absent.away',
  facts: { kind, day: to_day },
})

/** On a day off, or outside his hours. Work over several days has to find him on one of them at least. */
function offHours(days: readonly DayOfPerson[], wanted: Span | null): Reason | null {
  if (days.every(({ spans }) => spans.length === 0)) return { ...NO_TASK, code: 'off.day', facts: {} }
  const spans = days[0]?.spans ?? []
  if (!wanted || spans.some(({ from, to }) => from <= wanted.from && to >= wanted.to)) return null
  const hours = spans.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`).join(', ')
  return { ...NO_TASK, code: 'off.hours', facts: { hours } }
}

function busyWith({ task, starts_at, ends_at }: Awaited<ReturnType<typeof clashesOf>>[number]): Reason {
  const when = { starts_at, ends_at }
  if (!task) return { code: 'busy.other', facts: {}, task: null, ...when }
  const { id, number, title } = task
  return { code: 'busy.task', facts: { number, title }, task: { id, number, title }, ...when }
}
