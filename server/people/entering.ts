import { sql } from 'kysely'
import type { Ctx, Role, Viewer } from '#platform/ctx.ts'
import { userOf } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { lookingAs } from '#platform/db/transaction.ts'
import type { Switches } from './rights.ts'
import { heldRights } from './roles/held-rights.ts'
import { withSight } from './roles/sight.ts'

type Into = Switches & {
  company_id: string
  member_id: string
  role: Role
  /** Absent or null: a fixed role. */
  role_id?: string | null
  name: string
  time_zone: string
  currency: string
}

/**
 * Goes on inside a company with a staff member's eyes, in the same transaction: for a person who comes in by
 * registering it or by an invitation that he has proved to hold.
 */
export async function enter(
  ctx: Ctx,
  { company_id, member_id, orders_open, site_contact_open, role_id = null, ...rest }: Into,
): Promise<Ctx> {
  const { sight: _, ...before } = ctx.viewer
  const into = { ...before, ...rest, kind: 'staff', company_id, subject_id: member_id } as const
  const program = await enterAsProgram(ctx, company_id)
  const switches = { orders_open, site_contact_open }
  const { rights, role_name } = await heldRights(program.db, { ...switches, company_id, role: rest.role, role_id })
  const inside = await lookAs(ctx, { ...into, rights, ...(role_name !== null && { role_name }) })
  const viewer = await withSight(inside.db, inside.viewer, dayIn(rest.time_zone, ctx.now))
  return viewer.sight ? lookAs(ctx, viewer) : inside
}

/** Goes on inside a company with the program's eyes: for what a person's proof opens before he is a member. */
export async function enterAsProgram(ctx: Ctx, company_id: string): Promise<Ctx> {
  return lookAs(ctx, { ...ctx.viewer, kind: 'system', company_id, subject_id: null })
}

/** Runs a part with the eyes of the user himself, who sees which companies he works in, whichever he is in now. */
export async function asUser<T>(ctx: Ctx, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.viewer.kind === 'user') return run(ctx)
  const inner = await lookAs(ctx, { ...ctx.viewer, kind: 'user', company_id: '', subject_id: userOf(ctx) })
  const answer = await run(inner)
  await lookAs(ctx, ctx.viewer)
  return answer
}

/** Whether a user works in another company too. Nobody is told: it decides which of his sessions end with this one. */
export async function worksElsewhere(ctx: Ctx, user_id: string): Promise<boolean> {
  const inner = await lookAs(ctx, { ...ctx.viewer, kind: 'user', company_id: '', subject_id: user_id })
  const rows = await inner.db
    .selectFrom('members')
    .select('id')
    .where('user_id', '=', user_id)
    .where('company_id', '<>', ctx.viewer.company_id)
    .where('state', '=', 'active')
    .limit(1)
    .execute()
  await lookAs(ctx, ctx.viewer)
  return rows.length > 0
}

/** Goes on with the eyes that this context had before a part of the work lent others. */
export async function lookAgain(ctx: Ctx): Promise<Ctx> {
  return lookAs(ctx, ctx.viewer)
}

async function lookAs(ctx: Ctx, viewer: Viewer): Promise<Ctx> {
  await sql.raw(lookingAs(viewer)).execute(ctx.db)
  return { ...ctx, viewer }
}
