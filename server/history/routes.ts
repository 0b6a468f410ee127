import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/history.ts'
import { serve } from '#platform/http/serve.ts'
import { listReturns } from './list-returns.ts'
import { getMemberTimeline, getPoolTimeline } from './member-timeline.ts'
import { getOrderTimeline } from './order-timeline.ts'
import { search } from './search.ts'
import { getWaiting } from './waiting.ts'

export function historyRoutes(app: FastifyInstance): void {
  serve(app, contract.getOrderTimeline, getOrderTimeline)
  serve(app, contract.getMemberTimeline, getMemberTimeline)
  serve(app, contract.getPoolTimeline, getPoolTimeline)
  serve(app, contract.listReturns, listReturns)
  serve(app, contract.search, search)
  serve(app, contract.getWaiting, getWaiting)
}
