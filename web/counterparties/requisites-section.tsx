import { useState } from 'react'
import { changeCounterparty, type CounterpartyCard } from '#contract/counterparties.ts'
import type { RequisitesCountry } from '#contract/requisites.ts'
import { useCompany } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import { sentence, t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { Properties, Property, Section } from '#web/ui/rows.tsx'
import { Notice } from '#web/ui/state.tsx'
import { DoubleNote } from './double-note.tsx'
import { asSent, asTyped, fieldName, partsOf } from './requisites.ts'
import { RequisitesFields, requisitesErrors } from './requisites-fields.tsx'
import css from './counterparties.module.css'

/** What stands in the counterparty's invoices and acts; what cannot be right by its check digits says so. */
export function RequisitesSection({ card }: { card: CounterpartyCard }) {
  const { country } = useCompany()
  const [changing, setChanging] = useState(false)
  const fields = partsOf(country)
    .flatMap((part) => part.fields)
    .filter((field) => card.requisites[field])
  return (
    <Section
      title={t('counterparty.requisites')}
      end={
        !card.can.change && (
          <Button size="sm" onClick={() => setChanging(true)}>
            {t(fields.length > 0 ? 'do.change' : 'counterparty.requisites_fill')}
          </Button>
        )
      }
    >
      {fields.length === 0 ? (
        <p className={css.quiet}>{t('counterparty.requisites_none')}</p>
      ) : (
        <Properties>
          {fields.map((field) => {
            const fault = card.faults.find((one) => one.field === field)
            return (
              <Property key={field} label={fieldName(field, country)}>
                {card.requisites[field]}
                {fault && <div className={css.fault}>{sentence(fault.code)}</div>}
              </Property>
            )
          })}
        </Properties>
      )}
      {changing && <RequisitesForm card={card} country={country} onClose={() => setChanging(false)} />}
    </Section>
  )
}

type Props = { card: CounterpartyCard; country: RequisitesCountry; onClose: () => void }

function RequisitesForm({ card, country, onClose }: Props) {
  const stored = asTyped(card.requisites, country)
  const [typed, setTyped] = useState(stored)
  const [faults, setFaults] = useState(card.faults)
  const change = useCall(changeCounterparty, {
    inline: true,
    // What cannot be right is stored all the same, and the form stays to show it.
    onSuccess: (after) => (after.faults.length > 0 ? setFaults(after.faults) : onClose()),
  })
  const send = () => change.mutate({ counterparty_id: card.id, version: card.version, requisites: asSent(typed) })
  return (
    <Dialog
      wide
      title={t('counterparty.requisites')}
      onClose={onClose}
      onSubmit={send}
      foot={
        <>
          <Button onClick={onClose}>{t('do.close')}</Button>
          <Button type="submit" variant="primary" busy={change.isPending}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.dialogForm}>
        {change.isSuccess && faults.length > 0 && <Notice>{t('requisites.faults', { n: faults.length })}</Notice>}
        <RequisitesFields
          {...{ country, typed, stored, faults }}
          errors={requisitesErrors(change.error?.fields)}
          onChange={setTyped}
        />
        <DoubleNote error={change.error} />
      </div>
    </Dialog>
  )
}
