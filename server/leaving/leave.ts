import type { Input } from '#contract/endpoint.ts'
import type { HeldGroup, HeldThing, leave as contract } from '#contract/leaving.ts'
import type { Person } from '#contract/people.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { found, insist, invalid, no, notNow, type Refusal } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { enqueue } from '#platform/jobs/job.ts'
import {
  accessPolicy,
  endSubstitutionsOf,
  holdSomeone,
  isActiveStaff,
  insistOnReach,
  leavePools,
  membersById,
  shutOut,
  type Someone,
} from '#server/people/index.ts'
import { stopClock } from '#server/tasks/index.ts'
import { handOver, holdAllOf, holdingsOf, type Holdings, OPTIONAL } from './holdings.ts'
import { lookAgain } from './look-again.ts'
import { endsFor } from './preview-leaving.ts'

type Given = Input<typeof contract>['held'][number]
type Share = { group: HeldGroup; ids: string[]; to: Person | null }

/** A person leaves (LEAVE-2): what he holds is handed over, his clock is stopped, and his access ends, all or nothing. */
export async function leave(ctx: Ctx, { member_id, held }: Input<typeof contract>) {
  const at = await holdAllOf(ctx, member_id)
  const member = await holdSomeone(ctx, member_id)
  await insistStillHere(ctx)
  insist(accessPolicy.leave(ctx.viewer, member))
  const now = await holdingsOf(ctx, member_id)
  insist(whatIsNew(now, held))

  const shares = await sharesOf(ctx, member, { now, held })
  const ended = await endsFor(ctx, member)
  for (const { group, ...share } of shares) await handOver(ctx, group, { from: member, at, ...share })
  await leavePools(ctx, member)
  await stopClock(ctx, { member_id })
  await endSubstitutionsOf(ctx, member_id)
  await shutOut(ctx, member, { for_good: true, at })
  const handed = shares.map(({ group, ids, to }) => ({ group, count: ids.length, to }))
  const told = handed.map(({ to, ...one }) => ({ ...one, to: to?.name ?? null }))
  const heirs = shares.map(({ group, to }) => ({ group, to_id: to?.id ?? null }))
  const soon = new Date(ctx.now.getTime() + 60_000)
  await enqueue(ctx, lookAgain, { member_id, by_id: memberOf(ctx), heirs }, { run_at: soon })
  await tell(ctx, 'member.left', member, { name: member.name, handed: told })
  return { member: { id: member.id, name: member.name }, handed, ended }
}

/** Of two who let each other go at once the second has gone by now. */
export async function insistStillHere(ctx: Ctx): Promise<void> {
  insist((await isActiveStaff(ctx, memberOf(ctx))) ? null : no('member.not_yours'))
}

/** What he holds by now and had not when it was shown. What is his no more is nobody's worry. */
function whatIsNew(now: Holdings, seen: readonly Given[]): Refusal | null {
  const known = new Set(seen.flatMap(({ group, ids }) => ids.map((id) => `${group} ${id}`)))
  const fresh = Object.entries(now).flatMap(([group, things]) =>
    things.filter(({ id }) => !known.has(`${group} ${id}`)).map((thing) => ({ group, ...thing })),
  )
  if (fresh.length === 0) return null
  const groups = [...new Set(fresh.map(({ group }) => group))]
  return notNow('leaving.stale', { count: fresh.length, what: inWords(fresh), groups })
}

const SOME = 3
const inWords = (things: readonly HeldThing[]) =>
  things
    .slice(0, SOME)
    .map(({ number, title }) => (number === null ? title : `№ ${number} ${title}`))
    .join(', ') + (things.length > SOME ? '…' : '')

/** Who gets what is there now. Each successor works here and is another person; what must have one has one. */
async function sharesOf(
  ctx: Ctx,
  member: Someone,
  { now, held }: { now: Holdings; held: readonly Given[] },
): Promise<Share[]> {
  const given = new Map(held.map((one, at) => [one.group, { to_id: one.to_id, field: `held.${at}.to_id` }]))
  const shares: Share[] = []
  for (const [group, things] of Object.entries(now) as [HeldGroup, HeldThing[]][]) {
    if (things.length === 0) continue
    const { to_id = null, field = 'held' } = given.get(group) ?? {}
    const to = to_id === null ? null : await heirOf(ctx, member, { id: to_id, group, field })
    insist(to || OPTIONAL.has(group) ? null : invalid(field, 'leaving.nobody'))
    shares.push({ group, ids: things.map(({ id }) => id), to })
  }
  return shares
}

type Named = { id: string; group: HeldGroup; field: string }

async function heirOf(ctx: Ctx, member: Someone, { id, group, field }: Named): Promise<Person> {
  insist(id === member.id ? invalid(field, 'leaving.himself') : null)
  const heir = found((await membersById(ctx, [id])).get(id), 'member')
  // Work goes to whoever can be given tasks; all else is for the staff.
  const performs = group === 'work' && heir.kind === 'performer' && heir.state !== 'suspended' && heir.state !== 'left'
  const fits = performs || (await isActiveStaff(ctx, id))
  insist(fits ? null : invalid(field, 'leaving.heir_unfit', { name: heir.name }))
  if (performs) await insistOnReach(ctx, [id], null)
  return { id, name: heir.name }
}
