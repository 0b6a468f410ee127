import type { ImportCounts, ImportSettings } from '#contract/parties/imports.ts'
import type { Terms } from '#server/counterparties/index.ts'

/** How the rows are taken, as whoever brings them has set it; what he adds he answers for. */
export const termsOf = ({ there, side }: ImportSettings, responsible_id: string | null): Terms => ({
  there,
  is_customer: side !== 'supplier',
  is_supplier: side !== 'customer',
  responsible_id,
})

const NONE: ImportCounts = { new: 0, joined: 0, same: 0, fault: 0, warned: 0 }

/** Rows by what comes of them, added to those before. */
export function countsOf(
  rows: readonly { outcome: 'new' | 'joined' | 'same' | 'fault'; faults: readonly unknown[] }[],
  before: Partial<ImportCounts> = {},
): ImportCounts {
  const counts = { ...NONE, ...before }
  for (const { outcome, faults } of rows) {
    counts[outcome] += 1
    if (outcome !== 'fault' && faults.length > 0) counts.warned += 1
  }
  return counts
}
