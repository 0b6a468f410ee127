import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/leaving.ts'
import { serve } from '#platform/http/serve.ts'
import { leave } from './leave.ts'
import { previewLeaving } from './preview-leaving.ts'
import { resume } from './resume.ts'
import { suspend } from './suspend.ts'
import { takeBack } from './take-back.ts'

export function leavingRoutes(app: FastifyInstance): void {
  serve(app, contract.previewLeaving, previewLeaving)
  serve(app, contract.leave, leave)
  serve(app, contract.suspend, suspend)
  serve(app, contract.resume, resume)
  serve(app, contract.takeBack, takeBack)
}
