import { lazy, Suspense, useEffect } from 'react'
import { getMember } from '#contract/people.ts'
import { listReturns } from '#contract/history.ts'
import { useRight } from '#web/app/me.ts'
import { useMaybe, useReply } from '#web/platform/ask.ts'
import { go, oneOf, useFilters, useParam } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { RowBones } from '#web/ui/state.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { PerformerCard } from '../performer-card.tsx'
import { LoadWeeks } from './load-weeks.tsx'
import { PerformerHead } from './performer-head.tsx'
import { TasksOf } from './tasks-of.tsx'
import css from './performer.module.css'

const HoursTab = lazy(() => import('./hours-tab.tsx').then((module) => ({ default: module.HoursTab })))
const PapersTab = lazy(() => import('./papers-tab.tsx').then((module) => ({ default: module.PapersTab })))
const ReturnsTab = lazy(() => import('./returns-tab.tsx').then((module) => ({ default: module.ReturnsTab })))
const TimelineTab = lazy(() => import('./timeline-tab.tsx').then((module) => ({ default: module.TimelineTab })))

const shape = { tab: oneOf('work', 'hours', 'returns', 'papers', 'history') }

/** A performer's own page: how busy he is and what he does at the left, who he is and what he may do at the right. */
export function PerformerPage() {
  const asked = useParam('member_id')
  const member = useReply(getMember, { member_id: asked })
  const member_id = member.id
  // The card that was asked for has been merged into this one.
  useEffect(() => {
    if (asked !== member_id) go(`/performers/${member_id}`, { replace: true })
  }, [asked, member_id])
  const [{ tab = 'work' }, set] = useFilters(shape)
  const leads = useRight()(member.kind === 'performer' ? 'performers.manage' : 'people.manage')
  const returned = useMaybe(listReturns, { member_id })?.sums?.returned
  return (
    <>
      <PerformerHead member={member}>
        <Tabs
          label={member.name}
          at={tab}
          onGo={(next) => set({ tab: next === 'work' ? undefined : next })}
          tabs={[
            { id: 'work', name: t('person.work') },
            { id: 'hours', name: t('person.hours') },
            { id: 'returns', name: t('person.returns'), ...(returned !== undefined && { n: returned }) },
            ...(leads ? [{ id: 'papers', name: t('person.papers') } as const] : []),
            { id: 'history', name: t('person.history') },
          ]}
        />
      </PerformerHead>
      <div className={css.page}>
        <div className={css.work}>
          <Suspense fallback={<RowBones rows={6} />}>
            {tab === 'work' && (
              <>
                <LoadWeeks member_id={member_id} />
                <TasksOf member_id={member_id} />
              </>
            )}
            {tab === 'hours' && <HoursTab member_id={member_id} />}
            {tab === 'returns' && <ReturnsTab member_id={member_id} />}
            {tab === 'papers' && leads && <PapersTab member_id={member_id} />}
            {tab === 'history' && <TimelineTab member={member} />}
          </Suspense>
        </div>
        <div className={css.side}>
          <PerformerCard member_id={member_id} acts={false} />
        </div>
      </div>
    </>
  )
}
