import { uuidv7 } from 'uuidv7'
import type { Ctx, Role } from '#platform/ctx.ts'
import { found } from '#platform/errors.ts'
import type { Wire } from '#platform/http/serve.ts'
import { sessionCookie, tokenIn } from './cookies.ts'

/** With whose eyes a browser looks beside its user's own: of a member, or of whoever has a role. */
export type Viewing = {
  id: string
  company_id: string
  by_id: string
  member_id: string | null
  role: string | null
  /** A role of the company's own; `role` is then the fixed one that it was made from. */
  role_id: string | null
  until: string
}

type New = { by_id: string; member_id: string | null; role: Role | null; role_id: string | null; until: Date }

/** This browser looks with other eyes from now on. */
export async function keepViewing(ctx: Ctx, { request }: Wire, viewing: New): Promise<string> {
  const session_id = await sessionOf(ctx, request)
  const id = uuidv7()
  await ctx.db
    .insertInto('auth.viewings')
    .values({ ...viewing, id, session_id, company_id: ctx.viewer.company_id, began_at: ctx.now })
    .execute()
  return id
}

/** Ends what goes on in this browser; undefined when nothing does, or another request was first. */
export async function endViewingHere(ctx: Ctx, { request }: Wire): Promise<Viewing | undefined> {
  const session_id = await sessionOf(ctx, request)
  return ended(ctx).where('session_id', '=', session_id).executeTakeFirst()
}

/** Ends one whose time is over; undefined when it was ended before. */
export const endViewingById = (ctx: Ctx, id: string): Promise<Viewing | undefined> =>
  ended(ctx).where('id', '=', id).executeTakeFirst()

const ended = ({ db, now }: Ctx) =>
  db
    .updateTable('auth.viewings')
    .set({ ended_at: now })
    .where('ended_at', 'is', null)
    .returning(['id', 'company_id', 'by_id', 'member_id', 'role', 'role_id', 'until'])

async function sessionOf({ db }: Ctx, request: Wire['request']): Promise<string> {
  const token = tokenIn(sessionCookie(request) ?? '')
  const row = await db.selectFrom('auth.session').select('id').where('token', '=', token).executeTakeFirst()
  return found(row, 'session').id
}
