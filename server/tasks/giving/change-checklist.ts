import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#platform/ctx.ts'
import { childrenRows } from '#server/tasks/task-children.ts'

type Diff = { checklist?: { from: string[]; to: string[] } }

/** Makes these texts the checklist. A point that keeps its text keeps its tick, wherever it goes. */
export async function changeChecklist(ctx: Ctx, task_id: string, given: readonly string[]): Promise<Diff> {
  const texts = given.map((text) => text.trim())
  const { points: before } = await childrenRows(ctx, task_id)
  const from = before.map(({ text }) => text)
  if (JSON.stringify(from) === JSON.stringify(texts)) return {}
  const left = [...before]
  const { company_id } = ctx.viewer
  const rows = texts.map((text, position) => {
    const at = left.findIndex((point) => point.text === text)
    const kept = at === -1 ? undefined : left.splice(at, 1)[0]
    return { company_id, id: kept?.id ?? uuidv7(), task_id, position, text }
  })
  await ctx.db
    .deleteFrom('checklist_items')
    .where('company_id', '=', company_id)
    .where(sql<boolean>`id = any(${left.map(({ id }) => id)}::uuid[])`)
    .execute()
  if (rows.length > 0)
    await ctx.db
      .insertInto('checklist_items')
      .values(rows)
      .onConflict((at) =>
        at.columns(['company_id', 'id']).doUpdateSet((eb) => ({ position: eb.ref('excluded.position') })),
      )
      .execute()
  return { checklist: { from, to: texts } }
}
