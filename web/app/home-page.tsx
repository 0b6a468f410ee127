import { Suspense } from 'react'
import { IconSunHigh } from '@tabler/icons-react'
import { getWaiting } from '#contract/history.ts'
import { ActingNote } from '#web/people/absences/acting-note.tsx'
import { MyHeadNote } from '#web/people/structure/my-head.tsx'
import { WaitingList } from '#web/notifications/waiting-list.tsx'
import { useReply } from '#web/platform/ask.ts'
import { dayName, today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Count } from '#web/ui/chip.tsx'
import { PageHead } from '#web/ui/page-head.tsx'
import { Empty, RowBones } from '#web/ui/state.tsx'
import { MyOrders } from './home/my-orders.tsx'
import { SetupList } from './home/setup-list.tsx'
import { useSetupSteps } from './home/setup-steps.ts'
import { TodayTasks } from './home/today-tasks.tsx'
import { TroubledOrders } from './home/troubled-orders.tsx'
import { useMe } from './me.ts'
import css from './home/home.module.css'

/** Who leads orders himself sees his own; the others see the company's. */
const OWN = new Set(['manager', 'member'])

/** The first page after sign-in: what waits for this person, how work stands; in a new company, how to begin. */
export function HomePage() {
  const { member, user } = useMe()
  const name = (member?.name ?? user.name).split(' ')[0] ?? ''
  const mine = member && OWN.has(member.role) ? member.id : null
  const steps = useSetupSteps()
  const settled = steps === undefined || steps.every(({ done }) => done)
  const fresh = steps?.some(({ id, done }) => id === 'order' && !done) ?? false
  return (
    <div className={css.page}>
      <PageHead title={t('home.heading', { name })} facts={<span className={css.quiet}>{dayName(today())}</span>} />
      <MyHeadNote />
      <ActingNote />
      <div className={css.columns}>
        <div className={css.column}>
          {!settled && steps && <SetupList steps={steps} />}
          {!fresh && (
            <Suspense fallback={<RowBones rows={5} />}>
              <Waiting />
            </Suspense>
          )}
          {!fresh && <TroubledOrders responsible={mine} />}
        </div>
        {!fresh && (
          <div className={css.column}>
            <TodayTasks curator={mine} />
            <Suspense fallback={<RowBones rows={5} />}>
              <MyOrders responsible={mine} />
            </Suspense>
          </div>
        )}
      </div>
    </div>
  )
}

function Waiting() {
  const { rows } = useReply(getWaiting, {})
  if (rows.length === 0)
    return (
      <Empty
        icon={<IconSunHigh size={24} stroke={1.75} />}
        title={t('home.waiting_none')}
        hint={t('home.waiting_none_hint')}
      />
    )
  return (
    <section className={css.box} aria-label={t('home.waiting')}>
      <div className={css.boxHead}>
        <h2>{t('home.waiting')}</h2>
        <Count n={rows.length} tone="hot" />
      </div>
      <WaitingList rows={rows} />
    </section>
  )
}
