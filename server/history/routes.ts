import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { Id, OneOf } from '#contract/endpoint.ts'
import * as contract from '#contract/history.ts'
import * as party from '#contract/parties/history.ts'
import { insist, no, Refused, stranger } from '#platform/errors.ts'
import { serve } from '#platform/http/serve.ts'
import { getCounterpartyHistory } from './counterparty/get-history.ts'
import { type Asked, sendHistory } from './counterparty/print-history.ts'
import { listReturns } from './list-returns.ts'
import { getMemberTimeline, getPoolTimeline } from './member-timeline.ts'
import { getOrderTimeline } from './order-timeline.ts'
import { search } from './search.ts'
import { getWaiting } from './waiting.ts'

/** The filter of the page, the language of the print, and whether matters of the house are in it. */
const Printed = Type.Object({
  ...party.HistoryFilter.properties,
  lang: Type.Optional(OneOf('ru', 'en')),
  inside: Type.Optional(Type.Boolean()),
})

export function historyRoutes(app: FastifyInstance): void {
  serve(app, contract.getOrderTimeline, getOrderTimeline)
  serve(app, contract.getMemberTimeline, getMemberTimeline)
  serve(app, contract.getPoolTimeline, getPoolTimeline)
  serve(app, party.getCounterpartyHistory, getCounterpartyHistory)
  serve(app, contract.listReturns, listReturns)
  serve(app, contract.search, search)
  serve(app, contract.getWaiting, getWaiting)
  app.get<{ Params: Pick<Asked, 'counterparty_id'>; Querystring: Omit<Asked, 'counterparty_id'> }>(
    '/api/counterparties/:counterparty_id/history.pdf',
    {
      // Its streams are compressed already.
      compress: false,
      schema: {
        summary: 'The history of a counterparty as one PDF, oldest first',
        tags: ['counterparties'],
        params: Type.Object({ counterparty_id: Id }),
        querystring: Printed,
      },
    },
    async (request, reply) => {
      const viewer = await app.frame.viewerOf(request, reply, 'staff')
      if (!viewer) throw new Refused(stranger())
      insist(viewer.kind === 'staff' ? null : no('door.staff'))
      return sendHistory(app.frame, viewer, { ...request.query, ...request.params }, reply)
    },
  )
}
