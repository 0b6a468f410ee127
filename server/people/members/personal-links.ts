import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { onPool } from '#platform/db/kysely.ts'
import { found, insist } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import type { Frame, Wire } from '#platform/http/serve.ts'
import { copyCookies, findLink, makeLink, markLink, revokeLinks } from '#server/identity/index.ts'
import { performerEyes } from '../viewers.ts'
import { memberPolicy } from './policy.ts'
import { findMember, lockMember } from './queries.ts'

/** Makes a performer's personal link (PPL-10); the earlier ones stop working. */
export async function makePersonalLink(ctx: Ctx, { member_id }: Input<typeof contract.makePersonalLink>) {
  const member = await lockMember(ctx, member_id)
  insist(memberPolicy.link(ctx.viewer, member))
  await revokeLinks(ctx, 'performer', member.id)
  const link = await makeLink(ctx, { purpose: 'performer', subject_id: member.id })
  await tell(ctx, 'member.link_made', member, { name: member.name })
  return { url: `${ctx.world.config.public_url}/l/${link}` }
}

type Held = { link: string }

/** Lends the eyes of the performer whose link it is; withdrawn, forged and of one who has left look the same. */
export const holderOfLink =
  ({ pool, prepare, world }: Frame) =>
  async (_: unknown, { link }: Held) => {
    const { company_id, subject_id } = found(
      await findLink({ db: onPool(pool, prepare), now: world.now() }, link, 'performer'),
      'link',
    )
    return found(await performerEyes({ pool, prepare }, company_id, subject_id), 'link')
  }

/** Whose a link is. Messengers open links to preview them, so looking signs nobody in (PPL-11). */
export async function lookAtPersonalLink(ctx: Ctx, { link }: Held) {
  const { id } = found(await findLink(ctx, link, 'performer'), 'link')
  await markLink(ctx.db, id, 'opened_at', ctx.now)
  const { company_id } = ctx.viewer
  const company = await ctx.db
    .selectFrom('companies')
    .select(['id', 'name'])
    .where('id', '=', company_id)
    .executeTakeFirstOrThrow()
  return { member: await thisPerson(ctx), company }
}

/**
 * Signs the performer in on this phone. The link goes on working until it is withdrawn, for he may change phones;
 * each use is a fact of the history (PPL-11).
 */
export async function usePersonalLink(ctx: Ctx, { link }: Held, { request, reply }: Wire) {
  const member = await lockMember(ctx, memberOf(ctx))
  // Looked at again behind the lock: a new link may have been made meanwhile.
  const { id } = found(await findLink(ctx, link, 'performer'), 'link')
  // So may his access have been suspended.
  found(member.state === 'suspended' ? null : member, 'link')
  const { api } = request.server.accounts
  const made = { body: { id: member.id, name: member.name } }
  const user_id = (await userOf(ctx, member.id)) ?? (await api.makeUserWithoutMail(made)).user_id
  await ctx.db
    .updateTable('members')
    .set({ user_id, state: 'active', ...(member.state !== 'active' && { version: member.version + 1 }) })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', member.id)
    .execute()
  await markLink(ctx.db, id, 'used_at', ctx.now)
  await tell(ctx, 'member.link_used', member, { name: member.name })
  const headers = new Headers({ 'user-agent': request.headers['user-agent'] ?? '', 'x-forwarded-for': request.ip })
  const body = { user_id, company_id: ctx.viewer.company_id }
  const session = await api.openSessionOf({ body, headers, returnHeaders: true })
  copyCookies(session.headers, reply)
  ctx.afterCommit.push(() => ctx.world.sessionsChanged(user_id))
  return { member: await thisPerson(ctx) }
}

/** Whoever has come in before is the same user: of two cards that became one it may have been made for the other. */
async function userOf({ db, viewer }: Ctx, member_id: string): Promise<string | null> {
  const row = await db
    .selectFrom('members')
    .select('user_id')
    .where('company_id', '=', viewer.company_id)
    .where('id', '=', member_id)
    .executeTakeFirst()
  return row?.user_id ?? null
}

async function thisPerson(ctx: Ctx) {
  const { id, name } = await findMember(ctx, memberOf(ctx))
  return { id, name }
}
