import { type ReactNode, useState } from 'react'
import { IconCheck, IconPencil, IconQuestionMark, IconX } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import css from './entry.module.css'

type Props = {
  name: string
  words: string
  taken: boolean
  /** False: it was a guess, and nobody has decided yet. */
  sure: boolean
  quiet?: boolean
  /** Left out where there is no dropping it. */
  onTake?: (taken: boolean) => void
  edit?: ReactNode
}

/** One thing that was read: a tick that can be taken away, or a question that can be answered. */
export function ReadRow({ name, words, taken, sure, quiet, onTake, edit }: Props) {
  const [editing, setEditing] = useState(false)
  const asks = !sure && !taken
  return (
    <div className={css.row} data-off={!taken || undefined}>
      <button
        type="button"
        className={cx(css.tick, taken && css.yes, asks && css.ask)}
        aria-pressed={taken}
        aria-label={name}
        disabled={!onTake}
        onClick={() => onTake?.(!taken)}
      >
        {asks && <IconQuestionMark size={14} stroke={1.75} aria-hidden="true" />}
        {taken && <IconCheck size={14} stroke={1.75} aria-hidden="true" />}
      </button>
      <div className={css.read}>
        <Read {...{ name, words, asks, quiet }}>{editing && edit}</Read>
      </div>
      {asks && (
        <Button size="sm" onClick={() => onTake?.(true)}>
          {t('entry.yes')}
        </Button>
      )}
      {edit && (
        <IconButton
          size="sm"
          label={editing ? t('do.apply') : t('entry.correct', { name })}
          icon={editing ? <IconCheck size={16} stroke={1.75} /> : <IconPencil size={16} stroke={1.75} />}
          onClick={() => setEditing(!editing)}
        />
      )}
      {onTake && taken && (
        <IconButton
          size="sm"
          label={t('entry.drop', { name })}
          icon={<IconX size={16} stroke={1.75} />}
          onClick={() => onTake(false)}
        />
      )}
    </div>
  )
}

type ReadProps = { name: string; words: string; asks: boolean; quiet: boolean | undefined; children: ReactNode }

const Read = ({ name, words, asks, quiet, children }: ReadProps) => (
  <>
    <small>{asks ? t('entry.doubt', { name }) : name}</small>
    {children || <span className={cx(quiet && css.quiet)}>{asks ? `${words}?` : words}</span>}
  </>
)
