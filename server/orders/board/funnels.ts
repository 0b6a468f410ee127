import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Funnel, Phase } from '#contract/orders.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fixed } from '#platform/db/fixed.ts'
import { wordsFor } from '#words/index.ts'

const PHASES: readonly Phase[] = ['new', 'agreement', 'work', 'acceptance', 'closing', 'done', 'cancelled']

/** Funnels of the company with their stages; a company that has made none has the one it starts with (ORD-1). */
export async function funnelsOf(ctx: Ctx): Promise<Funnel[]> {
  const { rows } = await sql<Funnel>`
    select f.id, f.name, (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'phase', s.phase, 'name', s.name) order by s.position), '[]')
      from stages s where s.company_id = f.company_id and s.funnel_id = f.id) as stages
    from funnels f where f.company_id = ${ctx.viewer.company_id} order by f.position, f.id`.execute(ctx.db)
  return rows.length > 0 ? rows : [firstFunnel(ctx.viewer.company_id)]
}

export const listFunnels = async (ctx: Ctx): Promise<{ rows: Funnel[] }> => ({ rows: await funnelsOf(ctx) })

export type StageRow = { id: string; funnel_id: string; phase: Phase; name: string; funnel_name: string }

/**
 * The first stage of a phase: of this funnel, or of the company's first one. A company's own funnel is written with
 * its first order, for reads write nothing; its ids follow from the company's, so that two first orders agree.
 */
export async function firstStage(ctx: Ctx, phase: Phase, funnel_id?: string | null): Promise<StageRow | null> {
  const known = await findStage(ctx, phase, funnel_id)
  if (known) return known
  // Another first order may have written it since: looked for once more in any case.
  if (!(await hasFunnel(ctx))) await writeFirstFunnel(ctx)
  return (await findStage(ctx, phase, funnel_id)) ?? null
}

const stages = ({ db, viewer }: Ctx) =>
  db
    .selectFrom('stages as s')
    .innerJoin('funnels as f', (join) =>
      join.onRef('f.company_id', '=', 's.company_id').onRef('f.id', '=', 's.funnel_id'),
    )
    .select(['s.id', 's.funnel_id', 's.phase', 's.name', 'f.name as funnel_name'])
    .where('s.company_id', '=', viewer.company_id)

async function findStage({ db, viewer }: Ctx, phase: Phase, funnel_id?: string | null): Promise<StageRow | undefined> {
  const [row] = await fixed<StageRow>(db, FIRST_STAGE, [viewer.company_id, phase, funnel_id || null])
  return row
}

const FIRST_STAGE = `select s.id, s.funnel_id, s.phase, s.name, f.name as funnel_name
  from stages s join funnels f on f.company_id = s.company_id and f.id = s.funnel_id
  where s.company_id = $1 and s.phase = $2 and s.funnel_id = coalesce($3::uuid, s.funnel_id)
  order by f.position, f.id, s.position limit 1`

/** A stage by its id. */
export const stageById = (ctx: Ctx, stage_id: string): Promise<StageRow | undefined> =>
  stages(ctx).where('s.id', '=', stage_id).executeTakeFirst()

const hasFunnel = async ({ db, viewer }: Ctx): Promise<boolean> =>
  (await db
    .selectFrom('funnels')
    .select('id')
    .where('company_id', '=', viewer.company_id)
    .limit(1)
    .executeTakeFirst()) !== undefined

async function writeFirstFunnel({ db, viewer }: Ctx): Promise<void> {
  const { company_id } = viewer
  const { stages: all, ...funnel } = firstFunnel(company_id)
  await db
    .insertInto('funnels')
    .values({ ...funnel, company_id, position: 0 })
    .onConflict((clash) => clash.doNothing())
    .execute()
  await db
    .insertInto('stages')
    .values(all.map((stage, position) => ({ ...stage, company_id, funnel_id: funnel.id, position })))
    .onConflict((clash) => clash.doNothing())
    .execute()
}

/** What every company starts with: «Обслуживание», a stage for each phase. */
function firstFunnel(company_id: string): Funnel {
  const t = wordsFor('ru')
  const stage = (phase: Phase) => ({ id: derivedId(company_id, phase), phase, name: t(`phase.${phase}`) })
  return { id: derivedId(company_id, 'funnel'), name: t('funnel.first'), stages: PHASES.map(stage) }
}

/** An id that follows from others: version 8 of RFC 9562, the application's own rule. */
function derivedId(company_id: string, name: string): string {
  const bytes = createHash('sha256').update(`${company_id}/${name}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
