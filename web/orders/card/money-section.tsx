import type { Order, OrderMoney } from '#contract/orders.ts'
import type { Static } from 'typebox'
import { amount, duration, percent } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import { Bar, Key, Money } from '#web/ui/figures.tsx'
import { Section } from '#web/ui/rows.tsx'
import css from './card.module.css'

type Sums = NonNullable<Static<typeof OrderMoney>>

/** A margin says something only once some work has cost something. */
function MarginShare({ money: { margin, minutes }, whole }: { money: Sums; whole: number }) {
  if (margin === null || whole === 0 || minutes === 0) return null
  return (
    <Chip tone={margin.startsWith('-') ? 'bad' : 'good'}>
      {t('money.margin_share', { share: percent(Number(margin) / whole) })}
    </Chip>
  )
}

/** What the order has cost so far against what was agreed; the customer never sees it. */
export function MoneySection({ order, money }: { order: Order; money: Sums }) {
  const { labour, cost, amount: price, margin, minutes, currency, by_worker } = money
  const whole = Number(price ?? cost)
  const lost = margin?.startsWith('-') ?? false
  const share = (part: string) => (whole > 0 ? Math.abs(Number(part)) / whole : 0)
  return (
    <Section
      title={t('money.heading')}
      aside={t('money.inside', { currency })}
      end={<MarginShare money={money} whole={whole} />}
    >
      <div className={css.money}>
        <Key of="labour">{t('money.labour')}</Key>
        <span className={css.when}>{minutes > 0 && duration(minutes)}</span>
        <Money minor={labour} />
        {by_worker.map(({ member, minutes: own, cost: costs }) => (
          <Worker key={member.id} name={member.name} minutes={own} cost={costs} />
        ))}
      </div>
      {whole > 0 && (
        <div className={css.bar}>
          <Bar
            thick
            shares={[
              { of: 'labour', part: Math.min(1, share(labour)) },
              ...(margin !== null && !lost ? [{ of: 'margin' as const, part: share(margin) }] : []),
            ]}
          />
        </div>
      )}
      <div className={css.sums}>
        <span>{t('money.cost')}</span>
        <Money minor={cost} />
        <span>{t(order.agreement?.price_model === 'hourly' ? 'money.price_so_far' : 'money.price')}</span>
        <Money minor={price} />
        {margin !== null && (
          <>
            <b>{t('money.margin')}</b>
            <b className={lost ? css.bad : css.good}>{amount(margin)}</b>
          </>
        )}
      </div>
    </Section>
  )
}

const Worker = ({ name, minutes, cost }: { name: string; minutes: number; cost: string }) => (
  <>
    <span className={css.worker}>{name}</span>
    <span className={css.when}>{duration(minutes)}</span>
    <span className={css.quiet}>
      <Money minor={cost} />
    </span>
  </>
)
