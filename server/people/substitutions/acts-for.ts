import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '#platform/ctx.ts'

type Eyes = Pick<Viewer, 'subject_id' | 'acts_for'>

/**
 * Members whose matters the viewer handles today (SUB-3): himself, and whom he substitutes. Whatever asks whether
 * something is the viewer's asks here; the places are listed in the README.
 */
export function actsFor({ subject_id, acts_for = [] }: Eyes): string[] {
  return subject_id === null ? [] : [subject_id, ...acts_for.map(({ id }) => id)]
}

/** Whether a matter of this member is the viewer's to handle. */
export const handles = (viewer: Eyes, member_id: string | null): boolean =>
  member_id !== null && actsFor(viewer).includes(member_id)

/** The same as a condition on a column. Of most there is one id, and the plan is that of an equality. */
export function handledBy(viewer: Eyes, column: RawBuilder<unknown>): RawBuilder<boolean> {
  const ids = actsFor(viewer)
  return ids.length === 1 ? sql`${column} = ${ids[0]}` : sql`${column} = any(${ids}::uuid[])`
}

/** Whether the viewer answers for what is this member's: it is his own, or that of one below him (RGT-1). */
export const answersFor = (viewer: Eyes & Pick<Viewer, 'sight'>, member_id: string): boolean =>
  handles(viewer, member_id) || (viewer.sight?.led.includes(member_id) ?? false)
