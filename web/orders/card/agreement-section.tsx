import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Agreement, Order } from '#contract/orders.ts'
import { useRight } from '#web/app/me.ts'
import { fullMoment, moment, money } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { Properties, Property, Section } from '#web/ui/rows.tsx'
import type { OnAct } from './use-order.ts'
import css from './card.module.css'

/** Agreed terms; what an earlier version said stands struck through beside. */
export function AgreementSection({ order, onAct }: { order: Order; onAct: OnAct }) {
  const { agreement, agreements, can } = order
  const money = useRight()('money.read')
  const before = agreements
    .filter(({ version }) => version < (agreement?.version ?? 0))
    .toSorted((a, b) => b.version - a.version)[0]
  const edit = !can.agree && (
    <IconButton
      size="sm"
      className={css.headAct}
      label={t('act.agree')}
      icon={<IconPencil size={16} stroke={1.75} />}
      onClick={() => onAct('agree')}
    />
  )
  if (!agreement) {
    return (
      <Section title={t('agreement.heading')}>
        <p className={css.quiet}>{t(money ? 'agreement.none' : 'agreement.none_without_price')}</p>
        {!can.agree && (
          <Button size="sm" className={css.below} onClick={() => onAct('agree')}>
            {t('step.agree')}
          </Button>
        )}
      </Section>
    )
  }
  return (
    <Section
      title={t('agreement.heading')}
      aside={
        <span title={t('agreement.made', { who: agreement.made_by.name, at: moment(agreement.made_at) })}>
          <Chip>{t('agreement.version', { n: agreement.version })}</Chip>
        </span>
      }
      end={edit}
    >
      <Properties>
        <Term
          label={t('agreement.starts')}
          is={agreement}
          was={before}
          say={({ starts_at }) => starts_at && moment(starts_at)}
        />
        <Term label={t('agreement.due')} is={agreement} was={before} say={({ due_at }) => due_at && moment(due_at)} />
        {money && (
          <Term label={t('agreement.price')} is={agreement} was={before} say={priceOf} hint={vatOf(agreement)} />
        )}
        {(agreement.scope || before?.scope) && (
          <Term label={t('agreement.scope')} is={agreement} was={before} say={(one) => one.scope} />
        )}
      </Properties>
    </Section>
  )
}

type TermProps = {
  label: string
  is: Agreement
  was: Agreement | undefined
  say: (one: Agreement) => string | null
  hint?: string | null
}

function Term({ label, is, was, say, hint }: TermProps): ReactNode {
  const [now, then] = [say(is), was ? say(was) : null]
  const old = then !== null && then !== now ? shorter(then, now) : null
  return (
    <Property label={label} hint={hint}>
      {(now || old) && (
        <>
          <span className={css.term}>{now ?? t('form.none')}</span>{' '}
          {old && (
            <s
              className={css.old}
              title={was && t('agreement.made', { who: was.made_by.name, at: fullMoment(was.made_at) })}
            >
              {old}
            </s>
          )}
        </>
      )}
    </Property>
  )
}

/** Of the same day only the hour is struck through. */
function shorter(then: string, now: string | null): string {
  const at = then.lastIndexOf(' ')
  return now && /\d:\d\d$/.test(then) && then.slice(0, at) === now.slice(0, at) ? then.slice(at + 1) : then
}

function priceOf({ price, price_model, currency }: Agreement): string | null {
  if (price === null) return null
  const sum = money(price, currency)
  return price_model === 'hourly' ? t('agreement.per_hour', { sum }) : t('agreement.per_order', { sum })
}

const vatOf = ({ price, vat_rate }: Agreement): string | null =>
  price !== null && vat_rate !== null ? t('agreement.with_vat', { rate: vat_rate }) : null
