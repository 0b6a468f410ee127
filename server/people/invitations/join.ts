import { uuidv7 } from 'uuidv7'
import { type Ctx, type Role, userOf } from '#platform/ctx.ts'
import { insist, notNow } from '#platform/errors.ts'
import type { User } from '#server/identity/index.ts'

type Joining = {
  role: Role
  role_id?: string | null
  position: string | null
  name: string
  user: User
  /** Whoever comes by the company's link waits for his head's word. */
  state: 'active' | 'invited'
  /** His row, if he had left or waits already. */
  old_id: string | null
}

/** Makes the member, or takes back one who had left: what he did before is still his. */
export async function join(ctx: Ctx, { user, old_id, position, role_id = null, ...rest }: Joining): Promise<string> {
  const company_id = ctx.viewer.company_id
  // Whoever comes back comes with the role that he was asked in with.
  const facts = { ...rest, role_id, ...(position && { position }), email: user.email, kind: 'staff' } as const
  if (old_id !== null) {
    await freeHisPhone(ctx, old_id)
    await ctx.db
      .updateTable('members')
      .set((own) => ({ ...facts, out_since: null, version: own('version', '+', 1) }))
      .where('company_id', '=', company_id)
      .where('id', '=', old_id)
      .execute()
    return old_id
  }
  const made = await ctx.db
    .insertInto('members')
    .values({ ...facts, company_id, id: uuidv7(), user_id: user.id, created_at: ctx.now })
    // Two invitations of one company accepted by one person at the same moment.
    .onConflict((on) => on.columns(['user_id', 'company_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) insist(notNow('invitation.already_member', { company: (await companyOf(ctx)).name }))
  return made?.id ?? ''
}

/** One phone is one person of those who work here: while he was away, his may have become another's. */
async function freeHisPhone({ db, viewer }: Ctx, member_id: string): Promise<void> {
  await db
    .updateTable('members as m')
    .set({ phone: null })
    .where('m.company_id', '=', viewer.company_id)
    .where('m.id', '=', member_id)
    .where('m.state', '=', 'left')
    .where((own) =>
      own.exists(
        own
          .selectFrom('members as o')
          .select('o.id')
          .whereRef('o.company_id', '=', 'm.company_id')
          .whereRef('o.phone', '=', 'm.phone')
          .whereRef('o.id', '<>', 'm.id')
          .where('o.state', '<>', 'left'),
      ),
    )
    .execute()
}

export async function memberOfUser(ctx: Ctx) {
  return ctx.db
    .selectFrom('members')
    .select(['id', 'name', 'role', 'role_id', 'state', 'user_id'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('user_id', '=', userOf(ctx))
    .executeTakeFirst()
}

export async function companyOf({ db, viewer }: Ctx) {
  return db
    .selectFrom('companies')
    .select(['id', 'name', 'time_zone', 'currency', 'orders_open', 'site_contact_open'])
    .where('id', '=', viewer.company_id)
    .executeTakeFirstOrThrow()
}
