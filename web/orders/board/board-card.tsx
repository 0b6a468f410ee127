import type { KeyboardEvent } from 'react'
import { IconCheckbox, IconClock, IconFlame, IconHelpCircle, IconRotate } from '@tabler/icons-react'
import type { OrderRow } from '#contract/orders.ts'
import { amount, dayOf, fullMoment, today, until, waited } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Chip, FilledChip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import { Avatar } from '#web/ui/person.tsx'
import { lower, WarningLine } from '../list/warning-line.tsx'
import { isEnded, type Stage } from './stage.ts'
import { CardMenu } from './card-menu.tsx'
import { useDrag } from '#web/platform/drag.ts'
import css from './board.module.css'

type Props = {
  order: OrderRow
  on: boolean
  /** The server has not answered its move yet. */
  waiting: boolean
  stages: Stage[]
  onMove: (order: OrderRow, stage: Stage) => void
  onOpen: (order: OrderRow) => void
}

/** An order on the board. What is empty takes no room; of warnings only the worst. */
export function BoardCard({ order, on, waiting, stages, onMove, onOpen }: Props) {
  const { id, number, title, urgent, responsible, counterparty, address, open_questions, warning } = order
  const [card, away] = useDrag('order', order)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the title is the button; the card around it is for the mouse
    <article
      ref={card}
      data-order={id}
      className={cx(css.card, on && css.on, away && css.away, waiting && css.waiting)}
      onClick={(event) => !(event.target as HTMLElement).closest('button, a, [role="menu"]') && onOpen(order)}
      onKeyDown={walk}
    >
      <div className={css.line}>
        <span className={css.number}>{t('thing.order', { number })}</span>
        {urgent && (
          <Chip tone="bad" icon={<IconFlame size={12} stroke={1.75} />}>
            {t('orders.urgent')}
          </Chip>
        )}
        <span className={css.end}>
          <CardMenu order={order} stages={stages} onMove={onMove} />
          {open_questions > 0 && (
            <span className={css.questions} title={t('order.questions', { n: open_questions })}>
              <IconHelpCircle size={14} stroke={1.75} aria-hidden="true" />
              {open_questions}
            </span>
          )}
          <Avatar who={responsible} size={20} />
        </span>
      </div>
      <h3>
        <button type="button" className={css.title} title={title} onClick={() => onOpen(order)}>
          {title}
        </button>
      </h3>
      {counterparty && (
        <p className={css.customer} title={counterparty.name}>
          {counterparty.name}
        </p>
      )}
      {address && (
        <p className={css.address} title={address}>
          {address}
        </p>
      )}
      <Chips order={order} />
      {warning && warning.code !== 'order.due_soon' && (
        <div className={css.trouble}>
          <WarningLine warning={warning} />
        </div>
      )}
      <Foot order={order} />
    </article>
  )
}

function Chips({ order: { phase, demands, tasks_closed, tasks_total, rounds, documents } }: { order: OrderRow }) {
  const early = phase === 'new' || phase === 'agreement' || phase === 'work'
  const parts = [
    ...(early ? demands : []).map(({ speciality, people, filled }) => (
      <FilledChip key={speciality} filled={filled} of={people}>
        {t('demand.filled', { speciality: lower(speciality), filled, people })}
      </FilledChip>
    )),
    early && tasks_total > 0 && (
      <Chip key="tasks" icon={<IconCheckbox size={12} stroke={1.75} />} title={t('order.tasks_closed')}>
        {t('order.of', { done: tasks_closed, all: tasks_total })}
      </Chip>
    ),
    rounds > 1 && (
      <Chip key="round" icon={<IconRotate size={12} stroke={1.75} />}>
        {t('order.round', { n: rounds })}
      </Chip>
    ),
    ...documents.map(({ kind, number }) => (
      <Chip key={kind + number} tone="outline">
        {t(`document_kind.${kind}`, { number })}
      </Chip>
    )),
  ].filter(Boolean)
  return parts.length > 0 ? <div className={css.chips}>{parts}</div> : null
}

function Foot({ order }: { order: OrderRow }) {
  const { amount: sum } = order
  const { words, look, full } = timeOf(order)
  if (!words && sum === null) return null
  return (
    <div className={css.foot}>
      {words && (
        <span className={cx(css.due, look)} title={full}>
          <IconClock size={14} stroke={1.75} aria-hidden="true" />
          {words}
        </span>
      )}
      {sum !== null && <span className={css.amount}>{amount(sum, { short: true })}</span>}
    </div>
  )
}

type Time = { words?: string; look?: string | undefined; full?: string }

/** At acceptance how long the customer has it; before that, what is left till the deadline; after it, what is lacking. */
function timeOf({ phase, due_at, phase_since, warning, documents }: OrderRow): Time {
  if (phase === 'acceptance') return { words: t('order.at_customer', { span: waited(phase_since) }) }
  if (phase === 'closing') {
    const act = documents.some(({ kind }) => kind === 'act')
    return { words: act ? t('order.may_end') : t('order.no_act', { span: waited(phase_since) }) }
  }
  if (!due_at || isEnded(phase)) return {}
  const late = warning?.code === 'order.overdue'
  const look = late ? css.late : dayOf(due_at) <= today() ? css.soon : undefined
  return { words: until(due_at), look, full: fullMoment(due_at) }
}

/** Arrows walk over the board: up and down in a column, left and right between columns. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (!['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(event.key)) return
  if ((event.target as HTMLElement).closest('[role="menu"]')) return
  const column = event.currentTarget.closest('section')
  const titles = (of: Element | null | undefined) => [...(of?.querySelectorAll<HTMLElement>('h3 button') ?? [])]
  const own = titles(column)
  const at = own.findIndex((title) => event.currentTarget.contains(title))
  const columns = [...(column?.parentElement?.querySelectorAll('section') ?? [])]
  const beside = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
  const near = titles(columns[columns.findIndex((one) => one === column) + beside])
  const next = beside ? (near[at] ?? near.at(-1)) : own[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
