import type { Viewer } from '#platform/ctx.ts'
import { no, type Refusal } from '#platform/errors.ts'
import { can } from '#server/people/index.ts'

/** Reports carry costs and rates: both rights are asked for (REP-5). */
export const mayRead = ({ role }: Viewer): Refusal | null =>
  can(role, 'reports.read') && can(role, 'money.read') ? null : no('report.not_yours')
