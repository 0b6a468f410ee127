import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/parties/imports.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { findFile, insistOwnFiles } from '#server/files/index.ts'
import { importPolicy } from './policy.ts'
import { presentImport } from './present-import.ts'
import { changeImport, type ImportOf, lockImport } from './queries.ts'
import { type AnyWork, checkRows } from './running/check-rows.ts'
import { lookAtFile } from './running/look-at-file.ts'
import { runRows } from './running/run-rows.ts'
import { undoThings } from './running/undo-things.ts'

const AS_GUESSED: contract.ImportSettings = {
  sheet: null,
  delimiter: null,
  encoding: null,
  header_row: null,
  columns: [],
  there: 'fill',
  side: 'customer',
  wrong: 'row',
}

/** Begins an import from a file that the viewer has sent: it is looked at first (IMP-1). */
export async function startImport(ctx: Ctx, { file_id }: Input<typeof contract.startImport>) {
  insist(importPolicy.use(ctx.viewer))
  await insistOwnFiles(ctx, [file_id])
  const { name } = await findFile(ctx, file_id)
  const [company_id, id] = [ctx.viewer.company_id, uuidv7()]
  await ctx.db
    .insertInto('imports')
    .values({
      company_id,
      id,
      file_id,
      name,
      state: 'looking',
      settings: AS_GUESSED as never,
      created_by: memberOf(ctx),
      created_at: ctx.now,
    })
    .execute()
  await enqueue(ctx, lookAtFile, { import_id: id, round: 0 })
  return presentImport(ctx, id)
}

/** What says where a table stands in its file: with another one the file is looked at anew. */
const PLACE = ['sheet', 'delimiter', 'encoding', 'header_row'] as const

/** Says how the file is read (IMP-4). What was found out before holds no more. */
export async function setUpImport(ctx: Ctx, { import_id, ...wish }: Input<typeof contract.setUpImport>) {
  const row = await held(ctx, import_id)
  insist(importPolicy.setUp(row))
  const settings = { ...row.settings, ...wish }
  const moved = PLACE.some((field) => settings[field] !== row.settings[field])
  // While it is looked at, what was found before holds no more.
  if (!moved && row.found && row.state !== 'looking') {
    await changeImport(ctx, import_id, { settings, state: 'ready', round: row.round + 1 })
    return presentImport(ctx, import_id)
  }
  // Another sheet has other columns, and its own row of their names.
  if (wish.sheet !== undefined && wish.header_row === undefined) settings.header_row = null
  await begin(ctx, { ...row, settings }, { state: 'looking', work: lookAtFile })
  return presentImport(ctx, import_id)
}

export async function checkImport(ctx: Ctx, { import_id }: Input<typeof contract.checkImport>) {
  const row = await held(ctx, import_id)
  insist(importPolicy.check(row))
  await begin(ctx, row, { state: 'checking', work: checkRows })
  return presentImport(ctx, import_id)
}

/** Writes the rows down, or goes on where it was stopped (IMP-7). */
export async function runImport(ctx: Ctx, { import_id }: Input<typeof contract.runImport>) {
  const row = await held(ctx, import_id)
  insist(importPolicy.run(row))
  await begin(ctx, row, { state: 'running', work: runRows })
  return presentImport(ctx, import_id)
}

/** What goes on ends before its next step: a check leaves nothing, a run leaves what it has written. */
export async function stopImport(ctx: Ctx, { import_id }: Input<typeof contract.stopImport>) {
  const row = await held(ctx, import_id)
  insist(importPolicy.stop(row))
  const state = row.state === 'checking' ? 'ready' : 'stopped'
  await changeImport(ctx, import_id, { state, round: row.round + 1 })
  return presentImport(ctx, import_id)
}

/** Takes back what the import wrote (IMP-9). */
export async function undoImport(ctx: Ctx, { import_id }: Input<typeof contract.undoImport>) {
  const row = await held(ctx, import_id)
  insist(importPolicy.undo(row))
  await begin(ctx, row, { state: 'undoing', work: undoThings })
  return presentImport(ctx, import_id)
}

async function held(ctx: Ctx, import_id: string): Promise<ImportOf> {
  const row = await lockImport(ctx, import_id)
  insist(importPolicy.use(ctx.viewer))
  return row
}

type Beginning = { state: ImportOf['state']; work: AnyWork }

/** Work that was begun before writes nothing more: its round is over. */
async function begin(ctx: Ctx, { id, state, round, settings }: ImportOf, { state: next, work }: Beginning) {
  const goes_on = next === 'running' && state === 'stopped'
  await changeImport(ctx, id, {
    state: next,
    round: round + 1,
    settings,
    fault: null,
    ended_at: null,
    ...(!goes_on && { passed: 0, reached: {} }),
    ...(next !== 'undoing' && !goes_on && { counts: {} }),
  })
  await enqueue(ctx, work, { import_id: id, round: round + 1 })
}
