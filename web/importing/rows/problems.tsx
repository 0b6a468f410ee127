import { IconDownload } from '@tabler/icons-react'
import type { ImportCard } from '#contract/parties/imports.ts'
import { locale, t } from '#web/platform/words.ts'
import { FileLink } from '#web/ui/button.tsx'

/** Rows that something is wrong with, as a workbook to be mended; nothing where there are none. */
export function Problems({ card: { id, counts } }: { card: ImportCard }) {
  if (counts.fault + counts.warned === 0) return null
  return (
    <FileLink
      size="sm"
      download
      href={`/api/imports/${id}/problems.xlsx?lang=${locale()}`}
      icon={<IconDownload size={16} stroke={1.75} />}
    >
      {t('import.problems_get')}
    </FileLink>
  )
}
