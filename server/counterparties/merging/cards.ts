import { sql } from 'kysely'
import type { PartyCard, PartyKind } from '#contract/parties/doubles.ts'
import type { Ctx, Viewer } from '#platform/ctx.ts'
import { found, invalid, notNow, type Refusal } from '#platform/errors.ts'
import { counterpartyPolicy } from '../policy.ts'

/** A card as two of them are compared, those given up among them. */
export type Card = PartyCard & { merged_into: string | null; merged_name: string | null }

/** The card that remains, and the one that is given up. */
export type TwoCards = { kind: PartyKind; kept: Card; gone: Card }

export const TABLES = { counterparty: 'counterparties', contact: 'contacts' } as const

/** A contact by the first of his phones and e-mails, a counterparty by its tax number. */
const DETAIL = {
  counterparty: sql`c.tax_number`,
  contact: sql`(select i.value from contact_identities i where i.company_id = c.company_id and i.contact_id = c.id
    and i.kind in ('phone', 'email') order by i.kind, i.value limit 1)`,
}
const PLACE = {
  counterparty: sql`null::jsonb`,
  contact: sql`(select jsonb_build_object('id', p.id, 'name', p.name) from counterparties p
    where p.company_id = c.company_id and p.id = c.counterparty_id)`,
}

/** A card as JSON; `c` is its row. */
export const cardJson = (kind: PartyKind) =>
  sql<PartyCard>`jsonb_build_object('id', c.id, 'name', c.name, 'detail', ${DETAIL[kind]},
    'counterparty', ${PLACE[kind]}, 'version', c.version)`

export async function findCard({ db, viewer }: Ctx, kind: PartyKind, id: string): Promise<Card> {
  const { rows } = await sql<{ card: PartyCard; merged_into: string | null; merged_name: string | null }>`
    select ${cardJson(kind)} as card, c.merged_into,
      (select into_.name from ${sql.table(TABLES[kind])} into_
        where into_.company_id = c.company_id and into_.id = c.merged_into) as merged_name
    from ${sql.table(TABLES[kind])} c where c.company_id = ${viewer.company_id} and c.id = ${id}`.execute(db)
  const { card, ...merged } = kind === 'contact' ? found(rows[0], 'contact') : found(rows[0], 'counterparty')
  return { ...card, ...merged }
}

/** Two cards held alone until the transaction ends, in the order that everybody holds them in: nothing new names either meanwhile. */
export async function holdCards(ctx: Ctx, kind: PartyKind, ids: { kept: string; gone: string }): Promise<TwoCards> {
  await ctx.db
    .selectFrom(TABLES[kind])
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`id = any(${[ids.kept, ids.gone]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return { kind, kept: await findCard(ctx, kind, ids.kept), gone: await findCard(ctx, kind, ids.gone) }
}

/** Who may make one of two cards, and of which (CPT-17). */
export function mergeRefusal(viewer: Viewer, { kept, gone }: TwoCards): Refusal | null {
  if (kept.id === gone.id) return invalid('gone_id', 'double.same')
  for (const { name, merged_into, merged_name } of [gone, kept])
    if (merged_into) return notNow('double.merged', { name, into_id: merged_into, into: merged_name })
  return counterpartyPolicy.manage(viewer)
}
