import { type RawBuilder, sql } from 'kysely'
import type * as contract from '#contract/pools.ts'
import type { Ctx } from '#platform/ctx.ts'
import { handledBy } from '../../substitutions/acts-for.ts'
import { found } from '#platform/errors.ts'
import { curatorsOfPerson, ledPools, poolsOfPerson } from '../in-force.ts'
import { poolPolicy } from '../policy.ts'

export type RequestRow = Omit<contract.PoolRequest, 'can'> & {
  asked_by_id: string
  leads: boolean
  led_by_nobody: boolean
}

const person = (id: string): RawBuilder<unknown> =>
  sql`(select jsonb_build_object('id', m.id, 'name', m.name) from members m where m.company_id = r.company_id and m.id = ${sql.ref(id)})`

/** That the person of a request `r` is in a pool that the viewer leads today. */
export const ledByMe = (ctx: Ctx): RawBuilder<boolean> => sql<boolean>`exists (select from pool_members pm
  where pm.company_id = r.company_id and pm.member_id = r.member_id and pm.to_at is null and pm.pool_id in ${ledPools(ctx)})`

/** Requests that the viewer sees (POOL-10): all for owner and administrators, else his own and for the people he leads. */
const seen = (ctx: Ctx): RawBuilder<unknown> =>
  poolPolicy.leadsAll(ctx.viewer) ? sql`true` : sql`(${handledBy(ctx.viewer, sql`r.asked_by`)} or ${ledByMe(ctx)})`

/** Requests with all that is shown of them, newest first, in one statement: every read of them starts here. */
export async function requestsWhere(ctx: Ctx, only: RawBuilder<unknown>, limit = 500): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select r.id, ${person('r.member_id')} as member, ${poolsOfPerson(sql`r.company_id`, sql`r.member_id`)} as pools,
      ${curatorsOfPerson(ctx, sql`r.member_id`)} as curators, ${person('r.asked_by')} as asked_by, r.asked_at,
      case when r.about_id is not null then jsonb_build_object('kind', r.about_kind, 'id', r.about_id,
        'number', r.about_number, 'title', r.about_title) end as about,
      r.starts_at, r.ends_at, r.word, r.state, r.ends_at <= ${ctx.now} as over,
      ${person('r.answered_by')} as answered_by, r.answered_at, r.answer, r.asked_by as asked_by_id,
      ${ledByMe(ctx)} as leads, ${curatorsOfPerson(ctx, sql`r.member_id`)} = '[]' as led_by_nobody
    from pool_requests r
    where r.company_id = ${ctx.viewer.company_id} and ${seen(ctx)} and ${only}
    order by r.id desc limit ${limit}`.execute(ctx.db)
  return rows
}

/** One request that the viewer sees, held until the transaction ends. */
export async function lockRequest(ctx: Ctx, id: string): Promise<RequestRow> {
  await ctx.db
    .selectFrom('pool_requests')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
  return findRequest(ctx, id)
}

export async function findRequest(ctx: Ctx, id: string): Promise<RequestRow> {
  const [request] = await requestsWhere(ctx, sql`r.id = ${id}`)
  return found(request, 'pool_request')
}

export function presentRequest({ viewer }: Pick<Ctx, 'viewer'>, row: RequestRow): contract.PoolRequest {
  const { asked_by_id: _asker, leads: _leads, led_by_nobody: _nobody, ...request } = row
  return { ...request, can: { answer: poolPolicy.answer(viewer, row), withdraw: poolPolicy.withdraw(viewer, row) } }
}

/** What an event's sentence says of a request. */
export const inWords = ({ member, asked_by, about, word }: RequestRow) => ({
  member: member.name,
  asked_by: asked_by.name,
  about: about ? `№ ${about.number} ${about.title}` : '',
  word,
})

/** A request that waits for the viewer, for the list of what waits for him. */
export type WaitingRequest = {
  id: string
  at: string
  member: contract.PoolRequest['member']
  asked_by: contract.PoolRequest['asked_by']
  about: string
  word: string | null
  span: { starts_at: string; ends_at: string }
}

/**
 * Requests that the viewer is to answer: for people of the pools he leads; for owner and administrators those whose
 * pools nobody leads today (POOL-10).
 */
export async function requestsWaiting(ctx: Ctx, limit = 100): Promise<WaitingRequest[]> {
  const rows = await requestsWhere(ctx, toAnswer(ctx), limit)
  return rows.map((row) => ({
    id: row.id,
    at: row.asked_at,
    member: row.member,
    asked_by: row.asked_by,
    about: inWords(row).about,
    word: row.word,
    span: { starts_at: row.starts_at, ends_at: row.ends_at },
  }))
}

export function toAnswer(ctx: Ctx): RawBuilder<unknown> {
  const orphans = sql`or ${curatorsOfPerson(ctx, sql`r.member_id`)} = '[]'`
  return sql`r.state = 'asked' and r.ends_at > ${ctx.now} and (${ledByMe(ctx)} ${poolPolicy.leadsAll(ctx.viewer) ? orphans : sql``})`
}
