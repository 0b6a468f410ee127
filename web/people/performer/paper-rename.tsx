import { useState } from 'react'
import { type Paper, renamePaper } from '#contract/papers.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { PaperFields } from './paper-fields.tsx'
import css from './papers.module.css'

/** Another name for a paper, or another kind of it. */
export function PaperRename({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const [kind, setKind] = useState(paper.kind)
  const [title, setTitle] = useState(paper.title)
  const rename = useCall(renamePaper, { inline: true, onSuccess: onClose })
  return (
    <Dialog
      title={t('papers.rename_title')}
      onClose={onClose}
      onSubmit={() => rename.mutate({ paper_id: paper.id, title, kind })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={rename.isPending} disabled={!title.trim()}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <PaperFields {...{ kind, title }} onKind={setKind} onTitle={setTitle} />
        <ProblemNote error={rename.error} />
      </div>
    </Dialog>
  )
}
