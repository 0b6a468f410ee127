import { IconCalendarOff, IconMapPin } from '@tabler/icons-react'
import { getLoadDay } from '#contract/time/load.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { dayName, duration, span } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { TaskMark } from '#web/ui/phase.tsx'
import { Properties, Property, Section } from '#web/ui/rows.tsx'
import { Notice, RowBones } from '#web/ui/state.tsx'
import { type Loaded, spansOf } from './spans.ts'
import css from './panels.module.css'

type Props = { member_id: string; day: string; onClose: () => void }

/** A day of a person: his hours, why he is away, and the tasks behind the figures (S2). */
export function DayPanel({ member_id, day, onClose }: Props) {
  const loaded = useMaybe(getLoadDay, { member_id, day })
  return (
    <SidePanel
      title={loaded ? `${loaded.member.name}, ${dayName(day)}` : dayName(day)}
      page={`/performers/${member_id}`}
      onClose={onClose}
    >
      {loaded ? <Day loaded={loaded} /> : <RowBones rows={5} />}
    </SidePanel>
  )
}

function Day({ loaded }: { loaded: Loaded }) {
  const { available, planned, actual, away, spans, tasks } = loaded
  return (
    <>
      <Section>
        <Properties>
          <Property label={t('load.day_hours')} hint={available > 0 && spansOf(spans)}>
            {away && (
              <span className={css.fact}>
                <IconCalendarOff size={16} stroke={1.75} aria-hidden="true" />
                {t('person.absence', { kind: away })}
              </span>
            )}
            {!away && (available > 0 ? duration(available) : t('person.day_off'))}
          </Property>
          <Property label={t('load.day_plan')}>{duration(planned)}</Property>
          <Property label={t('load.day_fact')}>{duration(actual)}</Property>
        </Properties>
        {away && available === 0 && planned > 0 && <Notice>{t('load.day_away')}</Notice>}
        {!away && available > 0 && planned > available && (
          <Notice>{t('load.day_over', { time: duration(planned - available) })}</Notice>
        )}
      </Section>
      <Section title={t('nav.tasks')}>
        {tasks.length === 0 && <p className={css.quiet}>{t('person.day_empty')}</p>}
        <ul className={css.tasks}>
          {tasks.map((one) => (
            <Line key={one.task.id} {...one} />
          ))}
        </ul>
      </Section>
    </>
  )
}

function Line({ task, planned, actual, order }: Loaded['tasks'][number]) {
  return (
    <li>
      <TaskMark state={task.state} />
      <div>
        <Link to={`/tasks/${task.id}`}>{t('task.short', { number: task.number, title: task.title })}</Link>
        <span className={css.quiet}>
          {[
            task.starts_at && task.ends_at && span(task.starts_at, task.ends_at),
            planned > 0 && t('load.cell_plan', { time: duration(planned) }),
            actual > 0 && t('load.cell_fact', { time: duration(actual) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {task.place && (
          <span className={css.at}>
            <IconMapPin size={14} stroke={1.75} aria-hidden="true" /> {task.place}
          </span>
        )}
        {order && (
          <Link className={css.toOrder} to={`/orders/${order.id}`}>
            {t('load.day_order', { number: order.number })}
          </Link>
        )}
      </div>
    </li>
  )
}
