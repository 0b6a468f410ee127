import type { Ctx } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import { isLed } from '../performers/led.ts'

/** A person of the company, also one who has left, as far as the end of his access asks of him. */
export async function findSomeone(ctx: Ctx, member_id: string): Promise<Someone> {
  return found(await row(ctx, member_id).executeTakeFirst(), 'member')
}

/**
 * The same, held alone until the transaction ends: nobody gives him anything meanwhile, for whoever does holds him too
 * (`stayWorking`). Two statements: the second sees what the first waited for.
 */
export async function holdSomeone(ctx: Ctx, member_id: string): Promise<Someone> {
  await ctx.db
    .selectFrom('members')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', member_id)
    .forUpdate()
    .execute()
  return findSomeone(ctx, member_id)
}

const row = ({ db, viewer }: Ctx, member_id: string) =>
  db
    .selectFrom('members as m')
    .leftJoin('members as h', (join) => join.onRef('h.company_id', '=', 'm.company_id').onRef('h.id', '=', 'm.head_id'))
    .select(['m.id', 'm.name', 'm.kind', 'm.role', 'm.state', 'm.user_id', 'm.phone', 'm.version'])
    .select(['h.id as head_id', 'h.name as head_name', 'h.state as head_state', isLed(viewer).as('led')])
    .where('m.company_id', '=', viewer.company_id)
    .where('m.id', '=', member_id)

export type Someone = NonNullable<Awaited<ReturnType<ReturnType<typeof row>['executeTakeFirst']>>>
