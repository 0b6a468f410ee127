import type { ApiScope } from '#contract/access/security.ts'
import { no, type Refusal } from '#platform/errors.ts'

/** The part of the API that a path's first word belongs to. What stands in none is closed to keys. */
const PARTS: Record<string, string> = {
  orders: 'orders',
  board: 'orders',
  funnels: 'orders',
  clashes: 'orders',
  callers: 'orders',
  waiting: 'orders',
  tasks: 'tasks',
  'time-entries': 'tasks',
  counterparties: 'counterparties',
  contacts: 'counterparties',
  parties: 'counterparties',
  contracts: 'counterparties',
  sites: 'counterparties',
  assets: 'counterparties',
  members: 'people',
  performers: 'people',
  specialities: 'people',
  structure: 'people',
  pools: 'people',
  'pool-requests': 'people',
  candidates: 'people',
  documents: 'documents',
  reports: 'reports',
}

/** What opens an account to whoever holds it: a person makes it and hands it over, wherever in a path it stands. */
const FOR_PEOPLE = new Set([
  'sign-in',
  'personal-link',
  'personal-links',
  'customer-link',
  'settle',
  'turn-away',
  'match',
  'role',
])

/**
 * Why a key may not do this, or null. Its member's own rights are asked afterwards, so it never does more than he
 * (IDN-11): invitations, links of people and customers, letting somebody in, who has which role, settings and other keys are for
 * people only.
 */
export function outOfScope(scopes: readonly ApiScope[], method: string, route: string | undefined): Refusal | null {
  const words = (route ?? '').split('/')
  const [, , word = ''] = words
  if (words.some((each) => FOR_PEOPLE.has(each))) return no('api_key.scope')
  const reads = method === 'GET' || method === 'HEAD'
  if (reads && route === '/api/me') return null
  const part = PARTS[word]
  const wanted = reads ? [`${part}.read`, `${part}.write`] : [`${part}.write`]
  const given: readonly string[] = scopes
  return part && wanted.some((scope) => given.includes(scope)) ? null : no('api_key.scope', part ? { part } : undefined)
}
