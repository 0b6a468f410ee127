import { IconLock } from '@tabler/icons-react'
import type { Ends } from '#contract/leaving.ts'
import { t } from '#web/platform/words.ts'
import css from './leaving.module.css'

/** By what he gets in now, and will not. */
export function EndsLine({ ends }: { ends: Ends }) {
  const { sessions, keys, links, clock } = ends
  const parts = [
    sessions > 0 && t('leave.sessions', { n: sessions }),
    keys > 0 && t('leave.keys', { n: keys }),
    links > 0 && t('leave.links', { n: links }),
  ].filter(Boolean)
  return (
    <p className={css.ending}>
      <IconLock size={16} stroke={1.75} aria-hidden="true" />
      <span>
        {parts.length > 0 ? t('leave.closes', { what: parts.join(', ') }) : t('leave.closes_nothing')}
        {clock && ` ${t('leave.clock')}`}
      </span>
    </p>
  )
}
