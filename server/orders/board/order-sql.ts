import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { isoText } from '#platform/db/json-time.ts'
import { roundFacts } from '#server/approvals/index.ts'
import { counterpartyJson, siteAddress } from '#server/counterparties/index.ts'
import { documentMarks } from '#server/documents/index.ts'
import { personJson, specialityJson } from '#server/people/index.ts'
import { minutesOn, peopleOn, taskFacts } from '#server/tasks/index.ts'

type Part = RawBuilder<unknown>

/**
 * One row of the list, the board and the head of the card, all from one statement: `o` is the order's row.
 * What other contexts know of it stands here in their own words, so that a page is one query.
 */
const company = sql`o.company_id`
export const taskIds = sql`(select ot.task_id from order_tasks ot where ot.company_id = o.company_id and ot.order_id = o.id)`

/** How many people stand on the tasks of a demand `d`. */
export const filledOf = peopleOn(
  sql`d.company_id`,
  sql`(select ot.task_id from order_tasks ot
    where ot.company_id = d.company_id and ot.order_id = d.order_id and ot.demand_id = d.id)`,
)

/** Tasks summed up: how many, how many closed, what waits in them and since when. */
const work = sql`left join lateral (
  select count(*) filter (where t.state <> 'cancelled')::int as total,
    count(*) filter (where t.state = 'closed')::int as closed,
    count(*) filter (where t.state not in ('closed', 'cancelled'))::int as open,
    coalesce(sum(t.open_questions), 0)::int as questions,
    min(t.question_since) as question_since, max(t.touched_at) as touched_at,
    min(t.starts_at) filter (where t.unaccepted) as unaccepted_start,
    min(t.created_at) filter (where t.unaccepted) as unaccepted_since
  from order_tasks ot cross join lateral ${taskFacts(sql`ot.company_id`, sql`ot.task_id`)} t
  where ot.company_id = o.company_id and ot.order_id = o.id) w on true`

/**
 * Who is needed, with how many stand there already. Counted in a join of its own: as a plain expression it would be
 * counted anew for every place that names it.
 */
const needed = sql`left join lateral (
  select jsonb_agg(jsonb_build_object('speciality', k.trade->>'name', 'people', d.people, 'filled', f.filled) order by d.id) as list,
    sum(d.people) filter (where f.filled < d.people)::int as short_people,
    sum(f.filled) filter (where f.filled < d.people)::int as short_filled,
    min(k.trade->>'name') filter (where f.filled < d.people) as short_name,
    min(d.starts_at) filter (where f.filled < d.people) as short_start
  from demands d
  cross join lateral (select ${filledOf} as filled offset 0) f
  cross join lateral (select ${specialityJson(sql`d.company_id`, sql`d.speciality_id`)} as trade offset 0) k
  where d.company_id = o.company_id and d.order_id = o.id) n on true`

const rounds = sql`left join lateral ${roundFacts(company, sql`o.id`)} r on true`

/** What a warning is made of; joined before `warningOf` may be asked. */
export const facts = sql`${work} ${needed} ${rounds}`

/**
 * The worst trouble of an order (ORD-9, S11), or null. Here and nowhere else: the filter «требуют внимания», the
 * list and the card all ask this.
 */
export function warningOf({ now }: Pick<Ctx, 'now'>): Part {
  const soon = new Date(now.getTime() + DAY)
  const trouble = (code: string, since: Part, named: Part) =>
    sql`jsonb_build_object('code', ${sql.lit(code)}, 'since', ${since}, 'facts', ${named})`
  const underway = sql`o.phase in ('new', 'agreement', 'work')`
  return sql`case when o.phase in ('done', 'cancelled') then null
    when ${underway} and o.due_at < ${now}
      then ${trouble('order.overdue', isoText(sql`o.due_at`), sql`jsonb_build_object()`)}
    when o.phase = 'work' and r.decision = 'rejected' and w.open = 0 and coalesce(w.touched_at < r.decided_at, true)
      then ${trouble('order.rejected', isoText(sql`r.decided_at`), sql`jsonb_build_object('reason', r.reason, 'words', r.words)`)}
    when w.questions > 0
      then ${trouble('order.question_waits', isoText(sql`w.question_since`), sql`jsonb_build_object('count', w.questions)`)}
    when ${underway} and n.short_people is not null and (o.phase = 'work' or n.short_start < ${soon})
      then ${trouble('order.demand_unfilled', isoText(sql`n.short_start`), sql`jsonb_build_object('speciality', n.short_name, 'people', n.short_people, 'filled', n.short_filled)`)}
    when w.unaccepted_start < ${soon} and (w.unaccepted_since < ${new Date(now.getTime() - PATIENCE)} or w.unaccepted_start < ${new Date(now.getTime() + PATIENCE)})
      then ${trouble('order.task_not_accepted', isoText(sql`w.unaccepted_since`), sql`jsonb_build_object('starts_at', ${isoText(sql`w.unaccepted_start`)})`)}
    when ${underway} and o.due_at < ${soon}
      then ${trouble('order.due_soon', sql`null::text`, sql`jsonb_build_object('due_at', ${isoText(sql`o.due_at`)})`)}
  end`
}

const DAY = 24 * 60 * 60_000
/** How long a performer may take to answer before it is worth a warning. */
const PATIENCE = 60 * 60_000

/**
 * The agreed sum: fixed, or the hours so far by the price of an hour, rounded half up to the kopeck as
 * `roundHalfUp` does it (a test compares them). `a` is the price that holds; who reads no money sees none.
 */
export const amount = sql`(case a.price_model when 'fixed' then a.price
  when 'hourly' then (2 * ${minutesOn(company, taskIds)} * a.price + 60) / 120 end)::bigint`

export const agreed = sql`left join agreement_prices a on a.company_id = o.company_id and a.agreement_id = o.agreement_id`

/** What the columns are made of, and the marks of its documents. */
type Sources = { joins: Part; documents: Part }
const standing: Sources = { joins: sql`${agreed} ${facts}`, documents: documentMarks(company, sql`o.id`) }

/**
 * Of an order that was made in this very transaction: it has no terms, tasks, rounds or documents, and they are not
 * looked for. Making an order takes half as long.
 */
export const NEWBORN: Sources = {
  joins: sql`cross join (select null::price_model as price_model, null::bigint as price, null::text as currency) a
    cross join (select 0 as total, 0 as closed, 0 as open, 0 as questions, null::timestamptz as question_since,
      null::timestamptz as touched_at, null::timestamptz as unaccepted_start, null::timestamptz as unaccepted_since) w
    ${needed}
    cross join (select 0 as rounds, null::round_decision as decision, null::timestamptz as decided_at,
      null::rejection_reason as reason, null::text as words) r`,
  documents: sql`'[]'::jsonb`,
}

type Rows = { ctx: Ctx; from: Part; more?: Part; sources?: Sources }

/** The columns of an OrderRow, in the spelling of the contract; `from` is to name `o` and nothing else. */
export function orderRows({ ctx, from, more = sql``, sources: { joins, documents } = standing }: Rows): Part {
  return sql`select o.id, o.number::int as number, o.title, o.phase,
      (select jsonb_build_object('id', s.id, 'name', s.name) from stages s where s.company_id = o.company_id and s.id = o.stage_id) as stage,
      ${counterpartyJson(company, sql`o.counterparty_id`)} as counterparty,
      coalesce(${siteAddress(company, sql`o.site_id`)}, o.address) as address,
      ${personJson(company, sql`o.responsible_id`)} as responsible,
      o.urgent, o.due_at, ${amount}::text as amount, coalesce(a.currency, ${ctx.viewer.currency}) as currency,
      coalesce(n.list, '[]') as demands, w.closed as tasks_closed, w.total as tasks_total,
      w.questions as open_questions, r.rounds, ${documents} as documents,
      ${warningOf(ctx)} as warning, o.phase_since, o.created_at, o.version, o.stage_id ${more}
    from ${from} ${joins}`
}
