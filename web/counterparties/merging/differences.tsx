import { useId } from 'react'
import '@mantine/core/styles/Radio.layer.css'
import { Radio } from '@mantine/core'
import type { PartyChoice, PartyField, PartyKind, PartyPreview } from '#contract/parties/doubles.ts'
import { useCompany } from '#web/app/me.ts'
import css from '#web/people/doubles/doubles.module.css'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Notice } from '#web/ui/state.tsx'

/** What was chosen, by field; of two tax numbers nothing is chosen until somebody does. */
export type Chosen = ReadonlyMap<PartyField, 'kept' | 'gone'>

type Props = { kind: PartyKind; preview: PartyPreview; chosen: Chosen; onChoose: (chosen: Chosen) => void }

/** Field by field what the two cards say, side by side; where they differ, one of the two is chosen. */
export function Differences({ kind, preview: { choices, tax_numbers }, chosen, onChoose }: Props) {
  const differing = choices.filter(({ kept, gone }) => kept !== null && gone !== null && kept !== gone)
  const lacking = choices.filter(({ kept }) => kept === null)
  return (
    <section>
      <h3 className={css.heading}>{t('double.differs')}</h3>
      {tax_numbers && !chosen.has('tax_number') && <Notice>{t('merging.choose_number')}</Notice>}
      {differing.length + lacking.length === 0 && <p className={css.lead}>{t('double.same_values')}</p>}
      <div className={css.rows}>
        {[...differing, ...lacking].map((choice) => (
          <Row
            key={choice.field}
            kind={kind}
            choice={choice}
            of={chosen.get(choice.field) ?? (choice.field === 'tax_number' && choice.kept ? null : undefined)}
            onPick={(of) => onChoose(new Map(chosen).set(choice.field, of))}
          />
        ))}
      </div>
    </section>
  )
}

type RowProps = {
  kind: PartyKind
  choice: PartyChoice
  of: 'kept' | 'gone' | null | undefined
  onPick: (of: 'kept' | 'gone') => void
}

function Row({ kind, choice, of = choice.kept === null ? 'gone' : 'kept', onPick }: RowProps) {
  const heading = useId()
  const fieldName = useFieldName()
  const { field, both } = choice
  return (
    <div className={css.row} role="radiogroup" aria-labelledby={heading}>
      <span id={heading} className={css.label}>
        {fieldName(kind, field)}
        {both && choice.kept && <small className={css.why}>{t('merging.both_notes')}</small>}
      </span>
      {(['kept', 'gone'] as const).map((side) => {
        const said = choice[side]
        if (said === null) return <span key={side} className={css.why} aria-hidden="true" />
        if (both || choice.kept === null) return <span key={side}>{inWords(field, said)}</span>
        return (
          <Radio
            key={side}
            name={heading}
            checked={of === side}
            onChange={() => onPick(side)}
            label={inWords(field, said)}
          />
        )
      })}
    </div>
  )
}

function useFieldName() {
  const { country } = useCompany()
  return (kind: PartyKind, field: PartyField): string => {
    switch (field) {
      case 'name':
        return t(kind === 'contact' ? 'merging.field.contact_name' : 'merging.field.name')
      case 'kind':
      case 'responsible':
      case 'counterparty':
      case 'position':
      case 'note':
        return t(`merging.field.${field}`)
      case 'tax_number':
      case 'account':
      case 'bic':
        return t(`requisites.${field}.${country}`)
      default:
        return t(`requisites.${field}`)
    }
  }
}

function inWords(field: PartyField, text: string): string {
  if (field === 'kind') return t(`counterparty.kind.${text as 'person'}`)
  if (field === 'vat_payer') return t(text === 'true' ? 'merging.yes' : 'merging.no')
  return field === 'phone' && /^\+?\d{9,15}$/.test(text) ? phoneForm(text) : text
}
