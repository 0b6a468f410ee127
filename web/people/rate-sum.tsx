import { useCompany } from '#web/app/me.ts'
import { t } from '#web/platform/words.ts'
import { MoneyField } from '#web/ui/fields/money-field.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import css from './people.module.css'

/** A sum with what it is for, as a form holds it. */
export type Wanted = { kind: 'hour' | 'task'; sum: string | null }

/** The same as the server is asked; nothing while no sum is given. */
export const sumOf = ({ kind, sum }: Wanted): { cost_per_hour?: string; fee_per_task?: string } =>
  sum === null ? {} : kind === 'hour' ? { cost_per_hour: sum } : { fee_per_task: sum }

type Props = { value: Wanted; onChange: (value: Wanted) => void; error?: string | undefined }

/** By the hour or by the task, and how much. */
export function RateFields({ value, onChange, error }: Props) {
  const { currency } = useCompany()
  const { kind, sum } = value
  return (
    <div className={css.rateFields}>
      <Segments
        label={t('rates.kind')}
        tabs={[
          { id: 'hour', name: t('rates.by_hour') },
          { id: 'task', name: t('rates.by_task') },
        ]}
        at={kind}
        onGo={(next) => onChange({ ...value, kind: next })}
      />
      <MoneyField
        label={t(kind === 'hour' ? 'performer.rate_hour' : 'performer.rate_task')}
        currency={currency}
        value={sum}
        onChange={(next) => onChange({ ...value, sum: next })}
        error={error}
      />
    </div>
  )
}
