import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { MergeField } from '#contract/doubles.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { elevated } from '#platform/db/transaction.ts'
import { insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { endAccess, giveKeys, giveLinks, giveSessions } from '#server/identity/index.ts'
import { worksElsewhere } from '../entering.ts'
import { addRates, ratesOn } from '../members/rates.ts'
import { closeWords } from '../tree/declarations.ts'
import { endPlacement, handReports, place } from '../tree/place.ts'
import { findStaff } from '../tree/queries.ts'
import { reconcile } from '../tree/reconcile.ts'
import { asksWaitingFor } from '../access/held-people.ts'
import type { Card, TwoCards } from './card.ts'
import type { FieldOfCards } from './choices.ts'
import { settleAbsences } from './settle-absences.ts'

type Joining = TwoCards & { choices: readonly FieldOfCards[]; from_gone: ReadonlySet<MergeField>; at: Date }

/**
 * Makes one card of two (DBL-3): all that named the one names the other. Whoever calls holds the tree, both cards and
 * what they hold, and has stopped a second clock.
 */
export async function joinCards(ctx: Ctx, joining: Joining): Promise<void> {
  const { kept, gone, at } = joining
  for (const { gone: said } of taken(joining)) insist(said?.refused)
  const head_id = headOf(joining)
  const rates = await ratesOn(ctx, [kept.id, gone.id], today(ctx))
  await settleSchedules(ctx, joining)
  const forms = await formOf(ctx, joining)
  if (kept.kind === 'staff') await joinInTree(ctx, { ...joining, head_id })
  const account = await joinAccess(ctx, joining)
  await giveUp(ctx, gone)
  await ctx.db
    .updateTable('members')
    .set({ ...account, ...plainOf(joining), ...(kept.kind === 'performer' && { head_id }), version: sql`version + 1` })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', kept.id)
    .execute()
  await carry(ctx, joining, memberOf(ctx))
  await markMerged(ctx, joining)
  await holdRate(ctx, joining, rates.get(side(joining, 'rate') === 'gone' ? gone.id : kept.id))
  await holdForm(ctx, joining, forms)
  for (const { id } of kept.kind === 'staff' ? await asksWaitingFor(ctx, kept.id) : [])
    await reconcile(ctx, await findStaff(ctx, id), at)
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(null))
  await tellBoth(ctx, joining)
}

type Named = { kept: Pick<Card, 'id' | 'name'>; gone: Pick<Card, 'id' | 'name'> }

/** What has come to the card that was given up in a request that was on its way. */
export async function carryOver(ctx: Ctx, { kept, gone }: Named): Promise<void> {
  await carry(ctx, { kept, gone }, kept.id)
}

/** All that names the one card names the other from now on; what may stand once only is joined before. */
async function carry(ctx: Ctx, { kept, gone }: Named, by_whom: string): Promise<void> {
  await elevated(ctx, ({ db }) => sql`call join_doubles(${kept.id}, ${gone.id}, ${by_whom}, ${ctx.now})`.execute(db))
  await settleAbsences(ctx, { kept, gone })
  await elevated(ctx, ({ db }) => sql`call carry_over(${kept.id}, ${gone.id})`.execute(db))
}

const today = (ctx: Ctx) => dayIn(ctx.viewer.time_zone, ctx.now)

/** Fields that come from the card that is given up: chosen, or said by it alone. */
const taken = (joining: Joining) => joining.choices.filter(({ field }) => side(joining, field) === 'gone')

function side({ choices, from_gone }: Joining, field: MergeField): 'kept' | 'gone' {
  const choice = choices.find((one) => one.field === field)
  if (!choice?.gone) return 'kept'
  return !choice.kept || from_gone.has(field) ? 'gone' : 'kept'
}

function plainOf(joining: Joining) {
  const { kept, gone } = joining
  const of = (field: 'name' | 'phone' | 'position') => (side(joining, field) === 'gone' ? gone : kept)[field]
  return { name: of('name') ?? kept.name, phone: of('phone'), position: of('position') }
}

function headOf(joining: Joining): string | null {
  const { kept, gone, choices } = joining
  const chosen = side(joining, 'head')
  const said = choices.find(({ field }) => field === 'head')?.[chosen]
  if (said?.refused) insist(said.refused)
  return said ? (chosen === 'gone' ? gone : kept).head_id : kept.head_id
}

/** One place in the tree, and below it those of both. The one goes first under the chosen head: it may stand below the other. */
async function joinInTree(ctx: Ctx, { kept, gone, head_id, at }: Joining & { head_id: string | null }): Promise<void> {
  if (head_id !== kept.head_id && head_id !== null) await place(ctx, { member_id: kept.id, head_id, at })
  if (gone.kind !== 'staff') return
  await handReports(ctx, gone.id, { to: kept.id, at })
  await endPlacement(ctx, gone.id, at)
  await closeWords(ctx, gone.id)
  await closeWords(ctx, kept.id)
}

/** By what he gets in from now on: by the account that was chosen; performers by the links of both, and where they are in already. */
async function joinAccess(ctx: Ctx, joining: Joining) {
  const { kept, gone } = joining
  const takes =
    gone.user_id !== null && gone.kind === kept.kind && (kept.user_id === null || side(joining, 'account') === 'gone')
  if (kept.kind === 'performer') {
    await giveLinks(ctx, { from: gone.id, to: kept.id })
    if (gone.user_id && kept.user_id) await giveSessions(ctx, { from: gone.user_id, to: kept.user_id })
  } else {
    await shut(ctx, takes ? kept : gone)
    if (takes) await giveKeys(ctx, { from: gone.id, to: kept.id })
  }
  if (!takes) return {}
  const state = kept.state === 'invited' && gone.state === 'active' ? { state: 'active' as const } : {}
  return { user_id: gone.user_id, email: gone.email ?? kept.email, ...state }
}

async function shut(ctx: Ctx, { id, user_id }: Card): Promise<void> {
  const elsewhere = user_id !== null && (await worksElsewhere(ctx, user_id))
  await endAccess(ctx, { member_id: id, user_id, elsewhere, for_good: true })
}

/** The account and the phone are free before the other card takes them. */
async function giveUp(ctx: Ctx, { id }: Card): Promise<void> {
  await ctx.db
    .updateTable('members')
    .set({ state: 'left', out_since: ctx.now, user_id: null, phone: null, head_id: null, version: sql`version + 1` })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
}

async function markMerged(ctx: Ctx, { kept, gone }: TwoCards): Promise<void> {
  await ctx.db
    .updateTable('members')
    .set({ merged_into: kept.id })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', gone.id)
    .execute()
  if (kept.kind === 'staff')
    await ctx.db
      .updateTable('pool_members')
      .set({ to_at: ctx.now, taken_by: memberOf(ctx) })
      .where('company_id', '=', ctx.viewer.company_id)
      .where('member_id', '=', kept.id)
      .where('to_at', 'is', null)
      .execute()
}

type Rate = { id: string; cost_per_hour: string | null; fee_per_task: string | null } | undefined

/** The rates of both stand in one list; where another than the chosen one would hold by now, the chosen one is said anew. */
async function holdRate(ctx: Ctx, { kept }: TwoCards, chosen: Rate): Promise<void> {
  const now = (await ratesOn(ctx, [kept.id], today(ctx))).get(kept.id)
  if (!chosen || now?.id === chosen.id) return
  const { cost_per_hour, fee_per_task } = chosen
  await addRates(ctx, [{ member: kept, rate: { cost_per_hour, fee_per_task, from_day: today(ctx) } }])
}

type Form = { id: string; form: string; contract_number: string | null } | undefined

async function formOf({ db, viewer, now }: Ctx, joining: Joining): Promise<Form> {
  const { kept, gone } = joining
  const { rows } = await sql<NonNullable<Form>>`select id, form, contract_number from legal_forms
    where company_id = ${viewer.company_id} and member_id = ${side(joining, 'legal_form') === 'gone' ? gone.id : kept.id}
      and from_day <= ${dayIn(viewer.time_zone, now)} order by from_day desc, created_at desc limit 1`.execute(db)
  return rows[0]
}

/** The same of legal forms. */
async function holdForm(ctx: Ctx, { kept }: TwoCards, chosen: Form): Promise<void> {
  if (!chosen) return
  await sql`insert into legal_forms (company_id, id, member_id, from_day, form, contract_number, created_by, created_at)
    select ${ctx.viewer.company_id}, gen_random_uuid(), ${kept.id}, ${today(ctx)}, ${chosen.form}::legal_form,
      ${chosen.contract_number}, ${memberOf(ctx)}, ${ctx.now}
    where ${chosen.id}::uuid <> (select id from legal_forms where company_id = ${ctx.viewer.company_id}
      and member_id = ${kept.id} and from_day <= ${today(ctx)} order by from_day desc, created_at desc limit 1)`.execute(
    ctx.db,
  )
}

/** Hours of the one card hold; those of the other end yesterday. Where one card alone has its own, they go on. */
async function settleSchedules(ctx: Ctx, joining: Joining): Promise<void> {
  const { kept, gone, choices } = joining
  const choice = choices.find(({ field }) => field === 'schedule')
  if (!choice?.kept || !choice.gone) return
  const loser = side(joining, 'schedule') === 'gone' ? kept.id : gone.id
  const yesterday = Temporal.PlainDate.from(today(ctx)).subtract({ days: 1 }).toString()
  await sql`update work_schedules set to_day = greatest(from_day, ${yesterday}::date)
    where company_id = ${ctx.viewer.company_id} and member_id = ${loser} and from_day <= ${today(ctx)}
      and (to_day is null or to_day > ${yesterday})`.execute(ctx.db)
}

async function tellBoth(ctx: Ctx, joining: Joining): Promise<void> {
  const { kept, gone } = joining
  const { name } = plainOf(joining)
  const { phone, email, position } = gone
  await tell(ctx, 'member.merged', kept, { name, gone: gone.name, gone_id: gone.id, was: { phone, email, position } })
  await tell(ctx, 'member.merged_into', gone, { name: gone.name, into: name, into_id: kept.id })
}
