import type { ReactNode } from 'react'
import { listUnconfirmed } from '#contract/tree.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { PageHead } from '#web/ui/page-head.tsx'
import { TabLinks } from '#web/ui/tabs.tsx'

/** The head of the pages about who answers to whom. */
export function StructureHead({ acts }: { acts?: ReactNode }) {
  const open = useMaybe(listUnconfirmed, {})
  const n = (open?.rows.length ?? 0) + (open?.expected.length ?? 0)
  return (
    <PageHead title={t('structure.heading')} acts={acts}>
      <TabLinks
        label={t('structure.heading')}
        links={[
          { to: '/people/structure', name: t('structure.tree') },
          { to: '/people/unconfirmed', name: t('unconfirmed.heading'), ...(open && { n }) },
          { to: '/settings/people', name: t('staff.heading') },
        ]}
      />
    </PageHead>
  )
}
