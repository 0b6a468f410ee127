import type { Viewer } from '#platform/ctx.ts'
import { no, type Refusal } from '#platform/errors.ts'
import { can } from '#server/people/index.ts'

/** Reports carry costs and rates: both rights are asked for (REP-5). */
export const mayRead = (viewer: Viewer): Refusal | null =>
  can(viewer, 'reports.read') && can(viewer, 'money.read') ? null : no('report.not_yours')
