import { sql } from 'kysely'
import { Type } from 'typebox'
import { uuidv7 } from 'uuidv7'
import type { Input } from '#contract/endpoint.ts'
import type { mergeParties as contract } from '#contract/parties/doubles.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import { insist, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { enqueue, job } from '#platform/jobs/job.ts'
import { counterpartyPolicy } from '../policy.ts'
import { type Card, findCard, holdCards, mergeRefusal, TABLES, type TwoCards } from './cards.ts'
import { joinContacts } from './contact-fields.ts'
import { heldToday, joinCounterparties, joinRequisites } from './counterparty-fields.ts'
import { type Fields, type Sides, sidesOf } from './fields.ts'
import { joinSites } from './join-sites.ts'
import { choicesOfCards, taxNumbersOf } from './preview-merge.ts'

/** Makes one of two cards (CPT-18): all that named the other names the one that remains, or nothing changes. */
export async function mergeParties(ctx: Ctx, { kind, card_id, gone_id, ...asked }: Input<typeof contract>) {
  await findCard(ctx, kind, card_id)
  insist(counterpartyPolicy.manage(ctx.viewer))
  const cards = await holdCards(ctx, kind, { kept: card_id, gone: gone_id })
  insist(mergeRefusal(ctx.viewer, cards))
  const fresh = cards.kept.version !== asked.kept_version || cards.gone.version !== asked.gone_version
  insist(fresh ? notNow('double.stale') : null)
  const choices = await choicesOfCards(ctx, cards)
  const numbers = taxNumbersOf(choices)
  const undecided = numbers && asked.tax_number === undefined
  insist(undecided ? { ...notNow('merge.tax_numbers', numbers), field: 'tax_number' } : null)
  const from_gone = asked.from_gone.filter((field) => field !== 'tax_number')
  const sides = sidesOf(choices, asked.tax_number === 'gone' ? [...from_gone, 'tax_number'] : from_gone)
  const merge_id = await join(ctx, cards, sides)
  const { name } = await findCard(ctx, kind, card_id)
  await tellBoth(ctx, { ...cards, kept: { ...cards.kept, name } }, merge_id)
  await enqueue(ctx, carryLate, { merge_id }, { run_at: new Date(ctx.now.getTime() + 60_000) })
  return { id: card_id, name, merge_id }
}

async function join(ctx: Ctx, { kind, kept, gone }: TwoCards, sides: Sides): Promise<string> {
  const merge_id = uuidv7()
  const { company_id } = ctx.viewer
  const ids = { kept: kept.id, gone: gone.id }
  const about = { kind, kept_id: kept.id, gone_id: gone.id, merged_by: memberOf(ctx), merged_at: ctx.now }
  await ctx.db
    .insertInto('party_merges')
    .values({ company_id, id: merge_id, ...about, fields: {} as never })
    .execute()
  const fields = await (kind === 'counterparty' ? joinCounterparties : joinContacts)(ctx, ids, sides)
  const had = kind === 'counterparty' ? await heldToday(ctx, ids) : null
  await elevated(ctx, async (whole) => {
    if (kind === 'counterparty') await joinSites(whole, ids, merge_id)
    await sql`call carry_cards(${TABLES[kind]}, ${kept.id}, ${gone.id}, ${merge_id})`.execute(whole.db)
  })
  // The tax number of the one is free before the other takes it.
  await write(ctx, kind, gone.id, { merged_into: kept.id })
  await write(ctx, kind, kept.id, becameOf(fields))
  if (had) fields.requisites = await joinRequisites(ctx, kept.id, { had, sides })
  await ctx.db
    .updateTable('party_merges')
    .set({ fields: fields as never })
    .where('company_id', '=', company_id)
    .where('id', '=', merge_id)
    .execute()
  return merge_id
}

const becameOf = ({ columns }: Fields) =>
  Object.fromEntries(Object.entries(columns).map(([name, [, became]]) => [name, became]))

/** Changes columns of a card; whoever had it open finds that it is another by now. */
export async function write(
  ctx: Ctx,
  kind: TwoCards['kind'],
  id: string,
  columns: Record<string, unknown>,
): Promise<void> {
  await ctx.db
    .updateTable(TABLES[kind])
    .set((own) => ({ ...columns, version: own('version', '+', 1) }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
}

/** Both cards tell it, whoever reads the history of either. */
async function tellBoth(ctx: Ctx, { kind, kept, gone }: TwoCards, merge_id: string): Promise<void> {
  const named = ({ id, name }: Card) => ({ id, name })
  await tell(ctx, `${kind}.merged`, named(kept), { name: kept.name, gone: gone.name, gone_id: gone.id, merge_id })
  await tell(ctx, `${kind}.merged_into`, named(gone), { name: gone.name, into: kept.name, into_id: kept.id, merge_id })
}

/**
 * Looks once more, a minute later: what was written under the card given up in a request on its way goes over, too. A merge
 * that was undone meanwhile, or a card that was merged on, is left alone.
 */
export const carryLate = job({
  name: 'counterparties:carry_late',
  payload: Type.Object({ merge_id: Type.String() }),

  async run({ db, viewer }, { merge_id }) {
    const merge = await db
      .selectFrom('party_merges')
      .select(['kind', 'kept_id', 'gone_id'])
      .where('company_id', '=', viewer.company_id)
      .where('id', '=', merge_id)
      .where('undone_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!merge) return
    const { kind, kept_id, gone_id } = merge
    await sql`select 1 from ${sql.table(TABLES[kind])} where company_id = ${viewer.company_id}
      and id = any(${[kept_id, gone_id]}::uuid[]) order by id for update`.execute(db)
    const stands = await sql`select from ${sql.table(TABLES[kind])} where company_id = ${viewer.company_id}
      and id = ${gone_id} and merged_into = ${kept_id}`.execute(db)
    if (stands.rows.length === 0) return
    await sql`call carry_cards(${TABLES[kind]}, ${kept_id}, ${gone_id}, ${merge_id})`.execute(db)
    const { rows } = await sql<{ id: string; into: string }>`select key ->> 'id' as id, became ->> 'merged_into' as into
      from party_merge_rows where company_id = ${viewer.company_id} and merge_id = ${merge_id} and tab = 'sites'
      and became ? 'merged_into'`.execute(db)
    for (const { id, into } of rows) await sql`call carry_cards('sites', ${into}, ${id}, ${merge_id})`.execute(db)
  },
})
