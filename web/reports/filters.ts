import type { CostFilter } from '#contract/reports.ts'
import { day, list, oneOf, text, useFilters } from '#web/platform/route.ts'
import { type Period, presetPeriod } from './period.ts'

const shape = {
  from: day,
  to: day,
  customer: text,
  manager: text,
  worker: text,
  /** Orders that are opened to their rows. */
  open: list(),
  how: oneOf('1', '0'),
}

export const useCostFilters = () => useFilters(shape)
export type CostFilters = ReturnType<typeof useCostFilters>[0]
export type SetCostFilters = ReturnType<typeof useCostFilters>[1]

/** The days of the address; this month where it names none, or names them the wrong way round. */
export function periodOf({ from, to }: CostFilters): Period {
  return from && to && from <= to ? { from, to } : presetPeriod('month')
}

/** The address as the server's filter, the same for the page and for the workbook. */
export function serverFilter(filters: CostFilters): CostFilter {
  const { customer, manager, worker } = filters
  return {
    ...periodOf(filters),
    ...(customer && { counterparty_id: customer }),
    ...(manager && { responsible_id: manager }),
    ...(worker && { member_id: worker }),
  }
}
