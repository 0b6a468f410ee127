import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/invitations.ts'
import type { Ctx } from '#platform/ctx.ts'
import { locales, wordsFor } from '#words/index.ts'
import { faultOfNewOffer, faultOfOffer } from '../pools/invited-curator.ts'
import { faultOfNew, type NamedPool, poolReader } from '../pools/named-pools.ts'
import { rightsOf } from '../rights.ts'
import { knownAddresses } from './known-addresses.ts'
import { invitationPolicy } from './policy.ts'

type List = Input<typeof contract.inviteMany>
type Line = List['lines'][number]
type Fault = contract.ReadLine['faults'][number]
type Offered = NonNullable<contract.ReadLine['role']>
export type Read = contract.ReadLine

/** Reads each line as it was typed: what is wrong is said of its cell (TREE-11). */
export async function readLines(ctx: Ctx, list: List): Promise<Read[]> {
  const pools = await poolReader(
    ctx,
    list.lines.map(({ pool = '' }) => pool),
  )
  const plain = list.lines.map((line) => ({ ...plainOf(line, list.role), ...named(pools(line.pool ?? '')) }))
  const given = plain.flatMap(({ email }) => (email ? [email] : []))
  const known = await knownAddresses(ctx, given)
  const called = await namesWaiting(ctx)
  const seen = new Set<string>()
  return plain.map((line) => {
    const faults: Fault[] = [...cellFaults(ctx, line, list.make_pools)]
    const key = line.email ?? line.name?.toLowerCase() ?? ''
    if (faults.length === 0 && key) {
      const there = line.email ? known.faultOf(line.email) : null
      if (there) faults.push({ field: 'email', code: there.code, ...(there.facts && { facts: there.facts }) })
      else if (seen.has(key)) faults.push({ field: line.email ? 'email' : 'name', code: 'invitation.twice_in_list' })
      else if (!line.email && called.has(key)) faults.push({ field: 'name', code: 'invitation.name_waits' })
      seen.add(key)
    }
    const { told: _told, ...read } = line
    return { ...read, faults }
  })
}

type Plain = Omit<Read, 'faults'> & { told: readonly NamedPool[] }

function plainOf({ name = '', email = '', role = '', position = '', pool = '' }: Line, usual: Offered) {
  const address = email.trim().toLowerCase() || null
  return {
    cells: { name, email, role, position, pool },
    name: name.trim() || null,
    email: address,
    role: role.trim() ? roleNamed(role) : usual,
    position: position.trim() || null,
  }
}

function cellFaults(ctx: Ctx, { name, email, role, told }: Plain, make_pools: boolean | undefined): Fault[] {
  if (!name && !email) return [{ field: 'name', code: 'invitation.line_empty' }]
  const faults: Fault[] = poolFaults(ctx, { role, told }, make_pools)
  if (email && !MAIL.test(email)) faults.push({ field: 'email', code: 'field.email' })
  if (role === null) faults.push({ field: 'role', code: 'invitation.role_unknown' })
  else if (invitationPolicy.offer(ctx.viewer, rightsOf(role)))
    faults.push({ field: 'role', code: 'invitation.role_above' })
  return faults
}

function poolFaults(ctx: Ctx, { role, told }: Pick<Plain, 'role' | 'told'>, make_pools: boolean | undefined): Fault[] {
  const closed = told.flatMap(({ pool }) => {
    if (role === null) return []
    return (pool ? faultOfOffer(ctx, pool, rightsOf(role)) : faultOfNewOffer(rightsOf(role))) ?? []
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

const ROLES: readonly Offered[] = ['admin', 'manager', 'accountant', 'member']

/** A role by its code or by its name in any of our languages: «Менеджер», manager. */
export function roleNamed(text: string): Offered | null {
  const wanted = text.trim().toLowerCase()
  return (
    ROLES.find(
      (role) => role === wanted || locales.some((locale) => wordsFor(locale)(`role.${role}`).toLowerCase() === wanted),
    ) ?? null
  )
}

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
