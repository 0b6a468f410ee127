import { IconCalendarDue, IconCalendarTime, IconMessageQuestion } from '@tabler/icons-react'
import { listTasks, type TaskRow } from '#contract/tasks.ts'
import { useList } from '#web/platform/ask.ts'
import { dayOf, dayName } from '#web/platform/format.ts'
import { oneOf, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { BottomNav, Heading, Screen } from '#web/ui/phone/screen.tsx'
import { JobCard } from './job-card.tsx'
import { Me } from './me.tsx'
import { byTime, OPEN } from './places.ts'
import css from './field.module.css'

type Section = 'today' | 'later' | 'questions'

/** The performer's list: what is for today, what comes later, where questions wait. */
export function DayScreen({ me }: { me: { id: string; name: string } }) {
  const { rows } = useList(listTasks, { state: [...OPEN] })
  const [{ at = 'today' }, set] = useFilters({ at: oneOf('today', 'later', 'questions') })
  const parts = partsOf(rows)
  const shown = parts[at]
  const asked = parts.questions.length
  return (
    <Screen
      foot={
        <BottomNav
          label={t('field.sections')}
          at={at}
          onGo={(id) => set({ at: id as Section })}
          sections={[
            { id: 'today', name: t('field.today'), icon: <IconCalendarDue size={24} stroke={1.75} /> },
            {
              id: 'later',
              name: t('field.later'),
              icon: <IconCalendarTime size={24} stroke={1.75} />,
              n: parts.later.length,
            },
            {
              id: 'questions',
              name: t('field.questions'),
              icon: <IconMessageQuestion size={24} stroke={1.75} />,
              n: asked,
            },
          ]}
        />
      }
    >
      <Heading title={t(`field.${at}`)} about={aboutOf(at, shown.length)}>
        <Me me={me} />
      </Heading>
      {shown.map((row) => (
        <JobCard key={row.id} row={row} me={me} dated={at !== 'today'} />
      ))}
      {shown.length === 0 && <Empty at={at} />}
    </Screen>
  )
}

function aboutOf(at: Section, n: number): string {
  const tasks = t('field.tasks_n', { n })
  return at === 'today' ? `${dayName(dayOf(new Date()))}, ${tasks}` : tasks
}

/** Today is also what is under way, what was to be done before, and what has no time. */
function partsOf(rows: TaskRow[]): Record<Section, TaskRow[]> {
  const today = dayOf(new Date())
  const sorted = rows.toSorted(byTime)
  const isLater = ({ starts_at, mine }: TaskRow) =>
    starts_at !== null && dayOf(starts_at) > today && mine?.state !== 'in_progress'
  return {
    today: sorted.filter((row) => !isLater(row)),
    later: sorted.filter(isLater),
    questions: sorted.filter(({ open_questions }) => open_questions > 0),
  }
}

function Empty({ at }: { at: Section }) {
  return (
    <section className={css.empty}>
      <h2>{t(`field.empty_${at}`)}</h2>
      {at === 'today' && <p>{t('field.empty_today_hint')}</p>}
      {at === 'questions' && <p>{t('field.empty_questions_hint')}</p>}
    </section>
  )
}
