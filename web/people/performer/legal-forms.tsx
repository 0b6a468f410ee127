import { lazy, Suspense, useState } from 'react'
import type { getMember } from '#contract/people.ts'
import type { Reply } from '#contract/endpoint.ts'
import { dayDigits, today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import { Section } from '#web/ui/rows.tsx'
import css from './performer.module.css'

// Seldom opened: fetched then.
const NewForm = lazy(() => import('./new-legal-form.tsx').then((module) => ({ default: module.NewLegalForm })))

type Someone = Reply<typeof getMember>

/** In what form he works for the company in law, from which day on, by which contract. */
export function LegalForms({ member: { id, legal_forms, can } }: { member: Someone }) {
  const [adding, setAdding] = useState(false)
  const now = today()
  const held = legal_forms.find(({ from_day }) => from_day <= now)
  return (
    <Section
      title={t('legal.heading')}
      end={
        !can.papers &&
        !adding && (
          <Button size="sm" onClick={() => setAdding(true)}>
            {t(legal_forms.length > 0 ? 'performer.change' : 'legal.set')}
          </Button>
        )
      }
    >
      {legal_forms.length === 0 && !adding && <p className={css.quiet}>{t('legal.none')}</p>}
      <ul className={css.rows}>
        {legal_forms.map((one) => (
          <li key={one.id} className={cx(one !== held && one.from_day < now && css.past)}>
            <span className={css.what}>
              <b>{t(`legal_form.${one.form}`)}</b>
              <small>
                {t('rates.from', { day: dayDigits(one.from_day) })}
                {one.contract_number && ` · ${t('legal.contract_of', { number: one.contract_number })}`}
              </small>
            </span>
            {one === held && <Chip tone="good">{t('rates.now')}</Chip>}
            {one.from_day > now && <Chip>{t('rates.later')}</Chip>}
          </li>
        ))}
      </ul>
      <Suspense>
        {adding && <NewForm member_id={id} form={held?.form ?? null} onClose={() => setAdding(false)} />}
      </Suspense>
    </Section>
  )
}
