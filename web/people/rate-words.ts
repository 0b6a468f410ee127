import type { Rate } from '#contract/people.ts'
import { money } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'

/** What a person costs: «25,00 BYN в час», «150,00 BYN за задачу». */
export function rateWords({ cost_per_hour, fee_per_task, currency }: Omit<Rate, 'id' | 'from_day'>): string {
  if (fee_per_task !== null) return t('performer.per_task', { sum: money(fee_per_task, currency) })
  return t('performer.per_hour', { sum: money(cost_per_hour ?? '0', currency) })
}
