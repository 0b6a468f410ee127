import { useState } from 'react'
import { type getMember, setRate } from '#contract/people.ts'
import type { Reply } from '#contract/endpoint.ts'
import { useCall } from '#web/platform/ask.ts'
import { today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { RateFields, sumOf, type Wanted } from './rate-sum.tsx'
import css from './people.module.css'

type Props = { member: Reply<typeof getMember>; onClose: () => void }

/** The next rate of a person, and from when it holds. */
export function NewRate({ member: { id, rate }, onClose }: Props) {
  const [wanted, setWanted] = useState<Wanted>({ kind: rate?.fee_per_task ? 'task' : 'hour', sum: null })
  const [from_day, setFrom] = useState<string | null>(today())
  const [tried, setTried] = useState(false)
  const set = useCall(setRate, { inline: true, onSuccess: onClose })
  const lacking = (value: string | null) => (tried && value === null ? t('field.required') : undefined)
  const faults = set.error?.fields ?? {}
  const go = () => {
    setTried(true)
    if (wanted.sum !== null && from_day !== null) set.mutate({ member_id: id, from_day, ...sumOf(wanted) })
  }
  return (
    <form noValidate onSubmit={submitting(go)} className={css.linkBox}>
      <div className={css.two}>
        <RateFields
          value={wanted}
          onChange={setWanted}
          error={faults['cost_per_hour'] ?? faults['fee_per_task'] ?? lacking(wanted.sum)}
        />
        <WhenField
          only_day
          label={t('performer.rate_from')}
          value={from_day}
          onChange={setFrom}
          error={faults['from_day'] ?? lacking(from_day)}
        />
      </div>
      <p className={css.quiet}>{t(wanted.kind === 'hour' ? 'rates.past' : 'rates.task_hint')}</p>
      <ProblemNote error={set.error} />
      <div className={css.acts}>
        <Button type="submit" variant="primary" size="sm" busy={set.isPending}>
          {t('rates.set')}
        </Button>
        <Button size="sm" variant="quiet" onClick={onClose}>
          {t('do.cancel')}
        </Button>
      </div>
    </form>
  )
}
