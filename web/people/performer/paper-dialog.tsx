import { useState } from 'react'
import { addPaper, type PaperKind } from '#contract/papers.ts'
import { useCall } from '#web/platform/ask.ts'
import { Problem } from '#web/platform/problem.ts'
import { upload } from '#web/platform/upload.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { kindByName, sizeWords, titleOf } from './paper-guess.ts'
import { PaperFields } from './paper-fields.tsx'
import css from './papers.module.css'

type Props = {
  member_id: string
  file: File
  /** How many files wait behind it. */
  more: number
  onNext: () => void
  onClose: () => void
}

/** What a file is and what it is called, guessed by its name; then it goes up. */
export function PaperDialog({ member_id, file, more, onNext, onClose }: Props) {
  const [kind, setKind] = useState<PaperKind>(() => kindByName(file.name))
  const [title, setTitle] = useState(() => titleOf(file.name))
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const add = useCall(addPaper, { inline: true, onSuccess: onNext })
  const send = async () => {
    setSending(true)
    setProblem(null)
    try {
      const { id } = await upload('/api/files', file)
      add.mutate({ member_id, file_id: id, kind, ...(title.trim() && { title }) })
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, {}))
    } finally {
      setSending(false)
    }
  }
  return (
    <Dialog
      title={t('papers.new')}
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={sending || add.isPending}>
            {more > 0 ? t('papers.save_next', { n: more }) : t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <p className={css.quiet}>
          {file.name} · {sizeWords(file.size)}
        </p>
        <PaperFields {...{ kind, title }} onKind={setKind} onTitle={setTitle} />
        <p className={css.quiet}>{t('papers.who_sees')}</p>
        <ProblemNote error={problem ?? add.error} />
      </div>
    </Dialog>
  )
}
