import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { tell } from '#platform/events/tell.ts'
import { enqueue, job } from '#platform/jobs/job.ts'
import { type Kind, takeBack, type Thing, type Undone, writeWords } from '#server/counterparties/index.ts'
import { changeImport, type ImportOf, lockImport } from '../queries.ts'
import { ImportWork } from './check-rows.ts'
import { asStarter } from './run-rows.ts'

const BATCH = 1000
/** What stands at another thing goes before it; at the end, how those that are left are found. */
const STAGES = ['site', 'contact', 'counterparty', 'words'] as const
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Takes the next things of an import back, and queues itself for those after them: what nobody has changed or used since
 * is as it was before, the rest is kept and named (IMP-9).
 */
export const undoThings = job({
  name: 'imports:undo',
  payload: ImportWork,

  async run(ctx, { import_id, round }) {
    await hold(ctx, ['imports'])
    const row = await lockImport(ctx, import_id)
    if (row.state !== 'undoing' || row.round !== round) return
    const kind = STAGES.find((one) => one === row.reached.kind) ?? 'site'
    const went_on = kind === 'words' ? await wordsOfLeft(ctx, row) : await takeBackBatch(ctx, row, kind)
    if (!went_on) {
      const next = STAGES[STAGES.indexOf(kind) + 1]
      if (next === undefined) return finish(ctx, row)
      await changeImport(ctx, import_id, { reached: { kind: next } })
    }
    await enqueue(ctx, undoThings, { import_id, round })
  },
})

async function nextThings({ db, viewer }: Ctx, { id, reached }: ImportOf, kind: Kind): Promise<Thing[]> {
  const { rows } = await sql<Thing>`select kind, thing_id as id, made, version, before from import_things
    where company_id = ${viewer.company_id} and import_id = ${id} and kind = ${kind}
      and thing_id > ${reached.id ?? FIRST}::uuid
    order by thing_id limit ${BATCH}`.execute(db)
  return rows
}

async function takeBackBatch(ctx: Ctx, row: ImportOf, kind: Kind): Promise<boolean> {
  const things = await nextThings(ctx, row, kind)
  const id = things.at(-1)?.id
  if (id === undefined) return false
  await keepUndone(ctx, row.id, { kind, undone: await takeBack(ctx, kind, things) })
  await changeImport(ctx, row.id, { reached: { kind, id }, passed: row.passed + things.length })
  return true
}

/** Of counterparties that are left: their own words, and those of what stood at them. */
async function wordsOfLeft(ctx: Ctx, { id, reached }: ImportOf): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select distinct c.id from import_things t
    join counterparties c on c.company_id = t.company_id and c.id = t.counterparty_id
    where t.company_id = ${ctx.viewer.company_id} and t.import_id = ${id} and c.id > ${reached.id ?? FIRST}::uuid
    order by c.id limit ${BATCH}`.execute(ctx.db)
  const last = rows.at(-1)?.id
  if (last === undefined) return false
  await writeWords(
    ctx,
    rows.map((row) => row.id),
  )
  await changeImport(ctx, id, { reached: { kind: 'words', id: last } })
  return true
}

async function keepUndone(ctx: Ctx, import_id: string, { kind, undone }: { kind: Kind; undone: readonly Undone[] }) {
  await sql`update import_things t set undone = r.what, name = r.name, counterparty_id = r.counterparty_id
    from jsonb_to_recordset(${{ rows: undone }}::jsonb -> 'rows') r (id uuid, what text, name text, counterparty_id uuid)
    where t.company_id = ${ctx.viewer.company_id} and t.import_id = ${import_id} and t.kind = ${kind} and t.thing_id = r.id
  `.execute(ctx.db)
}

async function finish(ctx: Ctx, row: ImportOf): Promise<void> {
  await changeImport(ctx, row.id, { state: 'undone', ended_at: ctx.now })
  const { rows } = await sql<{ removed: number; kept: number }>`
    select count(*) filter (where undone = 'removed')::int as removed,
      count(*) filter (where undone in ('changed', 'used'))::int as kept
    from import_things where company_id = ${ctx.viewer.company_id} and import_id = ${row.id}`.execute(ctx.db)
  const { removed = 0, kept = 0 } = rows[0] ?? {}
  await tell(await asStarter(ctx, row), 'import.undone', { id: row.id }, { name: row.name, removed, kept })
}
