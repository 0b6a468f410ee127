import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/performers.ts'
import { serve } from '#platform/http/serve.ts'
import { addPerformers } from './add-performers.ts'
import { checkPerformers } from './check-performers.ts'
import { makePersonalLinks } from './make-personal-links.ts'

export function performerRoutes(app: FastifyInstance): void {
  serve(app, contract.checkPerformers, checkPerformers)
  serve(app, contract.addPerformers, addPerformers)
  serve(app, contract.makePersonalLinks, makePersonalLinks)
}
