import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type TSchema, Type } from 'typebox'
import type { ImportCounts, ImportSettings } from '#contract/parties/imports.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Job, march, type Step } from '#platform/jobs/job.ts'
import type { PhoneCountry } from '#platform/phone.ts'
import {
  type Incoming,
  type Known,
  learn,
  nothingKnown,
  nothingToWrite,
  planRow,
} from '#server/counterparties/index.ts'
import { findFile } from '#server/files/index.ts'
import { countryOf } from '#server/people/index.ts'
import { readRow } from '../mapping/read-row.ts'
import { changeImport, type ImportOf, lockImport } from '../queries.ts'
import { Unreadable } from '../reading/sniff.ts'
import { openTable, type TableRow } from '../reading/table.ts'
import { countsOf, termsOf } from './terms.ts'

/** Rows of one step, and of a file at all. */
const BATCH = 1000
const MOST_ROWS = 300_000

export const ImportWork = Type.Object({ import_id: Type.String(), round: Type.Integer() })
export type AnyWork = Pick<Job<typeof ImportWork>, 'name' | 'payload'> | { name: string; payload: TSchema }

type Work = {
  import_id: string
  sha256: Buffer
  settings: ImportSettings
  country: PhoneCountry
  known: Known
  counts: ImportCounts
  passed: number
  /** Of two that were begun, the later goes on. */
  attempt: string
}

/**
 * Reads the whole file and says what would come of each row, as if those before it were written (IMP-6). Nothing but
 * the rows themselves is kept; a check that was cut off begins anew.
 */
export const checkRows = march({
  name: 'imports:check',
  payload: ImportWork,

  async march(step, { import_id, round }, { store }) {
    const work = await step((ctx) => take(ctx, import_id, round))
    if (!work) return
    try {
      const table = await openTable(store, work.sha256, work.settings)
      try {
        await checkAll(step, work, table.rows)
      } finally {
        await table.close()
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      const { code, facts } = error
      await step((ctx) => end(ctx, work, { state: 'failed', fault: { code, facts } }))
    }
  },
})

async function take(ctx: Ctx, import_id: string, round: number): Promise<Work | null> {
  const row = await lockImport(ctx, import_id)
  if (row.state !== 'checking' || row.round !== round) return null
  const attempt = randomUUID()
  await changeImport(ctx, import_id, { reached: { attempt }, passed: 0, counts: {} })
  const { sha256 } = await findFile(ctx, row.file_id)
  await ctx.db
    .deleteFrom('import_rows')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('import_id', '=', import_id)
    .execute()
  const country = await countryOf(ctx)
  const empty = { known: nothingKnown(), counts: countsOf([]), passed: 0, attempt }
  return { import_id, sha256, settings: row.settings, country, ...empty }
}

/** Somebody has stopped it, or another try of it was begun. */
const over = ({ state, reached }: ImportOf, { attempt }: Work): boolean =>
  state !== 'checking' || reached.attempt !== attempt

async function checkAll(step: Step, work: Work, rows: AsyncIterable<TableRow>): Promise<void> {
  const { settings, country } = work
  let batch: { row: TableRow; incoming: Incoming }[] = []
  for await (const row of rows) {
    if (row.at <= (settings.header_row ?? 0)) continue
    batch.push({ row, incoming: readRow(row, { ...settings, country }) })
    if (batch.length < BATCH) continue
    const now = batch
    batch = []
    if (!(await step((ctx) => checkBatch(ctx, work, now)))) return
    if (work.passed > MOST_ROWS) throw new Unreadable('import.too_many_rows', { limit: MOST_ROWS })
  }
  if (!(await step((ctx) => checkBatch(ctx, work, batch)))) return
  await step((ctx) => end(ctx, work, { state: 'checked' }))
}

/** Tells whether the check goes on: somebody may have stopped it. */
async function checkBatch(
  ctx: Ctx,
  work: Work,
  batch: readonly { row: TableRow; incoming: Incoming }[],
): Promise<boolean> {
  const row = await lockImport(ctx, work.import_id)
  if (over(row, work)) return false
  const incoming = batch.map((one) => one.incoming)
  await learn(ctx, work.known, incoming, async () => new Set())
  const bench = { known: work.known, writing: nothingToWrite(), terms: termsOf(work.settings, null) }
  const planned = batch.map(({ row: { at, cells }, incoming: one }) => ({ at, cells, ...planRow(bench, one) }))
  await keepRows(ctx, work.import_id, planned)
  work.passed += batch.length
  work.counts = countsOf(planned, work.counts)
  const { passed, counts } = work
  await changeImport(ctx, work.import_id, { passed, counts, total: Math.max(row.total, passed) })
  return true
}

type Kept = { at: number; cells: string[]; outcome: string; faults: readonly object[]; counterparty_id: string | null }

async function keepRows({ db, viewer }: Ctx, import_id: string, kept: readonly Kept[]): Promise<void> {
  const rows = kept.map(({ at, cells, outcome, faults }) => ({
    at,
    cells,
    outcome,
    faults: faults.length > 0 ? faults : null,
  }))
  await sql`insert into import_rows (company_id, import_id, at, cells, outcome, faults)
    select ${viewer.company_id}, ${import_id}, r.at, r.cells, r.outcome, r.faults
    from jsonb_to_recordset(${{ rows }}::jsonb -> 'rows') r (at int, cells text[], outcome text, faults jsonb)`.execute(
    db,
  )
}

async function end(ctx: Ctx, work: Work, change: Parameters<typeof changeImport>[2]): Promise<void> {
  const row = await lockImport(ctx, work.import_id)
  if (!over(row, work)) await changeImport(ctx, work.import_id, { total: work.passed, reached: {}, ...change })
}
