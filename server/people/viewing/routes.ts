import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/access/viewing.ts'
import { serve } from '#platform/http/serve.ts'
import { beginViewing } from './begin-viewing.ts'
import { endViewing } from './end-viewing.ts'

export function viewingRoutes(app: FastifyInstance): void {
  serve(app, contract.beginViewing, beginViewing)
  serve(app, contract.endViewing, endViewing)
}
