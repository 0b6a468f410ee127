import { useState } from 'react'
import { Checkbox } from '@mantine/core'
import type { Message } from '#contract/inbox/conversations.ts'
import { t } from '#web/platform/words.ts'
import { Dialog } from '#web/ui/over/dialog.tsx'
import css from './content.module.css'

/** A letter as its sender laid it out, in a frame of its own where nothing runs; its pictures from outside on request. */
export function LetterDialog({ message: { id, author_name }, onClose }: { message: Message; onClose: () => void }) {
  const [remote, setRemote] = useState(false)
  return (
    <Dialog
      wide
      title={t('inbox.letter_of', { name: author_name ?? '' })}
      onClose={onClose}
      foot={
        <Checkbox
          label={t('inbox.letter_remote')}
          description={t('inbox.letter_remote_hint')}
          checked={remote}
          onChange={(event) => setRemote(event.currentTarget.checked)}
        />
      }
    >
      <iframe
        className={css.letter}
        title={t('inbox.letter')}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        src={`/api/messages/${id}/letter${remote ? '?remote=true' : ''}`}
      />
    </Dialog>
  )
}
