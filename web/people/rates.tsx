import { useState } from 'react'
import { type getMember, setRate } from '#contract/people.ts'
import type { Reply } from '#contract/endpoint.ts'
import { useCompany } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import { dayDigits, money, today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import { MoneyField } from '#web/ui/fields/money-field.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Section } from '#web/ui/rows.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import css from './people.module.css'

type Someone = Reply<typeof getMember>

/** What an hour of a person costs, from which day on; and the next rate. */
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
        {rates.map(({ id, from_day, cost_per_hour, currency }) => (
          <li key={id} className={cx(id === rate?.id ? css.now : from_day < now && css.past)}>
            <span>{t('rates.from', { day: dayDigits(from_day) })}</span>
            {id === rate?.id && <Chip tone="good">{t('rates.now')}</Chip>}
            {from_day > now && <Chip>{t('rates.later')}</Chip>}
            <span>{t('performer.per_hour', { sum: money(cost_per_hour, currency) })}</span>
          </li>
        ))}
      </ul>
      {adding && <NewRate member={member} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function NewRate({ member: { id }, onClose }: { member: Someone; onClose: () => void }) {
  const { currency } = useCompany()
  const [cost_per_hour, setCost] = useState<string | null>(null)
  const [from_day, setFrom] = useState<string | null>(today())
  const [tried, setTried] = useState(false)
  const set = useCall(setRate, { inline: true, onSuccess: onClose })
  const lacking = (value: string | null) => (tried && value === null ? t('field.required') : undefined)
  const go = () => {
    setTried(true)
    if (cost_per_hour !== null && from_day !== null) set.mutate({ member_id: id, cost_per_hour, from_day })
  }
  return (
    <form noValidate onSubmit={submitting(go)} className={css.linkBox}>
      <div className={css.two}>
        <MoneyField
          label={t('performer.rate_hour')}
          currency={currency}
          value={cost_per_hour}
          onChange={setCost}
          error={set.error?.fields['cost_per_hour'] ?? lacking(cost_per_hour)}
        />
        <WhenField
          only_day
          label={t('performer.rate_from')}
          value={from_day}
          onChange={setFrom}
          error={set.error?.fields['from_day'] ?? lacking(from_day)}
        />
      </div>
      <p className={css.quiet}>{t('rates.past')}</p>
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
