import { useState } from 'react'
import { IconFileText, IconPencil, IconTrash, IconUpload } from '@tabler/icons-react'
import { listPapers, type Paper, removePaper, restorePaper } from '#contract/papers.ts'
import { useCall, useReply } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { When } from '#web/ui/figures.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { PaperDialog } from './paper-dialog.tsx'
import { PaperRename } from './paper-rename.tsx'
import { sizeWords } from './paper-guess.ts'
import css from './papers.module.css'

/** His contract, passport, certificates as files: for those who lead him, and nobody else. */
export function PapersTab({ member_id }: { member_id: string }) {
  const { rows, can } = useReply(listPapers, { member_id })
  const [waiting, setWaiting] = useState<File[]>([])
  const [first] = waiting
  return (
    <div className={css.papers}>
      {!can.add && <Drop onFiles={setWaiting} />}
      {rows.length === 0 && can.add && <p className={css.quiet}>{t('papers.none')}</p>}
      <ul className={css.list}>
        {rows.map((paper) => (
          <Row key={paper.id} paper={paper} removes={!can.remove} />
        ))}
      </ul>
      {first && (
        <PaperDialog
          key={`${first.name} ${waiting.length}`}
          member_id={member_id}
          file={first}
          more={waiting.length - 1}
          onNext={() => setWaiting(waiting.slice(1))}
          onClose={() => setWaiting([])}
        />
      )}
    </div>
  )
}

/** The browser's own field lies over the whole of it: files are dropped on it, or chosen. */
function Drop({ onFiles }: { onFiles: (files: File[]) => void }) {
  return (
    <label className={css.drop}>
      <IconUpload size={18} stroke={1.75} aria-hidden="true" />
      <span>
        <b>{t('papers.add')}</b>
        <small>{t('papers.hint')}</small>
      </span>
      <input
        type="file"
        multiple
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </label>
  )
}

function Row({ paper, removes }: { paper: Paper; removes: boolean }) {
  const { id, title, kind, file, added_by, added_at } = paper
  const [renaming, setRenaming] = useState(false)
  const back = useCall(restorePaper)
  const remove = useCall(removePaper, {
    onSuccess: () => toast(t('papers.removed', { title }), () => back.mutate({ paper_id: id })),
  })
  return (
    <li>
      {file.width === null ? (
        <span className={css.picture}>
          <IconFileText size={20} stroke={1.75} aria-hidden="true" />
        </span>
      ) : (
        <img className={css.picture} src={`/api/files/${file.id}?w=200`} alt="" loading="lazy" />
      )}
      <span className={css.what}>
        <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
          {title}
        </a>
        <small>
          {sizeWords(file.size)} · {added_by.name} · <When at={added_at} />
        </small>
      </span>
      <Chip>{t(`paper_kind.${kind}`)}</Chip>
      {removes && (
        <IconButton
          size="sm"
          label={t('papers.rename', { title })}
          icon={<IconPencil size={16} stroke={1.75} />}
          onClick={() => setRenaming(true)}
        />
      )}
      {renaming && <PaperRename paper={paper} onClose={() => setRenaming(false)} />}
      {removes && (
        <IconButton
          size="sm"
          label={t('papers.remove', { title })}
          icon={<IconTrash size={16} stroke={1.75} />}
          onClick={() => remove.mutate({ paper_id: id })}
        />
      )}
    </li>
  )
}
