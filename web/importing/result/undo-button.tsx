import { useState } from 'react'
import { IconArrowBackUp } from '@tabler/icons-react'
import { type ImportCard, undoImport } from '#contract/parties/imports.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import css from '../importing.module.css'

/** Takes an import back, once it was said what goes and what stays; nothing where it is too late. */
export function UndoButton({ card: { id: import_id, can } }: { card: ImportCard }) {
  const [open, setOpen] = useState(false)
  const undo = useCall(undoImport, { inline: true, onSuccess: () => setOpen(false) })
  if (can.undo) return null
  return (
    <>
      <Button icon={<IconArrowBackUp size={16} stroke={1.75} />} onClick={() => setOpen(true)}>
        {t('import.undo')}
      </Button>
      {open && (
        <Dialog
          title={t('import.undo_title')}
          onClose={() => setOpen(false)}
          foot={
            <>
              <Button onClick={() => setOpen(false)}>{t('import.undo_stay')}</Button>
              <Button variant="danger" busy={undo.isPending} onClick={() => undo.mutate({ import_id })}>
                {t('import.undo')}
              </Button>
            </>
          }
        >
          <div className={css.question}>
            <p>{t('import.undo_lead')}</p>
            <p>{t('import.undo_kept')}</p>
            <ProblemNote error={undo.error} />
          </div>
        </Dialog>
      )}
    </>
  )
}
