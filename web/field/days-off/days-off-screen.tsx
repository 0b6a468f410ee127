import { useState } from 'react'
import { IconCalendarPlus } from '@tabler/icons-react'
import { type Absence, listMyAbsences, withdrawAbsence } from '#contract/time/absences.ts'
import { useCall, useReply } from '#web/platform/ask.ts'
import { dayName } from '#web/platform/format.ts'
import { go } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import { BigButton, TextButton } from '#web/ui/phone/big-button.tsx'
import { Card } from '#web/ui/phone/card.tsx'
import { Bar, Foot, Screen } from '#web/ui/phone/screen.tsx'
import { AskSheet } from './ask-sheet.tsx'
import css from './days-off.module.css'

const TONES = { asked: 'warn', confirmed: 'good', refused: 'bad', withdrawn: 'neutral' } as const

/** «Мои выходные»: what the performer has asked for, and what was answered (ABS-3). */
export function DaysOffScreen() {
  const { rows } = useReply(listMyAbsences, {})
  const [asking, setAsking] = useState(false)
  return (
    <Screen
      top={<Bar title={t('days_off.title')} onBack={() => go('/f')} />}
      foot={
        <Foot>
          <BigButton
            variant="primary"
            icon={<IconCalendarPlus size={22} stroke={1.75} />}
            onClick={() => setAsking(true)}
          >
            {t('days_off.ask')}
          </BigButton>
        </Foot>
      }
    >
      {rows.length === 0 && <p className={css.empty}>{t('days_off.empty')}</p>}
      {rows.map((one) => (
        <Row key={one.id} one={one} />
      ))}
      {asking && <AskSheet onClose={() => setAsking(false)} />}
    </Screen>
  )
}

function Row({ one }: { one: Absence }) {
  const { id: absence_id, kind, state, from_day, to_day, from_time, to_time, note, reason, can, version } = one
  const withdraw = useCall(withdrawAbsence)
  const days = from_day === to_day ? dayName(from_day) : `${dayName(from_day)} – ${dayName(to_day)}`
  return (
    <Card label={t(`days_off.kind.${kind}`)} end={<Chip tone={TONES[state]}>{t(`days_off.state.${state}`)}</Chip>}>
      <div className={css.row}>
        <b>{from_time && to_time ? `${days}, ${from_time}–${to_time}` : days}</b>
        {note && <p>{note}</p>}
        {reason && <p className={css.reason}>{t('days_off.reason', { reason })}</p>}
        {!can.withdraw && (
          <TextButton onClick={() => withdraw.mutate({ absence_id, version })}>{t('days_off.withdraw')}</TextButton>
        )}
      </div>
    </Card>
  )
}
