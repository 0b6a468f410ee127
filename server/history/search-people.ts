import { type RawBuilder, sql } from 'kysely'
import type { Find } from '#contract/history.ts'
import type { Ctx } from '#platform/ctx.ts'
import { showPhone } from '#platform/phone.ts'
import { anywhere, type Typed } from './typed-text.ts'

const SOME = 4

type Row = Omit<Find, 'kind' | 'detail'> & { detail: string | null; phone: string | null }
const asFind = (kind: Find['kind'], { phone, detail, ...row }: Row): Find => {
  const details = [phone && showPhone(phone), detail].filter(Boolean)
  return { ...row, kind, detail: details.length > 0 ? details.join(' · ') : null }
}

/** Customers by anything that is known of them: names, number, their people, phones and addresses. */
export async function counterpartiesFound(ctx: Ctx, { words, digits }: Typed): Promise<Find[]> {
  const patterns = digits === null ? words.map(anywhere) : [anywhere(digits)]
  if (patterns.length === 0) return []
  const { rows } = await sql<Row>`
    select cp.id, cp.name as title, cp.tax_number as detail, null as phone, null as counterparty_id
    from counterparty_words w join counterparties cp on cp.company_id = w.company_id and cp.id = w.counterparty_id
    where w.company_id = ${ctx.viewer.company_id} and cp.merged_into is null and w.words like all (${patterns}::text[])
    order by cp.name, cp.id limit ${SOME}`.execute(ctx.db)
  return rows.map((row) => asFind('counterparty', row))
}

/** Contacts by name, or by digits of a phone wherever they stand in it. */
export async function contactsFound(ctx: Ctx, { words, digits }: Typed): Promise<Find[]> {
  if (words.length === 0) return []
  const phone = sql`(select min(i.value) from contact_identities i
    where i.company_id = k.company_id and i.contact_id = k.id and i.kind = 'phone')`
  const condition =
    digits === null
      ? named(sql`k.name`, words)
      : sql`k.id in (select i.contact_id from contact_identities i
          where i.company_id = ${ctx.viewer.company_id} and i.kind = 'phone' and i.value like ${anywhere(digits)})`
  const { rows } = await sql<Row>`
    select k.id, k.name as title, cp.name as detail, ${phone} as phone, k.counterparty_id
    from contacts k left join counterparties cp on cp.company_id = k.company_id and cp.id = k.counterparty_id
    where k.company_id = ${ctx.viewer.company_id} and k.merged_into is null and ${condition} order by k.name, k.id limit ${SOME}`.execute(
    ctx.db,
  )
  return rows.map((row) => asFind('contact', row))
}

/** The company's own people, who left apart. */
export async function membersFound(ctx: Ctx, { words, digits }: Typed): Promise<Find[]> {
  if (words.length === 0) return []
  const condition = digits === null ? named(sql`m.name`, words) : sql`m.phone like ${anywhere(digits)}`
  const { rows } = await sql<Row>`
    select m.id, m.name as title, m.position as detail, m.phone, null as counterparty_id from members m
    where m.company_id = ${ctx.viewer.company_id} and m.state <> 'left' and ${condition}
    order by m.name, m.id limit ${SOME}`.execute(ctx.db)
  return rows.map((row) => asFind('member', row))
}

/** Whether all words stand in a name, in any order. */
const named = (name: RawBuilder<unknown>, words: string[]): RawBuilder<unknown> =>
  sql`replace(lower(${name}), 'ё', 'е') like all (${words.map(anywhere)}::text[])`
