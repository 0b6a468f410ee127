import { listTasks, type TaskRow } from '#contract/tasks.ts'
import { useMaybeList } from '#web/platform/ask.ts'
import { clock, dayOf, today } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Avatars } from '#web/ui/person.tsx'
import { TaskMark } from '#web/ui/phase.tsx'
import css from './home.module.css'

const OPEN = ['new', 'accepted', 'in_progress', 'returned', 'done'] as const

/** Tasks of the day, and those that still run from before. */
export function TodayTasks({ curator }: { curator: string | null }) {
  const { rows, ready } = useMaybeList(listTasks, { state: [...OPEN], ...(curator && { curator_id: curator }) })
  const tasks = rows.filter(isToday).toSorted(byTime)
  return (
    <section className={css.box} aria-label={t('home.today')}>
      <div className={css.boxHead}>
        <h2>{t('home.today')}</h2>
        {tasks.length > 0 && <span className={css.quiet}>{tasks.length}</span>}
      </div>
      {ready && tasks.length === 0 && <p className={css.none}>{t('home.today_none')}</p>}
      <ul>
        {tasks.map(({ id, title, state, starts_at, place, assignees }) => (
          <li key={id}>
            <Link className={css.line} to={`/tasks/${id}`}>
              <TaskMark state={state} />
              <span className={css.time}>{starts_at ? clock(starts_at) : t('home.no_time')}</span>
              <span className={css.lineName}>
                <span title={title}>{title}</span>
                {place && <small title={place}>{place}</small>}
              </span>
              <Avatars people={assignees.map(({ member }) => member)} size={20} most={3} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const isToday = ({ starts_at, state }: TaskRow): boolean =>
  state === 'in_progress' || (starts_at !== null && dayOf(starts_at) === today())
const byTime = (a: TaskRow, b: TaskRow): number => (a.starts_at ?? '').localeCompare(b.starts_at ?? '')
