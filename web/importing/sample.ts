import { t } from '#web/platform/words.ts'

/** Without it Excel takes UTF-8 for the letters of its own country. */
const MARK = '\uFEFF'

/** Keeps a small table on the reader's machine: columns that are known, two rows filled in. */
export function saveSample(): void {
  const url = URL.createObjectURL(new Blob([MARK, t('import.sample')], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = t('import.sample_file')
  link.click()
  URL.revokeObjectURL(url)
}
