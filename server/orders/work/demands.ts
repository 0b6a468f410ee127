import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { specialityFinder } from '#server/people/index.ts'

/** Who is asked for: a trade by name, how many people, when. */
export type Wanted = { speciality: string; people: number; starts_at?: string | null; ends_at?: string | null }
export type DemandRow = {
  id: string
  speciality_id: string
  people: number
  starts_at: string | null
  ends_at: string | null
}

/** What is wanted as rows; trades that the company does not know yet are made (ORD-5). */
export async function demandRows<W extends Wanted & { id?: string }>(
  ctx: Ctx,
  wanted: readonly W[],
): Promise<DemandRow[]> {
  for (const [at, { speciality, ...span }] of wanted.entries()) {
    insist(speciality.trim() ? null : invalid(`demands.${at}.speciality`, 'field.required'))
    insist(backwards(span) ? invalid(`demands.${at}.ends_at`, 'demand.ends_before_start') : null)
  }
  if (wanted.length === 0) return []
  const named = await specialityFinder(
    ctx,
    wanted.map(({ speciality }) => speciality),
  )
  return wanted.map(({ id, speciality, people, starts_at, ends_at }) => ({
    id: id ?? uuidv7(),
    speciality_id: named(speciality).id,
    people,
    starts_at: instant(starts_at),
    ends_at: instant(ends_at),
  }))
}

export async function insertDemands(
  { db, viewer, now }: Ctx,
  order_id: string,
  rows: readonly DemandRow[],
): Promise<void> {
  if (rows.length === 0) return
  const own = { company_id: viewer.company_id, order_id, created_at: now }
  await db
    .insertInto('demands')
    .values(rows.map((row) => ({ ...row, ...own })))
    .execute()
}

const instant = (value: string | null | undefined) => (value ? new Date(value).toISOString() : null)
const backwards = ({ starts_at, ends_at }: Omit<Wanted, 'speciality'>) =>
  Boolean(starts_at && ends_at) && new Date(ends_at ?? 0) <= new Date(starts_at ?? 0)
