import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { PoolRequest } from '#contract/pools.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { found, insist, invalid, no, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { membersById } from '../../names.ts'
import { can } from '../../rights.ts'
import { grantedTo, poolsAreOpen, strangersAmong } from '../reach.ts'
import { inWords, presentRequest, requestsWhere } from './queries.ts'

/** For which work, of a context above: what it is called is kept with the request. */
export type About = { kind: 'order' | 'task'; id: string; number: number; title: string }
type Asked = {
  member_ids: readonly string[]
  about: About | null
  starts_at: string
  ends_at: string
  word: string | null
}

/**
 * Asks the curators of these people for them (POOL-9). Who needs no asking is named and nothing is asked; what the
 * viewer has asked already, of the same person for the same time, stays one request.
 */
export async function askForPeople(ctx: Ctx, asked: Asked): Promise<PoolRequest[]> {
  insist(can(ctx.viewer, 'tasks.give') ? null : no('task.managers_only'))
  const span = spanOf(ctx, asked)
  const ids = [...new Set(asked.member_ids)]
  const known = await membersById(ctx, ids)
  for (const id of ids) found(known.get(id), 'member')
  await insistOnNeed(ctx, ids, span.starts_at)
  await hold(
    ctx,
    ids.map((id) => `asked ${memberOf(ctx)} ${id}`),
  )
  const open = await askedAlready(ctx, ids, span)
  const fresh = ids.filter((id) => !open.includes(id))
  const made = await insertRequests(ctx, fresh, { ...asked, ...span })
  const rows = await requestsWhere(ctx, sql`(r.id = any(${made}::uuid[]) or ${sameAs(ctx, ids, span)})`)
  for (const row of rows) if (made.includes(row.id)) await tell(ctx, 'pool_request.asked', row, inWords(row))
  return rows.map((row) => presentRequest(ctx, row))
}

type Span = { starts_at: string; ends_at: string }

function spanOf({ now }: Ctx, { starts_at, ends_at }: Span): Span {
  const [from, until] = [new Date(starts_at), new Date(ends_at)]
  insist(until <= from ? invalid('ends_at', 'task.ends_before_start') : null)
  insist(until <= now ? notNow('pool_request.over') : null)
  return { starts_at: from.toISOString(), ends_at: until.toISOString() }
}

/** Where he may be assigned as it is, a request would be answered by nobody. */
async function insistOnNeed(ctx: Ctx, ids: readonly string[], starts_at: string): Promise<void> {
  const strangers = (await poolsAreOpen(ctx)) ? [] : await strangersAmong(ctx, ids)
  const granted = await grantedTo(ctx, { starts_at })
  const needed = new Set(strangers.map(({ member }) => member.id).filter((id) => !granted.has(id)))
  const free = ids.filter((id) => !needed.has(id))
  if (free.length === 0) return
  const names = await membersById(ctx, free)
  insist(notNow('pool_request.not_needed', { name: [...names.values()].map(({ name }) => name).join(', ') }))
}

const sameAs = (ctx: Ctx, ids: readonly string[], { starts_at, ends_at }: Span) =>
  sql`(r.asked_by = ${memberOf(ctx)} and r.member_id = any(${ids}::uuid[]) and r.state = 'asked'
    and r.starts_at = ${starts_at} and r.ends_at = ${ends_at})`

async function askedAlready(ctx: Ctx, ids: readonly string[], span: Span): Promise<string[]> {
  const { rows } = await sql<{ member_id: string }>`select r.member_id from pool_requests r
    where r.company_id = ${ctx.viewer.company_id} and ${sameAs(ctx, ids, span)}`.execute(ctx.db)
  return rows.map(({ member_id }) => member_id)
}

async function insertRequests(ctx: Ctx, ids: readonly string[], { about, word, ...asked }: Asked): Promise<string[]> {
  if (ids.length === 0) return []
  const own = {
    company_id: ctx.viewer.company_id,
    asked_by: memberOf(ctx),
    asked_at: ctx.now,
    state: 'asked' as const,
    word: word?.trim() || null,
    starts_at: asked.starts_at,
    ends_at: asked.ends_at,
    ...(about && {
      about_kind: about.kind,
      about_id: about.id,
      about_number: String(about.number),
      about_title: about.title,
    }),
  }
  const rows = ids.map((member_id) => ({ ...own, id: uuidv7(), member_id }))
  await ctx.db.insertInto('pool_requests').values(rows).execute()
  return rows.map(({ id }) => id)
}
