import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { CertificateFault } from '#contract/certificates.ts'
import type * as contract from '#contract/history.ts'
import type { Reply } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { together } from '#platform/together.ts'
import { roundFacts } from '#server/approvals/index.ts'
import {
  absencesAsked,
  actsFor,
  certificatesWaiting,
  handledBy,
  personJson,
  requestsWaiting,
  type WaitingRequest,
} from '#server/people/index.ts'
import { failingChannels } from '#server/inbox/index.ts'
import { taskFacts, waitingFor } from '#server/tasks/index.ts'

const MOST = 100

type Row = Reply<typeof contract.getWaiting>['rows'][number]

const NO_THING = {
  order_id: null,
  order_number: null,
  task_id: null,
  pool_request_id: null,
  title: '',
  day: null,
  days: null,
  span: null,
  whose: null,
}

/**
 * What waits for the viewer (HIS-4, S11, S46), newest first: in tasks that he curates, orders that he answers for, pools that
 * he leads, his own and those of whom he substitutes; certificates of his performers, from the day on which each began to wait;
 * who asks him to be away; and channels for which he answers that fail.
 */
export async function getWaiting(ctx: Ctx): Promise<{ rows: Row[] }> {
  const [tasks, orders, requests, certificates, absences, channels] = await together(
    waitingFor(ctx, actsFor(ctx.viewer), MOST),
    decidedOrders(ctx),
    requestsWaiting(ctx, MOST),
    certificatesWaiting(ctx, MOST),
    absencesAsked(ctx),
    failingChannels(ctx),
  )
  const of = await ordersOf(
    ctx,
    tasks.map(({ task }) => task.id),
  )
  const rows = tasks.map(({ task, ...rest }): Row => {
    const order = of.get(task.id)
    return {
      ...rest,
      day: null,
      days: null,
      span: null,
      task_id: task.id,
      title: task.title,
      order_id: order?.id ?? null,
      order_number: order?.number ?? null,
      pool_request_id: null,
    }
  })
  const away = absences.map((absence): Row => ({ ...NO_THING, ...absence, kind: 'absence_asked' }))
  const failing = channels.map(({ name, at }): Row => ({
    ...NO_THING,
    kind: 'channel_failing',
    at,
    title: name,
    person: null,
    words: null,
  }))
  const all = [...rows, ...failing, ...orders, ...requests.map(asked), ...certificates.map(expiring), ...away]
  return { rows: all.toSorted((one, other) => other.at.localeCompare(one.at)).slice(0, MOST) }
}

/** Since when: the day after its last, or the thirtieth before it. */
function expiring({ kind, member, expires_on, state }: CertificateFault): Row {
  const since = Temporal.PlainDate.from(expires_on).add({ days: state === 'expired' ? 1 : -30 })
  return {
    ...NO_THING,
    kind: `certificate_${state}`,
    at: `${since.toString()}T00:00:00.000Z`,
    title: kind,
    person: member,
    day: expires_on,
    words: null,
  }
}

const asked = ({ id, at, member, asked_by, about, word, span }: WaitingRequest): Row => ({
  ...NO_THING,
  kind: 'pool_request',
  at,
  pool_request_id: id,
  span,
  title: [member.name, about].filter(Boolean).join(' · '),
  person: asked_by,
  words: word,
})

/**
 * Orders with the customer's word, or accepted by his silence: their documents and completion come next; or rejected, and
 * nobody is at work on it again. The open stages are walked by their own index, whatever the number of orders that ended.
 */
async function decidedOrders({ db, viewer }: Ctx): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select case when r.decision = 'rejected' then 'order_rejected' when r.by_silence then 'order_silent' else 'order_accepted' end as kind, r.decided_at as at,
      o.id as order_id, o.number::int as order_number, null as task_id, null as pool_request_id, o.title, null as person, r.words,
      null as day, null as days, null as span,
      case when o.responsible_id <> ${viewer.subject_id} then ${personJson(sql`o.company_id`, sql`o.responsible_id`)} end as whose
    from stages s join orders o on o.company_id = s.company_id and o.stage_id = s.id and ${handledBy(viewer, sql`o.responsible_id`)}
    cross join lateral ${roundFacts(sql`o.company_id`, sql`o.id`)} r
    where s.company_id = ${viewer.company_id} and s.phase in ('work', 'closing')
      and ((o.phase = 'closing' and r.decision = 'accepted') or (o.phase = 'work' and r.decision = 'rejected' and not exists (
        select from order_tasks ot cross join lateral ${taskFacts(sql`ot.company_id`, sql`ot.task_id`)} t
        where ot.company_id = o.company_id and ot.order_id = o.id and t.state not in ('closed', 'cancelled'))))
    order by r.decided_at desc limit ${MOST}`.execute(db)
  return rows
}

async function ordersOf({ db, viewer }: Ctx, task_ids: string[]) {
  if (task_ids.length === 0) return new Map<string, { id: string; number: number }>()
  const { rows } = await sql<{ task_id: string; id: string; number: number }>`
    select ot.task_id, o.id, o.number::int as number from order_tasks ot
    join orders o on o.company_id = ot.company_id and o.id = ot.order_id
    where ot.company_id = ${viewer.company_id} and ot.task_id = any(${task_ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ task_id, ...order }) => [task_id, order]))
}
