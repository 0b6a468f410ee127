import type { Static } from 'typebox'
import type { Photo } from '#contract/tasks.ts'
import type { Ctx } from '#platform/ctx.ts'
import { among } from '#platform/db/among.ts'
import { together } from '#platform/together.ts'
import { filesById } from '#server/files/index.ts'
import { personsOf } from '#server/tasks/persons.ts'

/** Photos of these tasks, as they were taken. */
export async function photosOf(
  ctx: Ctx,
  task_ids: readonly string[],
): Promise<(Static<typeof Photo> & { task_id: string })[]> {
  if (task_ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('task_photos')
    .select(['task_id', 'file_id', 'stage', 'member_id', 'for_customer', 'created_at'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where(among('task_id', task_ids))
    .orderBy('created_at')
    .orderBy('file_id')
    .execute()
  const [files, people] = await together(
    filesById(
      ctx,
      rows.map(({ file_id }) => file_id),
    ),
    personsOf(
      ctx,
      rows.map(({ member_id }) => member_id),
    ),
  )
  return rows.flatMap(({ file_id, member_id, ...rest }) => {
    const file = files.get(file_id)
    return file ? [{ ...rest, file, by: people(member_id) }] : []
  })
}
