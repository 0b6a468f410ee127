import type { Candidate } from '#contract/staffing/choosing.ts'
import { duration } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import css from './choosing.module.css'

/** How much of a week is planned: in words, and as a bar where it is known how much there is. */
export function LoadBar({ load: { planned, available } }: { load: Candidate['week'] }) {
  if (available === null)
    return (
      <small className={css.quiet}>
        {planned > 0 ? t('load.week', { planned: duration(planned) }) : t('load.none')}
      </small>
    )
  const share = available > 0 ? planned / available : planned > 0 ? 2 : 0
  const of = { planned: duration(planned), available: duration(available) }
  return (
    <span className={css.load}>
      <small className={css.quiet}>{planned > 0 ? t('load.week_of', of) : t('load.none')}</small>
      <span className={css.track} data-over={share > 1 || undefined} aria-hidden="true">
        <span style={{ width: `${Math.min(100, Math.round(share * 100))}%` }} />
      </span>
    </span>
  )
}
