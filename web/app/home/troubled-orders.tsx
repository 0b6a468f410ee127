import { listOrders } from '#contract/orders.ts'
import { WarningLine } from '#web/orders/list/warning-line.tsx'
import { useMaybeList } from '#web/platform/ask.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { PhaseMark } from '#web/ui/phase.tsx'
import css from './home.module.css'

const FIRST = 6

/** Orders with a warning, so that trouble is seen before it happens (S11). Nothing where there is none. */
export function TroubledOrders({ responsible }: { responsible: string | null }) {
  const filter = responsible ? { responsible_id: [responsible] } : {}
  const { rows } = useMaybeList(listOrders, { ...filter, troubled: true, limit: FIRST + 1 })
  if (rows.length === 0) return null
  return (
    <section className={css.box} aria-label={t('home.troubled')}>
      <div className={css.boxHead}>
        <h2>{t('home.troubled')}</h2>
        {rows.length > FIRST && (
          <Link to="/orders" search={{ view: 'list', troubled: '1', ...(responsible && { responsible }) }}>
            {t('home.troubled_all')}
          </Link>
        )}
      </div>
      <ul>
        {rows.slice(0, FIRST).map(({ id, number, title, phase, stage, warning }) => (
          <li key={id}>
            <Link className={css.line} to={`/orders/${id}`}>
              <PhaseMark phase={phase} label={stage.name} />
              <span className={css.quiet}>{t('thing.order', { number })}</span>
              <span className={css.lineName}>
                <span title={title}>{title}</span>
                {warning && <WarningLine warning={warning} />}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
