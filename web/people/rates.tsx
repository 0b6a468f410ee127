import { useState } from 'react'
import { type getMember, setRate } from '#contract/people.ts'
import type { Reply } from '#contract/endpoint.ts'
import { useCall } from '#web/platform/ask.ts'
import { dayDigits, today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Section } from '#web/ui/rows.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { RateFields, rateWords, sumOf, type Wanted } from './rate-sum.tsx'
import css from './people.module.css'

type Someone = Reply<typeof getMember>

/** What a person costs, by the hour or by the task, from which day on; and the next rate. */
export function Rates({ member }: { member: Someone }) {
  const [adding, setAdding] = useState(false)
  const { rates, rate, can } = member
  const now = today()
  return (
    <Section
      title={t('rates.heading')}
      end={
        !can.rate &&
        !adding && (
          <Button size="sm" onClick={() => setAdding(true)}>
            {t('rates.new')}
          </Button>
        )
      }
    >
      {rates.length === 0 && !adding && <p className={css.quiet}>{t('rates.none')}</p>}
      <ul className={css.rates}>
        {rates.map(({ id, from_day, ...sum }) => (
          <li key={id} className={cx(id === rate?.id ? css.now : from_day < now && css.past)}>
            <span>{t('rates.from', { day: dayDigits(from_day) })}</span>
            {id === rate?.id && <Chip tone="good">{t('rates.now')}</Chip>}
            {from_day > now && <Chip>{t('rates.later')}</Chip>}
            <span>{rateWords(sum)}</span>
          </li>
        ))}
      </ul>
      {adding && <NewRate member={member} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function NewRate({ member: { id, rate }, onClose }: { member: Someone; onClose: () => void }) {
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
