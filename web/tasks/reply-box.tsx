import { type ReactNode, useState } from 'react'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Kbd } from '#web/ui/chip.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { focused } from '#web/ui/submit.ts'
import css from './tasks.module.css'

type Props = {
  label: string
  act: string
  busy: boolean
  error: unknown
  onSay: (text: string) => void
  onClose?: () => void
  /** Beside the button: «это вопрос». */
  tools?: ReactNode
  /** Opened to be written into at once. */
  eager?: boolean
}

/** Words in a task, read by its performers: Ctrl+Enter sends, Esc leaves. */
export function ReplyBox({ label, act, busy, error, onSay, onClose, tools, eager = true }: Props) {
  const [text, setText] = useState('')
  const say = () => text.trim() && onSay(text.trim())
  return (
    <div className={css.reply}>
      <textarea
        {...(eager && { ref: focused })}
        rows={2}
        aria-label={label}
        placeholder={label}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) say()
          if (event.key !== 'Escape' || !onClose) return
          event.preventDefault()
          onClose()
        }}
      />
      <div className={css.replyFoot}>
        {tools}
        <span className={css.end}>
          {text.trim() !== '' && <Kbd>Ctrl ↵</Kbd>}
          {onClose && (
            <Button size="sm" variant="quiet" onClick={onClose}>
              {t('do.cancel')}
            </Button>
          )}
          <Button size="sm" variant="soft" busy={busy} onClick={say}>
            {act}
          </Button>
        </span>
      </div>
      <ProblemNote error={error} />
    </div>
  )
}
