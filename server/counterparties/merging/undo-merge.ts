import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type { PartyMerge, listPartyMerges, undoPartyMerge } from '#contract/parties/doubles.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import { found, insist, notNow, type Refusal } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { isActiveStaff, memberNames } from '#server/people/index.ts'
import { insistNewTaxNumber } from '../doubles.ts'
import { counterpartyPolicy } from '../policy.ts'
import { answer } from '../present-counterparty.ts'
import { type Card, findCard, holdCards, TABLES } from './cards.ts'
import { bringBackRequisites } from './counterparty-fields.ts'
import { backOf, type Fields } from './fields.ts'
import { write } from './merge-parties.ts'

/** Days for which a merge can be undone (CPT-20). */
export const UNDO_DAYS = 30
const untilOf = (merged_at: string): Date => new Date(Date.parse(merged_at) + UNDO_DAYS * 86_400_000)

/** What was merged into a card and can be undone, or could if nothing stood in the way; the latest first. */
export async function listMerges(
  ctx: Ctx,
  { kind, card_id }: Input<typeof listPartyMerges>,
): Promise<{ rows: PartyMerge[] }> {
  const card = await findCard(ctx, kind, card_id)
  insist(counterpartyPolicy.manage(ctx.viewer))
  const kept_id = card.merged_into ?? card.id
  const merges = await ctx.db
    .selectFrom('party_merges')
    .selectAll()
    .where('company_id', '=', ctx.viewer.company_id)
    .where(mergedInto(kind, kept_id))
    .where('undone_at', 'is', null)
    .where('merged_at', '>', new Date(ctx.now.getTime() - UNDO_DAYS * 86_400_000).toISOString())
    .orderBy('merged_at', 'desc')
    .execute()
  const names = await memberNames(
    ctx,
    merges.map(({ merged_by }) => merged_by),
  )
  const rows: PartyMerge[] = []
  for (const { id, kind: of, kept_id: into, gone_id, merged_by, merged_at } of merges) {
    const [kept, gone] = [await findCard(ctx, of, into), await findCard(ctx, of, gone_id)]
    const by = names.get(merged_by ?? '')
    rows.push({
      id,
      kind: of,
      kept: { id: kept.id, name: kept.name },
      gone: { id: gone.id, name: gone.name },
      by: merged_by && by ? { id: merged_by, name: by } : null,
      at: merged_at,
      until: untilOf(merged_at).toISOString(),
      can: { undo: answer(null) },
    })
  }
  return { rows }
}

/** Into this card; of a counterparty, into its people, too. */
const mergedInto = (kind: 'counterparty' | 'contact', id: string) =>
  sql<boolean>`(kind = ${kind}::party_kind and kept_id = ${id} or ${kind} = 'counterparty' and kind = 'contact'
    and kept_id in (select k.id from contacts k where k.company_id = party_merges.company_id
      and k.counterparty_id = ${id} and k.merged_into is null))`

/**
 * Makes two cards again of those that were merged (CPT-20): what went over goes back with what was changed in it since; what
 * came to the card that remained meanwhile stays there.
 */
export async function undoMerge(ctx: Ctx, { merge_id }: Input<typeof undoPartyMerge>) {
  const { kind, kept_id, gone_id, merged_at, undone_at, ...merge } = await lockMerge(ctx, merge_id)
  insist(counterpartyPolicy.manage(ctx.viewer))
  const cards = await holdCards(ctx, kind, { kept: kept_id, gone: gone_id })
  insist(refusalOf(ctx, { kept: cards.kept, undone_at, merged_at }))
  const fields = merge.fields as unknown as Fields
  const back = backOf(fields.columns, await rowOf(ctx, kind, kept_id))
  if (kind === 'counterparty') {
    await freeTaxNumber(ctx, cards, back)
    await bringBackRequisites(ctx, kept_id, fields.requisites)
  }
  await elevated(ctx, async ({ db }) => {
    await sql`call bring_back(${merge_id})`.execute(db)
    if (kind === 'contact') await sql`call return_messages(${merge_id}, ${kept_id}, ${gone_id})`.execute(db)
  })
  await write(ctx, kind, kept_id, back)
  await write(ctx, kind, gone_id, { merged_into: null, ...(await whoAnswers(ctx, kind, { kept_id, gone_id })) })
  await ctx.db
    .updateTable('party_merges')
    .set({ undone_at: ctx.now, undone_by: memberOf(ctx) })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', merge_id)
    .execute()
  const now = { kept: await named(ctx, kind, kept_id), gone: await named(ctx, kind, gone_id) }
  await tell(ctx, `${kind}.unmerged`, now.kept, { name: now.kept.name, other: now.gone.name, other_id: gone_id })
  await tell(ctx, `${kind}.unmerged`, now.gone, { name: now.gone.name, other: now.kept.name, other_id: kept_id })
  return now
}

async function lockMerge({ db, viewer }: Ctx, id: string) {
  const row = await db
    .selectFrom('party_merges')
    .selectAll()
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return found(row, 'merge')
}

type Standing = { kept: Card; undone_at: string | null; merged_at: string }

function refusalOf({ now }: Ctx, { kept, undone_at, merged_at }: Standing): Refusal | null {
  if (undone_at) return notNow('merge.undone')
  if (now > untilOf(merged_at)) return notNow('merge.over', { days: UNDO_DAYS })
  return kept.merged_into ? notNow('merge.merged_on', { name: kept.name, into: kept.merged_name }) : null
}

async function rowOf({ db, viewer }: Ctx, kind: 'counterparty' | 'contact', id: string) {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(TABLES[kind])}
    where company_id = ${viewer.company_id} and id = ${id}`.execute(db)
  return kind === 'contact' ? found(rows[0], 'contact') : found(rows[0], 'counterparty')
}

/** The tax number of the card that comes back may be another's by now. */
async function freeTaxNumber(
  ctx: Ctx,
  { kept, gone }: { kept: Card; gone: Card },
  back: Record<string, unknown>,
): Promise<void> {
  if (gone.detail === null) return
  const stays = 'tax_number' in back ? back['tax_number'] : kept.detail
  await insistNewTaxNumber(ctx, gone.detail, stays === gone.detail ? undefined : kept.id)
}

/** Whoever answered for it may have left since; then who answers for the other. */
async function whoAnswers(
  ctx: Ctx,
  kind: 'counterparty' | 'contact',
  { kept_id, gone_id }: { kept_id: string; gone_id: string },
): Promise<Record<string, unknown>> {
  if (kind === 'contact') return {}
  const of = async (id: string) => (await rowOf(ctx, kind, id))['responsible_id'] as string | null
  const mine = await of(gone_id)
  if (mine === null || (await isActiveStaff(ctx, mine))) return {}
  return { responsible_id: await of(kept_id) }
}

const named = async (ctx: Ctx, kind: 'counterparty' | 'contact', id: string) => {
  const { name } = await findCard(ctx, kind, id)
  return { id, name }
}
