import { reportCosts } from '#contract/reports.ts'
import type { Reply } from '#contract/endpoint.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { percent } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Key, Money } from '#web/ui/figures.tsx'
import type { CostFilters } from './filters.ts'
import { serverFilter } from './filters.ts'
import { MarginShare } from './margin-figure.tsx'
import { shareOf } from './margin.ts'
import { periodBefore, periodName } from './period.ts'
import css from './reports.module.css'

type Report = Reply<typeof reportCosts>
type Props = { filters: CostFilters; report: Pick<Report, 'total' | 'currency'>; unpriced: number }

/** The one large figure, what it was before, and what it is made of. */
export function CostSummary({ filters, report: { total, currency }, unpriced }: Props) {
  const before = periodBefore(serverFilter(filters))
  const was = useMaybe(reportCosts, { ...serverFilter(filters), ...before })
  const share = was && shareOf(was.total.margin, was.total.price)
  const rest = String(BigInt(total.cost) - BigInt(total.labour))
  return (
    <div className={css.summary}>
      <div className={css.small}>{t('cost.margin')}</div>
      <Money big minor={total.margin} currency={currency} />
      <div className={css.small}>
        <b>
          <MarginShare margin={total.margin} price={total.price} />
        </b>{' '}
        {typeof share === 'number' &&
          t('cost.before', { period: periodName(before, { short: true }), share: percent(share) })}
      </div>
      <dl className={css.sums}>
        <dt className={css.plainKey}>{t('report.price')}</dt>
        <dd>
          <Money minor={total.price} />
        </dd>
        <dt>
          <Key of="labour">{t('report.labour')}</Key>
        </dt>
        <dd>
          <Money minor={total.labour} />
        </dd>
        {rest !== '0' && (
          <>
            <dt>
              <Key of="other">{t('cost.key.other')}</Key>
            </dt>
            <dd>
              <Money minor={rest} />
            </dd>
          </>
        )}
      </dl>
      {unpriced > 0 && <p className={css.unpriced}>{t('cost.unpriced', { n: unpriced })}</p>}
    </div>
  )
}
