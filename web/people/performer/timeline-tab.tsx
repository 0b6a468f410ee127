import { getMemberTimeline } from '#contract/history.ts'
import type { Member } from '#contract/people.ts'
import { Entries } from '#web/history/entries.tsx'
import { useList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import css from './performer.module.css'

/** What happened to him in the company, newest first. */
export function TimelineTab({ member }: { member: Member }) {
  const { rows, has_more, loading_more, more } = useList(getMemberTimeline, { member_id: member.id })
  return (
    <div className={css.history}>
      <Entries entries={rows} about={member.name} />
      {has_more && (
        <Button size="sm" busy={loading_more} onClick={more}>
          {t('do.more')}
        </Button>
      )}
    </div>
  )
}
