import type { Viewer } from '#platform/ctx.ts'
import { no, type Refusal } from '#platform/errors.ts'
import { can } from '#server/people/index.ts'

/** Who looks at the load of performers (LOAD-8). */
export const mayRead = (viewer: Viewer): Refusal | null =>
  can(viewer, 'performers.manage') || can(viewer, 'reports.read') ? null : no('load.not_yours')
