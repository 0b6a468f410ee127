import { lazy, Suspense, useState } from 'react'
import type { getMember } from '#contract/people.ts'
import type { Reply } from '#contract/endpoint.ts'
import { dayDigits, today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import { Section } from '#web/ui/rows.tsx'
import { rateWords } from './rate-words.ts'
import css from './people.module.css'

// Seldom opened: fetched then.
const NewRate = lazy(() => import('./new-rate.tsx').then((module) => ({ default: module.NewRate })))

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
      <Suspense>{adding && <NewRate member={member} onClose={() => setAdding(false)} />}</Suspense>
    </Section>
  )
}
