import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { IconLock, IconSend } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { Button } from '../button.tsx'
import { Kbd } from '../chip.tsx'
import { cx } from '../cx.ts'
import css from './talk.module.css'

export type Audience = 'customer' | 'inside'

type Props = {
  text: string
  onText: (text: string) => void
  audience: Audience
  /** Left out where there is one audience only. */
  onAudience?: (audience: Audience) => void
  /** Who will read it, in words: «Увидит Марина Ковалевич в Telegram». */
  sees?: ReactNode
  busy?: boolean
  /** There is something to send without words: files. */
  ready?: boolean
  onSend: () => void
  /** Attach, insert: icons at the left of the foot. */
  tools?: ReactNode
  placeholder?: string
}

/** Where words are written. The whole box takes the colour of who will see them; Ctrl+Enter sends. */
export function Composer(props: Props) {
  const { text, onText, audience, onAudience, sees, busy, ready = false, onSend, tools, placeholder } = props
  const who = useId()
  const inside = audience === 'inside'
  const send = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && (ready || text.trim())) onSend()
  }
  const hint = inside ? t('composer.inside_placeholder') : t('composer.customer_placeholder')
  return (
    <div className={cx(css.composer, inside && css.noteBox)}>
      <fieldset className={css.mode}>
        <legend>{t('composer.audience')}</legend>
        {(onAudience ? (['customer', 'inside'] as const) : [audience]).map((of) => (
          <label key={of} data-of={of} className={css.audience}>
            <input type="radio" name={who} checked={of === audience} onChange={() => onAudience?.(of)} />
            {of === 'customer' ? <IconSend size={16} stroke={1.75} /> : <IconLock size={16} stroke={1.75} />}
            {of === 'customer' ? t('composer.to_customer') : t('composer.inside')}
          </label>
        ))}
        <span className={css.sees} id={who}>
          {sees ?? (inside && t('composer.only_staff'))}
        </span>
      </fieldset>
      <div className={css.write}>
        <textarea
          className={css.field}
          rows={1}
          value={text}
          aria-label={placeholder ?? hint}
          aria-describedby={who}
          placeholder={placeholder ?? hint}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={send}
        />
        <span className={css.tools}>
          {text.trim() !== '' && <Kbd>Ctrl ↵</Kbd>}
          {tools}
          <Button
            size="sm"
            variant={inside ? 'note' : 'primary'}
            busy={busy}
            onClick={() => (ready || text.trim()) && onSend()}
          >
            {inside ? t('composer.note') : t('composer.send')}
          </Button>
        </span>
      </div>
    </div>
  )
}
