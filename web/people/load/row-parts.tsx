import type { LoadRow } from '#contract/time/load.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Avatar } from '#web/ui/person.tsx'
import { short } from './figures.ts'
import css from './load.module.css'

/** Who it is, at the head of his row. */
export function PersonHead({ row: { member, specialities } }: { row: LoadRow }) {
  const trades = specialities.map(({ name }) => name).join(', ')
  return (
    <th scope="row" className={css.who}>
      <span className={css.person}>
        <Avatar who={member} alone={false} />
        <span>
          <Link to={`/performers/${member.id}`} title={member.name}>
            {member.name}
          </Link>
          <small title={trades}>{trades}</small>
        </span>
      </span>
    </th>
  )
}

type ShareProps = { planned: number; available: number; actual?: number }

/** How much of the period is planned: a share, hours, and a bar. */
export function Share({ planned, available, actual = 0 }: ShareProps) {
  const share = available > 0 ? planned / available : null
  const over = share !== null ? share > 1 : planned > 0
  return (
    <span
      className={css.shareOf}
      title={[
        t('load.planned_of', { planned: short(planned), available: short(available) }),
        ...(actual > 0 ? [t('load.fact_sum', { actual: short(actual) })] : []),
      ].join(', ')}
    >
      <span data-over={over || undefined}>
        <b>{share === null ? '—' : `${Math.round(share * 100)}\u00A0%`}</b>
        <span>{t('time.h', { h: short(planned) })}</span>
      </span>
      <span className={css.track} data-over={over || undefined} aria-hidden="true">
        <i style={{ width: `${Math.min(100, Math.round((share ?? 0) * 100))}%` }} />
      </span>
    </span>
  )
}
