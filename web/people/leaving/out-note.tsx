import type { Member } from '#contract/people.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Notice } from '#web/ui/state.tsx'
import css from './leaving.module.css'

/** Says of a person who has no access that he has none, since when, and how he comes back. */
export function OutNote({ member: { state, kind, out_since } }: { member: Member }) {
  if (state !== 'suspended' && state !== 'left') return null
  return (
    <div className={css.out}>
      <Notice title={t(`access.out.${state}`)}>
        {out_since && t('access.out_since', { when: moment(out_since) })}
        {state === 'left' && kind === 'staff' && ` ${t('access.back_staff')}`}
      </Notice>
    </div>
  )
}
