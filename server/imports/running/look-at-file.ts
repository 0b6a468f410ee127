import { Type } from 'typebox'
import type { Found, ImportSettings } from '#contract/parties/imports.ts'
import type { World } from '#platform/ctx.ts'
import { errand } from '#platform/jobs/job.ts'
import type { PhoneCountry } from '#platform/phone.ts'
import { findFile } from '#server/files/index.ts'
import { countryOf } from '#server/people/index.ts'
import { guessColumns, headerRowOf } from '../mapping/guess.ts'
import { changeImport, lockImport } from '../queries.ts'
import { Unreadable } from '../reading/sniff.ts'
import { openTable, type TableRow } from '../reading/table.ts'

type Work = { import_id: string; round: number; sha256: Buffer; settings: ImportSettings; country: PhoneCountry }
type Seen = { found: Found; total: number } | { fault: Unreadable }

/** From how many rows it is guessed what the columns hold, and how many of them are shown. */
const LOOKED_AT = 200
const SHOWN = 20

/** Looks what is in a file: its sheets, letters and columns, and what these seem to hold (IMP-2, IMP-4). */
export const lookAtFile = errand({
  name: 'imports:look',
  payload: Type.Object({ import_id: Type.String(), round: Type.Integer() }),

  async take(ctx, { import_id, round }): Promise<Work | null> {
    const row = await lockImport(ctx, import_id)
    if (row.state !== 'looking' || row.round !== round) return null
    const { sha256 } = await findFile(ctx, row.file_id)
    return { import_id, round, sha256, settings: row.settings, country: await countryOf(ctx) }
  },

  async act({ sha256, settings, country }, { store }: World): Promise<Seen> {
    try {
      return await look(store, sha256, { settings, country })
    } catch (error) {
      if (error instanceof Unreadable) return { fault: error }
      throw error
    }
  },

  async keep(ctx, { import_id, round }, seen) {
    const row = await lockImport(ctx, import_id)
    if (row.state !== 'looking' || row.round !== round) return
    if ('fault' in seen) {
      const { code, facts } = seen.fault
      return changeImport(ctx, import_id, { state: 'failed', fault: { code, facts }, found: null })
    }
    const { found, total } = seen
    const settings = { ...row.settings, header_row: found.header_row, columns: found.guess }
    return changeImport(ctx, import_id, { state: 'ready', found, settings, total, fault: null })
  },
})

type Wish = Pick<Work, 'settings' | 'country'>

async function look(store: World['store'], sha256: Buffer, { settings, country }: Wish): Promise<Seen> {
  const { rows, close, ...table } = await openTable(store, sha256, settings)
  const first: TableRow[] = []
  let count = 0
  try {
    for await (const row of rows) {
      count += 1
      if (first.length < LOOKED_AT) first.push(row)
    }
  } finally {
    await close()
  }
  if (first.length === 0) return { fault: new Unreadable('import.empty') }
  const header_row = settings.header_row ?? headerRowOf(first)
  const under = first.filter(({ at }) => at > header_row)
  const headings = first.find(({ at }) => at === header_row)?.cells ?? []
  const guess = guessColumns(headings, under, country)
  const total = count - (first.length - under.length)
  return { total, found: { ...table, header_row, headings, guess, rows: under.slice(0, SHOWN) } }
}
