import { IconCheck } from '@tabler/icons-react'
import type { Input } from '#contract/endpoint.ts'
import { findFree, type FreePerson, type Hindrance } from '#contract/time/load.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { dayName, duration } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { ClockField } from '#web/ui/fields/clock-field.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { Section } from '#web/ui/rows.tsx'
import { RowBones } from '#web/ui/state.tsx'
import { spansOf } from './spans.ts'
import css from './panels.module.css'

type When = { day: string; from: string; to: string }
type Props = {
  when: When
  /** The page's filter holds here too. */
  whom: Omit<Input<typeof findFree>, 'day' | 'from' | 'to'>
  onWhen: (when: When) => void
  onClose: () => void
}

/** «Кто свободен 10 марта с 12 до 16?»: the free ones, and of the others what hinders them (S24). */
export function FreePanel({ when, whom, onWhen, onClose }: Props) {
  const found = useMaybe(findFree, { ...when, ...whom })
  const free = found?.rows.filter(({ hindrances }) => hindrances.length === 0) ?? []
  const rest = found?.rows.filter(({ hindrances }) => hindrances.length > 0) ?? []
  return (
    <SidePanel title={t('load.who_free')} onClose={onClose}>
      <Section>
        <Fields when={when} onWhen={onWhen} />
        <p className={css.quiet}>{t('load.free_hint')}</p>
      </Section>
      {!found && <RowBones rows={6} />}
      {found && (
        <Section title={t('load.free_found', { n: found.free, people: found.people })}>
          <ul className={css.free}>
            {free.map((one) => (
              <Person key={one.member.id} one={one} />
            ))}
          </ul>
        </Section>
      )}
      {rest.length > 0 && (
        <Section title={t('load.free_rest')}>
          <ul className={css.free}>
            {rest.map((one) => (
              <Person key={one.member.id} one={one} />
            ))}
          </ul>
          {found && found.people > found.rows.length && (
            <p className={css.quiet}>{t('load.free_more', { n: found.rows.length })}</p>
          )}
        </Section>
      )}
    </SidePanel>
  )
}

function Fields({ when, onWhen }: Pick<Props, 'when' | 'onWhen'>) {
  const put = (part: Partial<When>) => onWhen({ ...when, ...part })
  return (
    <div className={css.when}>
      <WhenField only_day label={t('load.free_day')} value={when.day} onChange={(next) => next && put({ day: next })} />
      <ClockField label={t('load.free_from')} value={when.from} onChange={(from) => put({ from })} />
      <ClockField
        label={t('load.free_to')}
        value={when.to}
        hint={when.to <= when.from ? t('load.free_next_day', { to: when.to }) : undefined}
        onChange={(to) => put({ to })}
      />
    </div>
  )
}

function Person({ one }: { one: FreePerson }) {
  const { member, specialities, hindrances, spans, planned, available } = one
  const free = hindrances.length === 0
  return (
    <li>
      <Avatar who={member} size={32} alone={false} />
      <div>
        <span>
          <Link to={`/performers/${member.id}`}>{member.name}</Link>
          {free && <IconCheck className={css.good} size={16} stroke={2} aria-hidden="true" />}
        </span>
        <small className={css.quiet}>{specialities.map(({ name }) => name).join(', ')}</small>
        {free && (
          <small>
            {planned > 0
              ? t('load.free_load', { planned: duration(planned), available: duration(available) })
              : t('load.free_load_none')}
          </small>
        )}
        {hindrances.map((why, n) => (
          <small key={n} className={css.why}>
            <Why why={why} />
          </small>
        ))}
        {!free && spans.length > 0 && (
          <small className={css.quiet}>{t('load.free_spans', { spans: spansOf(spans) })}</small>
        )}
      </div>
    </li>
  )
}

function Why({ why: { code, kind, until, task, spans } }: { why: Hindrance }) {
  if (code === 'away' && kind && until) return t('person.away', { kind, day: dayName(until) })
  if (code === 'other_hours') return t('load.free_other_hours', { spans: spansOf(spans) })
  if (code === 'busy' && task)
    return (
      <Link to={`/tasks/${task.id}`}>
        {t('load.free_busy', { task: t('task.short', task), spans: spansOf(spans) })}
      </Link>
    )
  return t('person.day_off')
}
