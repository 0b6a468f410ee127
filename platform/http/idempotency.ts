import { hash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Viewer } from '../ctx.ts'
import type { NewRow } from '../db/insert-of.ts'
import { type Doorway, inTransaction } from '../db/transaction.ts'
import { Refused } from '../errors.ts'

/** Why a repeat could not be served by its key. */
const reused = (): Refused => new Refused({ status: 422, code: 'idempotency.reused', field: 'Idempotency-Key' })

/** The same key must come with the same request: method, path and body, as they were sent. */
export const requestHash = (request: FastifyRequest): Buffer =>
  hash('sha256', `${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`, 'buffer')

/** Whose key it is: the viewer as he knocked, for a use case may let him into a company. */
export type Holder = { company_id: string; actor_id: string }

const NO_COMPANY = '00000000-0000-0000-0000-000000000000'

export function holderOf({ company_id, contact_id, subject_id }: Viewer): Holder {
  const company = company_id || NO_COMPANY
  return { company_id: company, actor_id: contact_id ?? subject_id ?? company }
}

type Kept = { key: string; hash: Buffer; holder: Holder; reply: unknown; at: Date }

/** Keeps the answer with the rows it speaks of. A second writer of the same key waits here, and then fails. */
export const keeping = ({ key, hash, holder, reply, at }: Kept): NewRow => ({
  into: 'idempotency_keys',
  row: { ...holder, key, request_hash: hash, status: 200, reply: reply as never, at },
})

type Outcome = { reply: unknown } | { error: unknown }

/** The work, with its failure kept as a value: a repeat that lost the race must not show its own refusal. */
export const answered = (work: () => Promise<unknown>) => (): Promise<Outcome> =>
  work().then(
    (reply) => ({ reply }),
    (error: unknown) => ({ error }),
  )

/**
 * Does the work once for a key, and gives every repeat the first answer.
 *
 * The work goes first, without a look at the keys: repeats are rare, and the key's primary key makes the
 * second of two at once undo itself. Only when the work failed is it asked whether it had been done before.
 */
export async function repeatOf(
  doorway: Doorway,
  viewer: Viewer,
  { key, hash, work }: { key: string; hash: Buffer; work: () => Promise<Outcome> },
): Promise<unknown> {
  const outcome = await work()
  if ('reply' in outcome) return outcome.reply
  const holder = holderOf(viewer)
  const before = await inTransaction(doorway, viewer, {
    read_only: true,
    run: (db) =>
      db
        .selectFrom('idempotency_keys')
        .select(['request_hash', 'reply'])
        .where('company_id', '=', holder.company_id)
        .where('actor_id', '=', holder.actor_id)
        .where('key', '=', key)
        .executeTakeFirst(),
  })
  if (!before) throw outcome.error
  if (!hash.equals(before.request_hash)) throw reused()
  return before.reply
}
