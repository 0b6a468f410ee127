import { useState } from 'react'
import type { PartyKind } from '#contract/parties/doubles.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { MergeDialog, type Who } from './merge-dialog.tsx'

type Props = { kind: PartyKind; of: Who; onMerged?: (who: Who) => void }

/** For a double that nothing but a person's knowledge tells: any other card can be chosen. */
export function MergeButton({ kind, of, onMerged }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" variant="quiet" onClick={() => setOpen(true)}>
        {t('merging.do')}
      </Button>
      {open && <MergeDialog kind={kind} kept={of} onClose={() => setOpen(false)} {...(onMerged && { onMerged })} />}
    </>
  )
}
