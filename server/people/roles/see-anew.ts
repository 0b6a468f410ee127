import type { Ctx } from '#platform/ctx.ts'

/** What people of the company see has changed: after the commit all nodes read anew what viewers carry (RGT-1, RGT-2). */
export const seeAnew = ({ afterCommit, world }: Ctx): void => void afterCommit.push(() => world.sessionsChanged(null))
