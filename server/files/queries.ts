import { type RawBuilder, sql } from 'kysely'
import type { StoredFile } from '#contract/files.ts'
import type { Ctx } from '#platform/ctx.ts'
import { among } from '#platform/db/among.ts'
import { elevated } from '#platform/db/transaction.ts'
import { found, insist, missing } from '#platform/errors.ts'

const columns = ['id', 'name', 'mime', 'size', 'width', 'height', 'created_at'] as const

/** The files that the viewer may see: those he sent, and those that hang on what he sees. The wall decides. */
function visibleFiles({ db, viewer }: Ctx) {
  return db.selectFrom('files').where('company_id', '=', viewer.company_id)
}

export async function findFile(ctx: Ctx, id: string) {
  return found(await visibleFiles(ctx).where('id', '=', id).select(columns).select('sha256').executeTakeFirst(), 'file')
}

/** Files by id, of those that the viewer may see: one query, however many. */
export const filesById = async (ctx: Ctx, ids: readonly string[]): Promise<Map<string, StoredFile>> =>
  ids.length === 0 ? new Map() : filesWhere(ctx, sql`id = any(${ids}::uuid[])`)

/** The same of a set that another context names in SQL. */
export const filesAmong = (ctx: Ctx, ids: RawBuilder<string>): Promise<Map<string, StoredFile>> =>
  filesWhere(ctx, sql`id in ${ids}`)

async function filesWhere(ctx: Ctx, condition: RawBuilder<unknown>): Promise<Map<string, StoredFile>> {
  const rows = await visibleFiles(ctx)
    .where(sql<boolean>`${condition}`)
    .select(columns)
    .execute()
  return new Map(rows.map((row) => [row.id, { ...row, size: Number(row.size) }]))
}

/**
 * Insists that the viewer himself sent all these files: what one hangs on a task or a rejection must be one's own,
 * or a guessed id would open somebody else's file (FIL-5). A paper of a person is hung on nothing else (FIL-8).
 */
export async function insistOwnFiles(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const mine = ctx.viewer.contact_id ?? ctx.viewer.subject_id
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const rows = await elevated(ctx, (inside) =>
    visibleFiles(inside)
      .where(among('id', wanted))
      .where('uploaded_by', '=', mine)
      .where('paper_of', 'is', null)
      .select('id')
      .execute(),
  )
  insist(rows.length === wanted.length ? null : missing('file'))
}

/** Makes a file that the viewer has sent a paper of a person: it exists for those only who lead him (FIL-8). */
export async function keepAsPaper(ctx: Ctx, file_id: string, paper_of: string) {
  await insistOwnFiles(ctx, [file_id])
  const row = await ctx.db
    .updateTable('files')
    .set({ paper_of })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', file_id)
    .where('paper_of', 'is', null)
    .returning('name')
    .executeTakeFirst()
  return found(row, 'file')
}

export type FileRow = Awaited<ReturnType<typeof findFile>>
