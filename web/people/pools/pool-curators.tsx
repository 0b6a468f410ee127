import type { Curator } from '#contract/pools.ts'
import { day } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Avatars, Person } from '#web/ui/person.tsx'
import css from './pools.module.css'

/** Who leads a pool today, in a line; whose days are yet to come is left to the pool's own card. */
export function Curators({ curators }: { curators: readonly Curator[] }) {
  const now = curators.filter((one) => one.now)
  const [only] = now
  if (!only) return <span className={css.warn}>{t('pool.nobody_leads')}</span>
  const people = now.map(({ member }) => member)
  return (
    <span className={css.curators} title={now.map(inWords).join('\n')}>
      <Avatars people={people} size={20} most={3} />
      <span>{people.map(({ name }) => name).join(', ')}</span>
    </span>
  )
}

const inWords = (one: Curator): string => `${one.member.name}, ${t(one.deputy ? 'pool.deputy' : 'pool.curator')}`

/** Each of them with his days. */
export function CuratorLines({ curators }: { curators: readonly Curator[] }) {
  return (
    <ul className={css.lines}>
      {curators.map((one) => (
        <li key={one.id} className={css.line} data-later={!one.now || undefined}>
          <Person who={one.member} about={t(one.deputy ? 'pool.deputy' : 'pool.curator')} />
          <span className={css.days}>{daysOf(one)}</span>
        </li>
      ))}
    </ul>
  )
}

function daysOf({ from_day, to_day }: Curator): string {
  if (to_day === null) return t('pool.since', { from: day(from_day) })
  return t('pool.from_to', { from: day(from_day), to: day(to_day) })
}
