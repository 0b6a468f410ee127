import type * as contract from '#contract/staffing/choosing.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { workAsked } from '#server/orders/index.ts'
import { choiceCards, type Choosable, performersToChoose } from '#server/people/index.ts'
import { findTask } from '#server/tasks/index.ts'
import { type Freedom, whoIsFree } from './freedom.ts'
import { loadOf } from './load.ts'
import { warningsOf } from './warnings.ts'

type Asked = Input<typeof contract.listCandidates>
type Time = { from: string; to: string } | null

const HOUR = 60 * 60_000
/** How long a job takes that nobody has said the end of. */
const USUAL = 2 * HOUR
/** As many as one looks through; the others are found by words and filters. */
const SHOWN = 100

/**
 * Performers to choose from (STF-1): those of the trade first, then own pool, no pool, other pools; the free ones before
 * the others, the less loaded before the more. Who is not free is shown with the reason, for the manager may know better.
 */
export async function listCandidates(ctx: Ctx, asked: Asked) {
  const work = asked.order_id || asked.demand_id ? await workAsked(ctx, asked) : NOTHING
  if (asked.task_id) await findTask(ctx, asked.task_id)
  const time = timeOf(asked, work)
  const people = await performersToChoose(ctx, {
    speciality_id: asked.speciality_id ?? work.speciality_id,
    only_trade: asked.only_trade ?? false,
    pool_id: asked.pool_id ?? null,
    words: asked.q ?? null,
    starts_at: time?.from ?? null,
  })
  const free = time ? await whoIsFree(ctx, { ...time, except_task_id: asked.task_id, people }) : null
  const ranked = people.map((one) => {
    const freedom = free?.(one.id) ?? null
    return { ...one, freedom, at: rank(one, freedom) }
  })
  const isFree = ({ freedom }: Ranked) => freedom?.state === 'free'
  const wanted = asked.only_free ? ranked.filter(isFree) : ranked
  const first = wanted.toSorted((a, b) => a.at - b.at).slice(0, SHOWN)
  return {
    rows: await rowsOf(ctx, first, { time, standing: new Set(work.standing) }),
    total: wanted.length,
    free: wanted.filter(isFree).length,
  }
}

const NOTHING = { speciality_id: null, starts_at: null, ends_at: null, standing: [] }

/** As asked; else the demand's own. Without an end it is a usual job. */
function timeOf(
  { from: begin, to: end }: Asked,
  { starts_at, ends_at }: typeof NOTHING | Awaited<ReturnType<typeof workAsked>>,
): Time {
  const from = begin ?? starts_at
  if (!from) return null
  const to = end ?? (begin ? null : ends_at)
  return { from, to: to && to > from ? to : new Date(Date.parse(from) + USUAL).toISOString() }
}

const GROUPS = { own: 0, open: 1, other: 2 }
/** The manager may know better of a busy one; of who is not there at all he seldom does. */
const LATER = { free: 0, busy: 1, off: 2, absent: 3 }
const rank = ({ of_trade, group }: Choosable, freedom: Freedom | null): number =>
  (of_trade ? 0 : 100) + GROUPS[group] * 10 + (freedom ? LATER[freedom.state] : 0)

type Ranked = Choosable & { freedom: Freedom | null; at: number }
type About = { time: Time; standing: ReadonlySet<string> }

async function rowsOf(ctx: Ctx, people: readonly Ranked[], { time, standing }: About): Promise<contract.Candidate[]> {
  const ids = people.map(({ id }) => id)
  const cards = await choiceCards(ctx, ids, time?.from ?? null)
  const at = time ? new Date(time.from) : ctx.now
  const load = await loadOf(ctx, ids, at)
  const warnings = await warningsOf(ctx, ids, at)
  const rows = people.flatMap((one): (contract.Candidate & { at: number })[] => {
    const card = cards.get(one.id)
    if (!card) return []
    const { specialities, pools, curators, asked } = card
    const { freedom } = one
    return [
      {
        member: { id: one.id, name: one.name },
        specialities,
        pools,
        of_trade: one.of_trade,
        group: one.group,
        state: freedom?.state ?? null,
        reasons: freedom?.reasons ?? [],
        warnings: warnings(one.id),
        ...load(one.id),
        assigned: standing.has(one.id),
        needs_request: one.closed ? { curators, asked } : null,
        at: one.at,
      },
    ]
  })
  return rows.toSorted((a, b) => a.at - b.at || a.week.planned - b.week.planned).map(({ at: _at, ...row }) => row)
}
