import { getMemberTimeline } from '#contract/history.ts'
import type { Member } from '#contract/people.ts'
import { Timeline } from '#web/history/entries.tsx'

/** What happened to him in the company, newest first. */
export const TimelineTab = ({ member: { id, name } }: { member: Member }) => (
  <Timeline at={getMemberTimeline} of={{ member_id: id }} about={name} />
)
