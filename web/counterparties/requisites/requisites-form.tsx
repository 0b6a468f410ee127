import { useState } from 'react'
import { changeCounterparty, type CounterpartyCard } from '#contract/counterparties.ts'
import { setRequisites } from '#contract/parties/requisites-versions.ts'
import type { RequisitesCountry } from '#contract/requisites.ts'
import { useCall } from '#web/platform/ask.ts'
import { today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { Notice } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { DoubleNote } from '../double-note.tsx'
import { asSent, asTyped, givenFields } from './requisites.ts'
import { RequisitesFields, requisitesErrors } from './requisites-fields.tsx'
import css from '../counterparties.module.css'

type Props = { card: CounterpartyCard; country: RequisitesCountry; onClose: () => void }
type Way = 'correct' | 'renew'

/** A slip corrected, or others from a day on: a document takes those of its own day. */
export function RequisitesForm({ card, country, onClose }: Props) {
  const stored = asTyped(card.requisites, country)
  const [typed, setTyped] = useState(stored)
  const [faults, setFaults] = useState(card.faults)
  const [way, setWay] = useState<Way>('correct')
  const [from_day, setFrom] = useState<string | null>(today)
  const [asked, setAsked] = useState(false)
  // What cannot be right is stored all the same, and the form stays to show it.
  const settle = (after: CounterpartyCard) => (after.faults.length > 0 ? setFaults(after.faults) : onClose())
  const correct = useCall(changeCounterparty, { inline: true, onSuccess: settle })
  const renew = useCall(setRequisites, { inline: true, onSuccess: onClose })
  const error = correct.error ?? renew.error
  const send = () => {
    const wish = { counterparty_id: card.id, version: card.version, requisites: asSent(typed) }
    if (way === 'correct') return correct.mutate(wish)
    setAsked(true)
    if (from_day) renew.mutate({ ...wish, from_day })
  }
  return (
    <Dialog
      wide
      title={t('requisites.change_title')}
      onClose={onClose}
      onSubmit={send}
      foot={
        <>
          <Button onClick={onClose}>{t('do.close')}</Button>
          <Button type="submit" variant="primary" busy={correct.isPending || renew.isPending}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.dialogForm}>
        {givenFields(card.requisites, country).length > 0 && (
          <HowToHold
            {...{ way, from_day }}
            onWay={setWay}
            onFrom={setFrom}
            missing={asked && way === 'renew' && !from_day}
          />
        )}
        {correct.isSuccess && faults.length > 0 && <Notice>{t('requisites.faults', { n: faults.length })}</Notice>}
        <RequisitesFields
          {...{ country, typed, stored, faults }}
          errors={requisitesErrors(error?.fields)}
          onChange={setTyped}
        />
        <DoubleNote error={error} />
      </div>
    </Dialog>
  )
}

type HowProps = {
  way: Way
  onWay: (way: Way) => void
  from_day: string | null
  onFrom: (day: string | null) => void
  missing: boolean
}

function HowToHold({ way, onWay, from_day, onFrom, missing }: HowProps) {
  return (
    <div className={css.how}>
      <Segments
        label={t('requisites.from_day')}
        at={way}
        onGo={onWay}
        tabs={[
          { id: 'correct', name: t('requisites.correct') },
          { id: 'renew', name: t('requisites.renew') },
        ]}
      />
      <p className={css.quiet}>{t(way === 'correct' ? 'requisites.correct_hint' : 'requisites.renew_hint')}</p>
      {way === 'renew' && (
        <WhenField
          only_day
          label={t('requisites.from_day')}
          value={from_day}
          onChange={onFrom}
          error={missing && t('requisites.from_needed')}
        />
      )}
    </div>
  )
}
