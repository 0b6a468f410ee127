import type { ImportCard } from '#contract/parties/imports.ts'
import { t } from '#web/platform/words.ts'
import { Reason } from '#web/ui/reason.tsx'
import { Notice } from '#web/ui/state.tsx'
import { DropZone } from './drop-zone.tsx'
import css from './importing.module.css'

/** Why a file could not be read, or that its rows are forgotten, and the place for another one. */
export function FailedFile({ card: { fault } }: { card: ImportCard }) {
  return (
    <div className={css.start}>
      {fault ? (
        <Notice tone="bad" title={t('import.failed')}>
          <Reason code={fault.code} facts={fault.facts} />
        </Notice>
      ) : (
        <Notice tone="info">{t('import.old')}</Notice>
      )}
      <DropZone again={fault !== null} />
    </div>
  )
}
