import { getBoard } from '#contract/orders.ts'
import { useReply } from '#web/platform/ask.ts'
import { money } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { PhaseMark } from '#web/ui/phase.tsx'
import css from './home.module.css'

/** Orders under way by stage: how many and for how much; each line opens them as a list. */
export function MyOrders({ responsible }: { responsible: string | null }) {
  const board = useReply(getBoard, responsible ? { responsible_id: [responsible] } : {})
  const columns = board.columns.filter(({ stage, count }) => count > 0 && !isOver(stage.phase))
  return (
    <section className={css.box} aria-label={t(responsible ? 'home.my_orders' : 'home.orders')}>
      <div className={css.boxHead}>
        <h2>{t(responsible ? 'home.my_orders' : 'home.orders')}</h2>
      </div>
      {columns.length === 0 && <p className={css.none}>{t('home.orders_none')}</p>}
      <ul>
        {columns.map(({ stage, count, sum, currency }) => (
          <li key={stage.id}>
            <Link
              className={css.line}
              to="/orders"
              search={{ view: 'list', phase: stage.phase, ...(responsible && { responsible }) }}
            >
              <PhaseMark phase={stage.phase} />
              <span className={css.lineName}>{stage.name}</span>
              <span className={css.quiet}>{sum !== null && sum !== '0' && money(sum, currency, { short: true })}</span>
              <span className={css.n}>{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const isOver = (phase: string): boolean => phase === 'done' || phase === 'cancelled'
