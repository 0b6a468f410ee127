import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/invitations.ts'
import type { Ctx } from '#platform/ctx.ts'
import { onPool } from '#platform/db/kysely.ts'
import { found, insist, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import type { Frame } from '#platform/http/serve.ts'
import { currentUser, findLink, markLink } from '#server/identity/index.ts'
import { enterAsProgram, lookAgain } from '../entering.ts'
import { companyOf, join, memberOfUser } from '../invitations/join.ts'
import { waitingOf } from '../present-me.ts'
import { closeWords, say } from '../tree/declarations.ts'
import { namedHead } from '../tree/expected-heads.ts'
import { lockTree } from '../tree/lock-tree.ts'
import { leaveWaiting } from '../tree/move-member.ts'
import { linkEyes } from '../viewers.ts'
import { openLink } from './joining-link.ts'

type Held = { link: string }

/** Lends the program's eyes in the company whose joining link it is. */
export const holderOfJoining =
  ({ pool, prepare, world }: Frame) =>
  async (_: unknown, { link }: Held) =>
    linkEyes(found(await findLink({ db: onPool(pool, prepare), now: world.now() }, link, 'joining'), 'link').company_id)

/** Whose the link is: nothing else of the company is told to a stranger. */
export async function lookAtJoiningLink(ctx: Ctx, { link }: Held) {
  const { id } = found(await findLink(ctx, link, 'joining'), 'link')
  await markLink(ctx.db, id, 'opened_at', ctx.now)
  const { id: company_id, name } = await companyOf(ctx)
  return { company: { id: company_id, name }, role: await roleOf(ctx) }
}

/** Names to choose a head from: for who has an account and holds the link, found by a part of the name. */
export async function findHeads(ctx: Ctx, { link, search }: Input<typeof contract.findHeads>) {
  const { company_id } = found(await findLink(ctx, link, 'joining'), 'link')
  const program = await enterAsProgram(ctx, company_id)
  const like = `%${(search ?? '').trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const { rows } = await sql<{ id: string; name: string; position: string | null }>`
    select m.id, m.name, m.position from placements p
    join members m on m.company_id = p.company_id and m.id = p.member_id and m.state = 'active'
    where p.company_id = ${company_id} and p.to_at is null and m.name ilike ${like} order by m.name, m.id limit 50`.execute(
    program.db,
  )
  return { rows }
}

/** Asks to join, naming his head (TREE-10). Asked again, it changes the name of the head; it makes no second member. */
export async function askToJoin(ctx: Ctx, input: Input<typeof contract.askToJoin>) {
  const { id: link_id, company_id } = found(await findLink(ctx, input.link, 'joining'), 'link')
  const program = await enterAsProgram(ctx, company_id)
  await lockTree(program)
  // Looked at again behind the lock: it may have been closed meanwhile.
  found(await findLink(ctx, input.link, 'joining'), 'link')
  const before = await memberOfUser(program)
  const here = before && (before.state === 'active' || before.state === 'suspended')
  insist(here ? notNow('invitation.already_member', { company: (await companyOf(program)).name }) : null)

  const user = await currentUser(ctx)
  const name = input.name?.trim() || user.name
  const position = input.position?.trim() || null
  const role = await roleOf(program)
  const member_id = await join(program, { role, position, name, user, state: 'invited', old_id: before?.id ?? null })
  const { head, ...named } = await namedHead(program, member_id, input)
  await closeWords(program, member_id)
  await say(program, { member_id, said_as: 'member', said_by: member_id, agrees: true, at: ctx.now, ...named })
  await markLink(ctx.db, link_id, 'used_at', ctx.now)
  const asking = { ...program, viewer: { ...program.viewer, subject_id: member_id, name } }
  await tell(
    asking,
    'member.asked_to_join',
    { id: member_id },
    { name, head: head?.name ?? input.expected?.name ?? '' },
  )
  return stillWaiting(ctx)
}

/** The person thinks better of it. */
export async function stopWaiting(ctx: Ctx, { company_id }: Input<typeof contract.stopWaiting>) {
  const program = await enterAsProgram(ctx, company_id)
  await lockWaited(program)
  const member = await memberOfUser(program)
  const waiting = found(member?.state === 'invited' ? member : null, 'company')
  await leaveWaiting(program, waiting)
  const leaving = { ...program, viewer: { ...program.viewer, subject_id: waiting.id, name: waiting.name } }
  await tell(leaving, 'member.stopped_waiting', waiting, { name: waiting.name })
  return stillWaiting(ctx)
}

/** A company that he names may be any, also one that is not there: only where he has a row is there a tree to hold. */
async function lockWaited(program: Ctx): Promise<void> {
  found(await memberOfUser(program), 'company')
  await lockTree(program)
}

/** Where the person waits now. */
async function stillWaiting(ctx: Ctx) {
  return { waiting: await waitingOf(await lookAgain(ctx)) }
}

async function roleOf(ctx: Ctx) {
  const { role } = found(await openLink(ctx), 'link')
  return role as Exclude<typeof role, 'owner' | 'performer'>
}
