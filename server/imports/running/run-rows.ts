import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { tell, tellQuietly } from '#platform/events/tell.ts'
import { enqueue, job } from '#platform/jobs/job.ts'
import { learn, nothingKnown, nothingToWrite, planRow, putRows, type Thing } from '#server/counterparties/index.ts'
import { countryOf, memberNames } from '#server/people/index.ts'
import { readRow } from '../mapping/read-row.ts'
import { changeImport, type ImportOf, lockImport } from '../queries.ts'
import type { TableRow } from '../reading/table.ts'
import { ImportWork } from './check-rows.ts'
import { countsOf, termsOf } from './terms.ts'

/** Rows of one transaction. */
const BATCH = 1000

/**
 * Writes the next rows of an import down, and queues itself for those after them: rows, the way back and how far it has
 * come are one transaction, so that a kill between two of them loses and doubles nothing (IMP-7).
 */
export const runRows = job({
  name: 'imports:run',
  payload: ImportWork,

  async run(ctx, { import_id, round }) {
    // Two imports at once would make the same counterparty twice.
    await hold(ctx, ['imports'])
    const row = await lockImport(ctx, import_id)
    if (row.state !== 'running' || row.round !== round) return
    const rows = await nextRows(ctx, row)
    if (rows.length === 0) return finish(ctx, row)
    await runBatch(ctx, row, rows)
    await enqueue(ctx, runRows, { import_id, round })
  },
})

async function nextRows({ db, viewer }: Ctx, { id, reached }: ImportOf): Promise<TableRow[]> {
  return db
    .selectFrom('import_rows')
    .select(['at', 'cells'])
    .where('company_id', '=', viewer.company_id)
    .where('import_id', '=', id)
    .where('at', '>', reached.at ?? 0)
    .orderBy('at')
    .limit(BATCH)
    .execute()
}

async function runBatch(ctx: Ctx, row: ImportOf, rows: readonly TableRow[]): Promise<void> {
  const { id, settings, counts, passed } = row
  const reading = { ...settings, country: await countryOf(ctx) }
  const incoming = rows.map((one) => readRow(one, reading))
  const known = nothingKnown()
  await learn(ctx, known, incoming, (ids) => madeBy(ctx, id, ids))
  const [writing, terms] = [nothingToWrite(), termsOf(settings, row.created_by)]
  const planned = incoming.map((one) => ({ at: one.at, ...planRow({ known, writing, terms }, one) }))
  await keepThings(ctx, id, await putRows(ctx, writing, terms))
  await keepOutcomes(ctx, id, planned)
  const touched = [...writing.touched].map((each) => ({ id: each, name: known.by_id.get(each)?.name ?? '' }))
  await tellQuietly(
    await asStarter(ctx, row),
    'counterparty.imported',
    touched.map(({ id: each, name }) => ({ subject: { id: each }, facts: { name, file: row.name, import_id: id } })),
  )
  const reached = { at: rows.at(-1)?.at ?? 0 }
  await changeImport(ctx, id, { reached, passed: passed + rows.length, counts: countsOf(planned, counts) })
}

/** Of these counterparties those that this import has made, in steps before. */
async function madeBy({ db, viewer }: Ctx, import_id: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('import_things')
    .select('thing_id')
    .where('company_id', '=', viewer.company_id)
    .where('import_id', '=', import_id)
    .where('kind', '=', 'counterparty')
    .where('made', '=', true)
    .where(sql<boolean>`thing_id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Set(rows.map(({ thing_id }) => thing_id))
}

/** Of a thing that is touched twice the first look before is kept, and the last version. */
async function keepThings({ db, viewer }: Ctx, import_id: string, things: readonly Thing[]): Promise<void> {
  if (things.length === 0) return
  await sql`insert into import_things as t (company_id, import_id, kind, thing_id, made, version, before)
    select ${viewer.company_id}, ${import_id}, r.kind, r.id, r.made, r.version, r.before
    from jsonb_to_recordset(${{ rows: things }}::jsonb -> 'rows') r (kind text, id uuid, made boolean, version int, before jsonb)
    on conflict (company_id, import_id, kind, thing_id) do update set version = excluded.version,
      before = coalesce(excluded.before, '{}') || coalesce(t.before, '{}') || jsonb_build_object('reaches',
        coalesce(t.before -> 'reaches', '[]') || coalesce(excluded.before -> 'reaches', '[]'))`.execute(db)
}

type Outcome = { at: number; outcome: string; faults: readonly object[]; counterparty_id: string | null }

async function keepOutcomes({ db, viewer }: Ctx, import_id: string, planned: readonly Outcome[]): Promise<void> {
  const rows = planned.map((one) => ({ ...one, faults: one.faults.length > 0 ? one.faults : null }))
  await sql`update import_rows i set outcome = r.outcome, faults = nullif(r.faults, 'null'), counterparty_id = r.counterparty_id
    from jsonb_to_recordset(${{ rows }}::jsonb -> 'rows') r (at int, outcome text, faults jsonb, counterparty_id uuid)
    where i.company_id = ${viewer.company_id} and i.import_id = ${import_id} and i.at = r.at`.execute(db)
}

/** With the name of whoever began it: the history says that he did it. */
export async function asStarter(ctx: Ctx, { created_by }: ImportOf): Promise<Ctx> {
  const names = await memberNames(ctx, [created_by])
  const name = names.get(created_by ?? '') ?? null
  return { ...ctx, viewer: { ...ctx.viewer, kind: 'staff', subject_id: created_by, name } }
}

async function finish(ctx: Ctx, row: ImportOf): Promise<void> {
  await changeImport(ctx, row.id, { state: 'done', ended_at: ctx.now })
  const { new: added, joined, fault } = countsOf([], row.counts)
  await tell(await asStarter(ctx, row), 'import.ran', { id: row.id }, { name: row.name, new: added, joined, fault })
}
