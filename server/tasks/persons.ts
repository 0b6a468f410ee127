import type { Person } from '#contract/people.ts'
import type { Ctx } from '#platform/ctx.ts'
import { memberNames } from '#server/people/index.ts'

/** People as others' screens name them, by id; a page asks once. */
export async function personsOf(ctx: Ctx, ids: readonly (string | null)[]): Promise<(id: string) => Person> {
  const names = await memberNames(ctx, ids)
  return (id) => ({ id, name: names.get(id) ?? '' })
}
