import type { FastifyInstance } from 'fastify'
import { serve } from '#platform/http/serve.ts'
import * as doubles from '#contract/doubles.ts'
import * as contract from '#contract/leaving.ts'
import { tellApart } from '#server/people/index.ts'
import { listDoubles } from './doubles/list-doubles.ts'
import { merge } from './doubles/merge.ts'
import { previewMerge } from './doubles/preview-merge.ts'
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
  serve(app, doubles.listDoubles, listDoubles)
  serve(app, doubles.previewMerge, previewMerge)
  serve(app, doubles.merge, merge)
  serve(app, doubles.tellApart, tellApart)
}
