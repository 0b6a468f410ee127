import { useState } from 'react'
import type { CounterpartyCard } from '#contract/counterparties.ts'
import { useCompany } from '#web/app/me.ts'
import { dayName } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Section } from '#web/ui/rows.tsx'
import { givenFields } from './requisites.ts'
import { GivenRequisites } from './given-requisites.tsx'
import { RequisitesForm } from './requisites-form.tsx'
import { RequisitesVersions } from './requisites-versions.tsx'
import css from './requisites.module.css'

/** What stands in the counterparty's invoices and acts today; what cannot be right by its check digits says so. */
export function RequisitesSection({ card }: { card: CounterpartyCard }) {
  const { country } = useCompany()
  const [open, setOpen] = useState<'form' | 'versions' | null>(null)
  const { versions, requisites, requisites_from, faults, can } = card
  const none = givenFields(requisites, country).length === 0
  const coming = versions.findLast(({ from_day }) => from_day !== null && from_day > (requisites_from ?? ''))
  return (
    <Section
      title={t('counterparty.requisites')}
      end={
        !can.change && (
          <Button size="sm" onClick={() => setOpen('form')}>
            {t(none ? 'counterparty.requisites_fill' : 'do.change')}
          </Button>
        )
      }
    >
      {none ? (
        <p className={css.quiet}>{t('counterparty.requisites_none')}</p>
      ) : (
        <GivenRequisites requisites={requisites} faults={faults} country={country} />
      )}
      {versions.length > 1 && (
        <p className={css.since}>
          {requisites_from && <span>{t('requisites.held_since', { day: dayName(requisites_from) })}</span>}
          {coming?.from_day && <span>{t('requisites.coming_note', { day: dayName(coming.from_day) })}</span>}
          <Button size="sm" variant="quiet" onClick={() => setOpen('versions')}>
            {t('requisites.versions')}
          </Button>
        </p>
      )}
      {open === 'form' && <RequisitesForm card={card} country={country} onClose={() => setOpen(null)} />}
      {open === 'versions' && <RequisitesVersions card={card} country={country} onClose={() => setOpen(null)} />}
    </Section>
  )
}
