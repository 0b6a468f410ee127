import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { among, type SiteRow, visibleSites } from '../queries.ts'
import { sameAddress } from '../sites/put-site.ts'

type Ids = { kept: string; gone: string }
type Pair = { kept: SiteRow; gone: SiteRow }

/** Addresses that both counterparties have, however they are typed (CPT-4). */
export async function sameSites(ctx: Ctx, ids: Ids): Promise<Pair[]> {
  const sites = await visibleSites(ctx)
    .where(among('s.counterparty_id', [ids.kept, ids.gone]))
    .orderBy('s.id')
    .execute()
  const own = new Map(
    sites.filter((one) => one.counterparty_id === ids.kept).map((one) => [sameAddress(one.address), one]),
  )
  return sites.flatMap((gone) => {
    const kept = gone.counterparty_id === ids.gone ? own.get(sameAddress(gone.address)) : undefined
    return kept ? [{ kept, gone }] : []
  })
}

/**
 * Of two sites with one address one stays (CPT-18): all that stands at the other comes to it, both words on how to get in are
 * there, a point and a person on site where it had none.
 */
export async function joinSites(ctx: Ctx, ids: Ids, merge_id: string): Promise<void> {
  for (const { kept, gone } of await sameSites(ctx, ids)) {
    await sql`call carry_cards('sites', ${kept.id}, ${gone.id}, ${merge_id})`.execute(ctx.db)
    await change(ctx, merge_id, gone.id, { was: { merged_into: null }, became: { merged_into: kept.id } })
    const pointed = kept.lat === null && gone.lat !== null
    const of = ({ access_note, contact_id, lat, lon }: SiteRow) => ({ access_note, contact_id, lat, lon })
    const was = of(kept)
    const became = {
      access_note: bothNotes(kept.access_note, gone.access_note),
      contact_id: kept.contact_id ?? gone.contact_id,
      lat: pointed ? gone.lat : kept.lat,
      lon: pointed ? gone.lon : kept.lon,
    }
    if (JSON.stringify(was) !== JSON.stringify(became)) await change(ctx, merge_id, kept.id, { was, became })
  }
}

function bothNotes(kept: string | null, gone: string | null): string | null {
  if (!kept || !gone || kept === gone) return kept ?? gone
  return `${kept}\n${gone}`
}

type Columns = Partial<Pick<SiteRow, 'access_note' | 'contact_id' | 'lat' | 'lon'>> & { merged_into?: string | null }

/** Writes a site, and down what it said before. */
async function change(
  ctx: Ctx,
  merge_id: string,
  id: string,
  { was, became }: { was: Columns; became: Columns },
): Promise<void> {
  const { company_id } = ctx.viewer
  await ctx.db.updateTable('sites').set(became).where('company_id', '=', company_id).where('id', '=', id).execute()
  const said = { was: was as never, became: became as never, key: { id } as never }
  await ctx.db
    .insertInto('party_merge_rows')
    .values({ company_id, merge_id, tab: 'sites', ...said })
    .execute()
}
