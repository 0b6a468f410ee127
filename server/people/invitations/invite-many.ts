import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/invitations.ts'
import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { insist, invalid } from '#platform/errors.ts'
import { holdsOf, isPoolName, makeNamed } from '../pools/named-pools.ts'
import { makeInvitation, proposedHead } from './invite.ts'
import { lockRole } from '../roles/queries.ts'
import { type RolesToOffer, rolesToOffer } from '../roles/role-named.ts'
import { type Read, readLines } from './read-lines.ts'
import { readText } from './read-text.ts'

type List = Input<typeof contract.inviteMany>

/** How a pasted list, or its lines as they were mended since, would be understood (TREE-11); nothing is written. */
export async function checkInvitations(ctx: Ctx, { text, ...list }: Input<typeof contract.checkInvitations>) {
  await proposedHead(ctx, list.head_id)
  const roles = await rolesToOffer(ctx)
  const lines = list.lines ?? readText(text ?? '', await known(ctx, roles))
  insist(lines.length > MOST ? invalid('text', 'list.too_long', { n: lines.length, limit: MOST }) : null)
  return { lines: await readLines(ctx, { ...list, lines }, roles) }
}

/** As many as one list may have. */
const MOST = 200

/** What a cell is told by: the words of roles, the names of the company's pools. */
async function known(ctx: Ctx, { named }: RolesToOffer) {
  return { isRole: (cell: string) => named(cell)?.archived === false, isPool: await isPoolName(ctx) }
}

/** Invites those whose lines are right, each with a letter where there is an e-mail; the others are given back (TREE-11). */
export async function inviteMany(ctx: Ctx, list: List) {
  const head_id = await proposedHead(ctx, list.head_id)
  // Two clicks at once: the second waits here, and then finds whom the first has invited.
  const before = await readLines(ctx, list, await rolesToOffer(ctx))
  await holdRoles(ctx, before)
  const fresh = before.flatMap(({ new_pools }) => new_pools.map((name) => ({ name, known: false })))
  await hold(ctx, [...new Set([...list.lines.map(holdOf), ...holdsOf(fresh)])])
  const lines = await readLines(ctx, list, await rolesToOffer(ctx))
  const pools = await poolsMade(ctx, lines.filter(right))
  const made = []
  for (const [line, one] of lines.entries())
    if (right(one))
      made.push({
        line,
        ...(await makeInvitation(ctx, { ...named(one, pools), role: one.role, role_id: one.role_id, head_id })),
      })
  const refused = lines.flatMap(({ faults }, line) => (faults.length > 0 ? [{ line, faults }] : []))
  return { made, refused }
}

/** Whoever puts a role away waits until it is known who comes with it (RGT-11); in the order of ids, so that two lists do not wait for each other. */
async function holdRoles(ctx: Ctx, lines: readonly Read[]): Promise<void> {
  const ids = new Set(lines.flatMap(({ role_id }) => role_id ?? []))
  for (const id of [...ids].toSorted()) await lockRole(ctx, id)
}

const holdOf = ({ email, name }: List['lines'][number]): string =>
  `invitation ${(email?.trim() || name?.trim() || '').toLowerCase()}`

const right = (one: Read): one is Read & { role: NonNullable<Read['role']> } =>
  one.faults.length === 0 && one.role !== null

/** The pools that right lines name and that there are not yet, each made once (POOL-16): ids by name. */
function poolsMade(ctx: Ctx, lines: readonly Read[]): Promise<Map<string, string>> {
  const names = [...new Set(lines.flatMap(({ new_pools }) => new_pools))]
  return makeNamed(
    ctx,
    names.map((name) => ({ name, specialities: [], member_ids: [] })),
  )
}

const named = ({ name, position, email, pools, new_pools }: Read, made: ReadonlyMap<string, string>) => ({
  email,
  pools: [...pools, ...new_pools.map((one) => ({ id: made.get(one) ?? '', name: one }))],
  ...(name && { name }),
  ...(position && { position }),
})
