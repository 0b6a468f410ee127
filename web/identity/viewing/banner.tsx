import { useState } from 'react'
import { IconEye } from '@tabler/icons-react'
import type { Me } from '#contract/people.ts'
import { clock } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { endTheView } from './viewing.ts'
import css from './banner.module.css'

/** `role` is said where no person is looked as: on the pages of staff. */
type Props = { viewing: NonNullable<Me['viewing']>; role?: string }

/** Over every page while one looks with the eyes of another: whose they are, until when, and the way back. */
export function ViewingBanner({ viewing: { of, until }, role }: Props) {
  const [busy, setBusy] = useState(false)
  const end = () => {
    setBusy(true)
    endTheView().catch(() => setBusy(false))
  }
  return (
    <aside className={css.banner} aria-label={t('viewing.label')}>
      <IconEye size={18} stroke={1.75} aria-hidden="true" />
      <p>
        <b>{of ? t('viewing.as', { name: of.name }) : t('viewing.as_role', { role: role ?? '' })}</b>
        <span>{t('viewing.until', { time: clock(until) })}</span>
      </p>
      <button type="button" aria-busy={busy || undefined} disabled={busy} onClick={end}>
        {t('viewing.end')}
      </button>
    </aside>
  )
}
