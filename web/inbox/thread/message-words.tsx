import { useState } from 'react'
import { IconArrowForwardUp, IconCornerUpLeft } from '@tabler/icons-react'
import type { Message } from '#contract/inbox/conversations.ts'
import { t } from '#web/platform/words.ts'
import { ContentLine } from './content-line.tsx'
import css from './thread.module.css'

/** What the writer says; what he quotes is folded and opens in place, so that shown and folded are the whole. */
export function MessageWords({ message }: { message: Message }) {
  const [open, setOpen] = useState(false)
  const { text, folded, folds, reply_to, content, forwarded_from } = message
  return (
    <>
      {forwarded_from && (
        <span className={css.quoted}>
          <IconArrowForwardUp size={12} stroke={1.75} aria-hidden="true" />
          <span>{t('inbox.forwarded', { name: forwarded_from })}</span>
        </span>
      )}
      {reply_to && (
        <span className={css.quoted}>
          <IconCornerUpLeft size={12} stroke={1.75} aria-hidden="true" />
          <span>
            {reply_to.author && <b>{reply_to.author}</b>} {reply_to.text}
          </span>
        </span>
      )}
      {text}
      {content && (
        <span className={text ? css.beneath : css.below}>
          <ContentLine message={message} />
        </span>
      )}
      {folded && (
        <span className={css.below}>
          <button type="button" className={css.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'inbox.fold' : folds === 'signature' ? 'inbox.unfold_signature' : 'inbox.unfold')}
          </button>
          {open && <span className={css.folded}>{folded}</span>}
        </span>
      )}
    </>
  )
}
