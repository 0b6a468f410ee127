import type { FastifyRequest } from 'fastify'
import { type Ctx, NOBODY, type Viewer } from '#platform/ctx.ts'
import { onPool } from '#platform/db/kysely.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { Refused } from '#platform/errors.ts'
import type { Frame } from '#platform/http/serve.ts'
import { contactsById } from '#server/counterparties/index.ts'
import { findLink, type Link } from '#server/identity/index.ts'
import { findOrder } from '#server/orders/index.ts'
import { getCompanySettings } from '#server/people/index.ts'

/** Carries the secret of one link, under that link's own addresses: links to several orders live side by side. */
export const COOKIE = 'naryad_link'
export const pathOf = (link_id: string): string => `/api/portal/${link_id}`

type Knock = { link_id: string; secret?: string }

/**
 * The eyes of whoever holds a personal link (PRT-1): the customer of that order, and of nothing else. Unknown,
 * withdrawn and forged links look the same, and the same as none.
 */
export const holderOf =
  (frame: Frame) =>
  async (request: FastifyRequest, { link_id, secret }: Knock): Promise<Viewer> => {
    const held = secret ?? request.cookies[COOKIE]
    const at = { db: onPool(frame.pool, frame.prepare), now: frame.world.now() }
    const link = held ? await findLink(at, `${link_id}.${held}`, 'customer') : null
    const viewer = link && (await customerOf(frame, link))
    if (!viewer) throw new Refused({ status: 401, code: 'portal.link_missing' })
    return viewer
  }

/** Looked up with the program's eyes, in the link's company: the viewer is not known before. */
async function customerOf(
  frame: Frame,
  { company_id, subject_id: order_id, contact_id }: Link,
): Promise<Viewer | null> {
  const program = { ...NOBODY, kind: 'system' as const, company_id, subject_id: null }
  return inTransaction(frame, program, {
    read_only: true,
    run: async (db) => {
      const ctx: Ctx = {
        db,
        viewer: program,
        now: frame.world.now(),
        if_match: null,
        world: frame.world,
        afterCommit: [],
      }
      const [order, { time_zone, currency }, contacts] = await Promise.all([
        findOrder(ctx, order_id),
        getCompanySettings(ctx),
        contactsById(ctx, [contact_id]),
      ])
      if (!order.counterparty) return null
      const { id: subject_id, name: customer } = order.counterparty
      const name = contacts.get(contact_id ?? '')?.name ?? customer
      const whose = { subject_id, name, only_order_id: order_id, contact_id, time_zone, currency }
      return { ...program, ...whose, kind: 'customer' as const }
    },
  })
}
