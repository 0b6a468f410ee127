import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Requisites } from '#contract/requisites.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'

/** Whose they are: those of the row itself hold before the first that have a day. */
type Owner = { id: string; tax_number: string | null; requisites: Requisites }
export type Version = { from_day: string | null; requisites: Requisites }

/** The day that comes this many days after another. */
export const daysAhead = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

export const today = ({ viewer, now }: Ctx): string => dayIn(viewer.time_zone, now)

/** All requisites that a counterparty had, has and is going to have, the latest first. */
export async function versionsOf({ db, viewer }: Ctx, owner: Owner): Promise<Version[]> {
  const rows = await db
    .selectFrom('requisites_versions')
    .select(['from_day', sql<Requisites>`requisites`.as('requisites')])
    .where('company_id', '=', viewer.company_id)
    .where('counterparty_id', '=', owner.id)
    .orderBy('from_day', 'desc')
    .execute()
  return [...rows, { from_day: null, requisites: owner.requisites }].map((version) => withNumber(version, owner))
}

/** The tax number is the counterparty's for good, whatever its name and bank are. */
function withNumber({ from_day, requisites: { tax_number: _, ...rest } }: Version, { tax_number }: Owner): Version {
  return { from_day, requisites: { ...rest, ...(tax_number !== null && { tax_number }) } }
}

/** Of versions, the latest first, the one that holds on a day. */
export function heldOn(versions: readonly Version[], day: string): Version {
  return versions.find(({ from_day }) => from_day === null || from_day <= day) ?? { from_day: null, requisites: {} }
}

/** The requisites of a day (CPT-10). */
export async function requisitesOn(ctx: Ctx, owner: Owner, day: string): Promise<Version> {
  return heldOn(await versionsOf(ctx, owner), day)
}

type Writing = { counterparty_id: string; from_day: string; requisites: Requisites }

/** Writes those of one day, over what was set for it before. */
export async function writeVersion(ctx: Ctx, { counterparty_id, from_day, requisites }: Writing): Promise<void> {
  const { company_id, subject_id, kind } = ctx.viewer
  const { tax_number: _, ...rest } = requisites
  const written = { requisites: rest as never, set_by: kind === 'staff' ? subject_id : null, set_at: ctx.now }
  await ctx.db
    .insertInto('requisites_versions')
    .values({ company_id, counterparty_id, from_day, ...written })
    .onConflict((on) => on.columns(['company_id', 'counterparty_id', 'from_day']).doUpdateSet(written))
    .execute()
}
