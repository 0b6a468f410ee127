import { Fragment, useId } from 'react'
import '@mantine/core/styles/Radio.layer.css'
import { Radio } from '@mantine/core'
import type { MergeChoice, MergeField, MergePreview, MergeSaid } from '#contract/doubles.ts'
import { dayName, phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Reason } from '#web/ui/reason.tsx'
import { rateWords } from '../rate-words.ts'
import css from './doubles.module.css'

/** Both say something, and not the same. */
export const differs = ({ kept, gone }: MergeChoice): boolean =>
  kept !== null && gone !== null && (kept.text !== gone.text || kept.refused !== null)

type Props = {
  preview: MergePreview
  from_gone: ReadonlySet<MergeField>
  onPick: (fields: ReadonlySet<MergeField>) => void
}

/** Field by field what the two cards say; where they differ, one of the two is kept. */
export function Differences({ preview: { choices }, from_gone, onPick }: Props) {
  const differing = choices.filter(differs)
  const pick = (field: MergeField, of: 'kept' | 'gone') => {
    const rest = [...from_gone].filter((one) => one !== field)
    onPick(new Set(of === 'gone' ? [...rest, field] : rest))
  }
  return (
    <section>
      <h3 className={css.heading}>{t('double.differs')}</h3>
      {differing.length === 0 && <p className={css.lead}>{t('double.same_values')}</p>}
      <div className={css.rows}>
        {differing.map((one) => (
          <Row key={one.field} choice={one} of={from_gone.has(one.field) ? 'gone' : 'kept'} onPick={pick} />
        ))}
      </div>
    </section>
  )
}

type RowProps = {
  choice: MergeChoice
  of: 'kept' | 'gone'
  onPick: (field: MergeField, of: 'kept' | 'gone') => void
}

function Row({ choice, of, onPick }: RowProps) {
  const { field } = choice
  const heading = useId()
  return (
    <div className={css.row} role="radiogroup" aria-labelledby={heading}>
      <span id={heading} className={css.label}>
        {t(`double.field.${field}`)}
      </span>
      {(['kept', 'gone'] as const).map((side) => {
        const said = choice[side]
        return (
          <Fragment key={side}>
            {said && (
              <Radio
                name={heading}
                checked={of === side}
                disabled={said.refused !== null}
                onChange={() => onPick(field, side)}
                label={inWords(field, said)}
                {...(said.refused && { description: <Reason code={said.refused.code} facts={said.refused.facts} /> })}
              />
            )}
          </Fragment>
        )
      })}
    </div>
  )
}

function inWords(field: MergeField, { text, rate }: MergeSaid): string {
  if (rate) return rateWords(rate)
  if (field === 'phone') return phoneForm(text)
  if (field === 'schedule') return t('double.since', { day: dayName(text) })
  return field === 'legal_form' ? t(`legal_form.${text as 'staff'}`) : text
}
