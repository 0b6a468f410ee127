import { getPoolTimeline } from '#contract/history.ts'
import { Timeline } from '#web/history/entries.tsx'

/** Who led the pool, who was in it and what changed in it, newest first. */
export const PoolHistory = ({ pool_id }: { pool_id: string }) => <Timeline at={getPoolTimeline} of={{ pool_id }} />
