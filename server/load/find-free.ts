import { Temporal } from 'temporal-polyfill'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/time/load.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import {
  absentAt,
  clockOf,
  type DayOfPerson,
  type GroupedPerformer,
  minuteOf,
  performersByGroup,
  type Span,
} from '#server/people/index.ts'
import { plannedBetween, type PlannedDay, tasksInLines } from '#server/tasks/index.ts'
import { mayRead } from './policy.ts'

type Asked = Input<typeof contract.findFree>
type Found = {
  person: GroupedPerformer
  busy: Piece[]
  outside: boolean
  hours: DayOfPerson
  plan: PlannedDay
  away: boolean
}
type Piece = Span & { task_id: string }
const DAY = 1440
const SHOWN = 300

/** Who is free on a day from a time to a time (LOAD-4, S24): six queries, whatever the number of people. */
export async function findFree(ctx: Ctx, asked: Asked) {
  insist(mayRead(ctx.viewer))
  const people = await performersByGroup(ctx, asked)
  const ids = people.map(({ member }) => member.id)
  const wanted = wantedOn(asked)
  const last = wanted.length > 1 ? Temporal.PlainDate.from(asked.day).add({ days: 1 }).toString() : asked.day
  const plans = await plannedBetween(ctx, { member_ids: ids, from: asked.day, to: last })
  const found = people.map((person) =>
    weigh(person, wanted, { plan: plans.of(person.member.id), hours: plans.hours(person.member.id) }),
  )
  found.sort((a, b) => rank(a) - rank(b) || a.plan.minutes - b.plan.minutes)
  const shown = found.slice(0, SHOWN)
  const { away, tasks } = await reasonsOf(ctx, shown, { day: asked.day, last, wanted })
  return {
    rows: shown.map((one) => present(one, away, tasks)),
    free: found.filter((one) => rank(one) === 0).length,
    people: found.length,
  }
}

/** The time asked for, by the days it stands on. */
function wantedOn({ from, to }: Asked): Span[] {
  const [begin, end] = [minuteOf(from), minuteOf(to)]
  if (end > begin) return [{ from: begin, to: end }]
  return end === 0
    ? [{ from: begin, to: DAY }]
    : [
        { from: begin, to: DAY },
        { from: 0, to: end },
      ]
}

type Days = { plan: readonly PlannedDay[]; hours: readonly DayOfPerson[] }
const NO_PLAN: PlannedDay = { minutes: 0, pieces: [] }
const NO_HOURS: DayOfPerson = { minutes: 0, spans: [], absence: null }

function weigh(person: GroupedPerformer, wanted: readonly Span[], { plan, hours }: Days): Found {
  const busy = wanted.flatMap((span, at) =>
    (plan[at]?.pieces ?? []).filter(({ from, to, point }) =>
      point ? from >= span.from && from < span.to : from < span.to && to > span.from,
    ),
  )
  const outside = wanted.some((span, at) => !covers(hours[at]?.spans ?? [], span))
  const away = wanted.some((_, at) => hours[at]?.absence !== null && hours[at]?.absence !== undefined)
  return { person, busy, outside, away, hours: hours[0] ?? NO_HOURS, plan: plan[0] ?? NO_PLAN }
}

/** Hours that end at midnight and begin again with it are looked at day by day, each for itself. */
const covers = (spans: readonly Span[], wanted: Span): boolean =>
  spans.some(({ from, to }) => from <= wanted.from && to >= wanted.to)

/** Free; then who has other work; then who is not there. */
const rank = ({ busy, outside }: Found): number => (outside ? 2 : 0) + (busy.length > 0 ? 1 : 0)

type Window = { day: string; last: string; wanted: readonly Span[] }
type Reasons = Awaited<ReturnType<typeof reasonsOf>>

async function reasonsOf(ctx: Ctx, shown: readonly Found[], { day, last, wanted }: Window) {
  const absent = shown.filter(({ outside, away }) => outside && away).map(({ person }) => person.member.id)
  const zone = ctx.viewer.time_zone
  const instant = (on: string, minute: number) =>
    Temporal.PlainDate.from(on).toZonedDateTime(zone).add({ minutes: minute }).toInstant().toString()
  const span = { starts_at: instant(day, wanted[0]?.from ?? 0), ends_at: instant(last, wanted.at(-1)?.to ?? DAY) }
  const away = await absentAt(ctx, absent, span)
  const ids = [...new Set(shown.flatMap(({ busy }) => busy.map(({ task_id }) => task_id)))]
  const tasks = new Map((await tasksInLines(ctx, ids)).map((task) => [task.id, task]))
  return { away, tasks }
}

function present(one: Found, away: Reasons['away'], tasks: Reasons['tasks']): contract.FreePerson {
  const { person, hours, plan } = one
  return {
    member: person.member,
    specialities: person.specialities,
    hindrances: [...absence(one, away), ...work(one, tasks)],
    spans: gaps(hours.spans, plan.pieces).map(inClocks),
    planned: plan.minutes,
    available: hours.minutes,
  }
}

/** Why he is not there: away, a day off, or other hours than these. */
function absence({ person, outside, hours }: Found, away: Reasons['away']): contract.Hindrance[] {
  if (!outside) return []
  const absent = away.get(person.member.id)
  if (absent) return [{ ...NO_WHY, code: 'away', kind: absent.kind, until: absent.to_day }]
  if (hours.spans.length === 0) return [{ ...NO_WHY, code: 'day_off' }]
  return [{ ...NO_WHY, code: 'other_hours', spans: hours.spans.map(inClocks) }]
}

const NO_WHY = { kind: null, until: null, task: null, spans: [] }

/** A task that the viewer does not see takes the time all the same. */
const NOT_SEEN = { id: null, number: 0, title: '' }

function work({ busy }: Found, tasks: Reasons['tasks']): contract.Hindrance[] {
  return busy.flatMap((piece) => {
    const { id, number, title } = tasks.get(piece.task_id) ?? NOT_SEEN
    return {
      ...NO_WHY,
      code: 'busy' as const,
      task: id === null ? null : { id, number, title },
      spans: [inClocks(piece)],
    }
  })
}

const inClocks = ({ from, to }: Span) => ({ from: clockOf(from), to: clockOf(to) })

/** When he is there and nothing is planned. */
function gaps(spans: readonly Span[], pieces: readonly Span[]): Span[] {
  return pieces.reduce<Span[]>(
    (left, piece) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, piece.from) },
          { from: Math.max(from, piece.to), to },
        ].filter((span) => span.to > span.from),
      ),
    [...spans],
  )
}
