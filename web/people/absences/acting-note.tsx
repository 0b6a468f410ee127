import { IconUserShare } from '@tabler/icons-react'
import { listSubstitutions } from '#contract/time/substitutions.ts'
import { useMe } from '#web/app/me.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { dayName, today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import css from './absences.module.css'

/** For whom the viewer acts today: his matters wait for the viewer (SUB-3). Nothing where it is for nobody. */
export function ActingNote() {
  const { member } = useMe()
  const day = today()
  const asked = { from: day, to: day, ...(member && { member_id: member.id }) }
  const rows = useMaybe(listSubstitutions, asked, member !== null)?.rows ?? []
  const acting = rows.filter(({ deputy, state }) => deputy.id === member?.id && state === 'holds')
  return acting.map((one) => (
    <p key={one.id} className={css.acting}>
      <IconUserShare size={16} stroke={1.75} aria-hidden="true" />
      {t('substitutions.acting', { name: one.absent.name, day: dayName(one.to_day) })}
    </p>
  ))
}
