import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/invitations.ts'
import type { Ctx } from '#platform/ctx.ts'
import { faultOfNewOffer, faultOfOffer } from '../pools/invited-curator.ts'
import { faultOfNew, type NamedPool, poolReader } from '../pools/named-pools.ts'
import type { RolesToOffer, ToOffer } from '../roles/role-named.ts'
import { knownAddresses } from './known-addresses.ts'
import { invitationPolicy } from './policy.ts'

type List = Input<typeof contract.inviteMany>
type Line = List['lines'][number]
type Fault = contract.ReadLine['faults'][number]
export type Read = contract.ReadLine

/** Reads each line as it was typed: what is wrong is said of its cell (TREE-11). */
export async function readLines(ctx: Ctx, list: List, roles: RolesToOffer): Promise<Read[]> {
  const usual = roles.given(list)
  const pools = await poolReader(
    ctx,
    list.lines.map(({ pool = '' }) => pool),
  )
  const plain = list.lines.map((line) => ({
    ...plainOf(line, line.role?.trim() ? roles.named(line.role) : usual),
    ...named(pools(line.pool ?? '')),
  }))
  const given = plain.flatMap(({ email }) => (email ? [email] : []))
  const known = await knownAddresses(ctx, given)
  const called = await namesWaiting(ctx)
  const seen = new Set<string>()
  return plain.map((line) => {
    const faults: Fault[] = [...cellFaults(ctx, line, { make_pools: list.make_pools, roles })]
    const key = line.email ?? line.name?.toLowerCase() ?? ''
    if (faults.length === 0 && key) {
      const there = line.email ? known.faultOf(line.email) : null
      if (there) faults.push({ field: 'email', code: there.code, ...(there.facts && { facts: there.facts }) })
      else if (seen.has(key)) faults.push({ field: line.email ? 'email' : 'name', code: 'invitation.twice_in_list' })
      else if (!line.email && called.has(key)) faults.push({ field: 'name', code: 'invitation.name_waits' })
      seen.add(key)
    }
    const { told: _told, given: _given, ...read } = line
    return { ...read, faults }
  })
}

type Plain = Omit<Read, 'faults'> & { told: readonly NamedPool[]; given: ToOffer | null }

function plainOf({ name = '', email = '', role = '', position = '', pool = '' }: Line, given: ToOffer | null) {
  const address = email.trim().toLowerCase() || null
  return {
    cells: { name, email, role, position, pool },
    name: name.trim() || null,
    email: address,
    given,
    role: given?.role ?? null,
    role_id: given?.role_id ?? null,
    role_name: given?.name ?? null,
    position: position.trim() || null,
  }
}

type About = { make_pools: boolean | undefined; roles: RolesToOffer }

function cellFaults(ctx: Ctx, line: Plain, { make_pools, roles }: About): Fault[] {
  const { name, email } = line
  if (!name && !email) return [{ field: 'name', code: 'invitation.line_empty' }]
  const faults: Fault[] = poolFaults(ctx, line, make_pools)
  if (email && !MAIL.test(email)) faults.push({ field: 'email', code: 'field.email' })
  return [...faults, ...roleFaults(ctx, line, roles)]
}

/** Which of its own roles the company has is said with the fixed ones; more than a few would be no sentence. */
const TOLD = 5

function roleFaults({ viewer }: Ctx, { given }: Plain, { own }: RolesToOffer): Fault[] {
  if (given?.archived) return [{ field: 'role', code: 'roles.archived' }]
  if (given)
    return invitationPolicy.offer(viewer, given.rights) ? [{ field: 'role', code: 'invitation.role_above' }] : []
  const names = own
    .filter((one) => !one.archived && !invitationPolicy.offer(viewer, one.rights))
    .map(({ name }) => name)
  const facts = { n: names.length, own: names.slice(0, TOLD).join(', ') }
  return [{ field: 'role', code: 'invitation.role_unknown', facts }]
}

function poolFaults(ctx: Ctx, { given, told }: Plain, make_pools: boolean | undefined): Fault[] {
  const closed = told.flatMap(({ pool }) => {
    if (!given) return []
    return (pool ? faultOfOffer(ctx, pool, given.rights) : faultOfNewOffer(given.rights)) ?? []
  })
  const why = faultOfNew(ctx, told, make_pools) ?? closed[0]
  return why ? [{ field: 'pool', code: why.code, ...(why.facts && { facts: why.facts }) }] : []
}

/** The pools that a line names: those that there are, and the names of those that there are not. */
const named = (told: readonly NamedPool[]) => ({
  told,
  pools: told.flatMap(({ pool }) => (pool ? [{ id: pool.id, name: pool.name }] : [])),
  new_pools: told.flatMap(({ name, pool }) => (pool ? [] : [name])),
})

const MAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/

/** Names of those who are invited without an e-mail and have not come: a second link would go to the same person. */
async function namesWaiting(ctx: Ctx): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('invitations')
    .select('name')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('state', 'in', ['sent', 'opened'])
    .where(sql<boolean>`expires_at > ${ctx.now}`)
    .where('email', 'is', null)
    .where('name', 'is not', null)
    .execute()
  return new Set(rows.map(({ name }) => name?.toLowerCase() ?? ''))
}
