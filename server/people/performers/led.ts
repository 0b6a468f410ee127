import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '#platform/ctx.ts'
import { can } from '../rights.ts'

/** Whether all performers are the viewer's to look into; else those whom he leads (RGT-13). */
export const leadsAll = (viewer: Viewer): boolean =>
  !viewer.sight || can(viewer, 'orders.all') || can(viewer, 'people.manage')

/** Which performers he leads, as a condition on the column of their id; null when it is all of them. */
export const ledOnly = (viewer: Viewer, member_id: RawBuilder<unknown>): RawBuilder<boolean> | null =>
  leadsAll(viewer) ? null : sql`${member_id} in (select led_performers())`

/** The same of a row of members `m`, told with it: the staff are led as the tree says. */
export const isLed = (viewer: Viewer): RawBuilder<boolean> =>
  sql`(m.kind = 'staff' or ${ledOnly(viewer, sql`m.id`) ?? sql`true`})`
