import {
  IconAlertTriangle,
  IconClock,
  IconHelpCircle,
  IconThumbDown,
  IconUserQuestion,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { OrderRow } from '#contract/orders.ts'
import { moment, until, waited } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import type { Values } from '#words/index.ts'
import { cx } from '#web/ui/cx.ts'
import css from './list.module.css'

type Warning = NonNullable<OrderRow['warning']>
type Tone = 'bad' | 'warn' | 'note'

const LOOKS: Record<Warning['code'], [TablerIcon, Tone]> = {
  'order.overdue': [IconAlertTriangle, 'bad'],
  'order.rejected': [IconThumbDown, 'bad'],
  'order.question_waits': [IconHelpCircle, 'note'],
  'order.demand_unfilled': [IconUsers, 'warn'],
  'order.task_not_accepted': [IconUserQuestion, 'warn'],
  'order.due_soon': [IconClock, 'warn'],
}

/** The worst trouble of an order in one line of words. */
export function WarningLine({ warning }: { warning: Warning }) {
  const [Icon, tone] = LOOKS[warning.code]
  return (
    <span className={cx(css.warning, css[tone])}>
      <Icon size={14} stroke={1.75} aria-hidden="true" />
      <span>{warningWords(warning)}</span>
    </span>
  )
}

/** The same where there is room for its icon only; the words are its name. */
export function WarningMark({ warning }: { warning: Warning }) {
  const [Icon, tone] = LOOKS[warning.code]
  const words = warningWords(warning)
  return (
    <span className={cx(css.mark, css[tone])} title={words}>
      <Icon size={14} stroke={1.75} aria-label={words} />
    </span>
  )
}

function warningWords({ code, since, facts = {} }: Warning): string {
  const values: Values = { span: since ? waited(since) : '' }
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'number') values[name] = value
    if (typeof value === 'string') values[name] = name.endsWith('_at') ? moment(value) : value
  }
  switch (code) {
    case 'order.overdue':
      return t('warning.overdue', values)
    case 'order.rejected':
      return rejected(facts)
    case 'order.question_waits':
      return t('warning.question_waits', values)
    case 'order.demand_unfilled':
      return t('warning.demand_unfilled', { ...values, speciality: lower(facts['speciality']) })
    case 'order.task_not_accepted':
      return t('warning.task_not_accepted', values)
    case 'order.due_soon':
      return t('warning.due_soon', { due: typeof facts['due_at'] === 'string' ? until(facts['due_at']) : '' })
  }
}

const REASONS = ['quality', 'volume', 'deadline', 'price', 'other'] as const

function rejected({ reason, words }: Record<string, unknown>): string {
  const known = REASONS.find((one) => one === reason) ?? 'other'
  const name = t(`rejection.${known}`)
  return typeof words === 'string' && words
    ? t('warning.rejected_words', { reason: name, words })
    : t('warning.rejected', { reason: name })
}

/** A trade inside a sentence: «электрики 1 из 2». */
export const lower = (name: unknown): string =>
  typeof name === 'string' ? name.slice(0, 1).toLowerCase() + name.slice(1) : ''
