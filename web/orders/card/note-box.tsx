import { useState } from 'react'
import { noteOrder } from '#contract/order-notes.ts'
import { useCall } from '#web/platform/ask.ts'
import { Composer } from '#web/ui/talk/composer.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import css from './card.module.css'

/** What was begun and not yet written down stays while the page lives: the card may be shut in the middle of a word. */
const drafts = new Map<string, string>()

/** Under the timeline: words on the order that only the staff read. */
export function NoteBox({ order_id }: { order_id: string }) {
  const [text, setText] = useState(drafts.get(order_id) ?? '')
  const onText = (next: string) => {
    setText(next)
    drafts.set(order_id, next)
  }
  const note = useCall(noteOrder, { inline: true, onSuccess: () => onText('') })
  return (
    <div className={css.noteBox}>
      <ProblemNote error={note.error} />
      <Composer
        audience="inside"
        text={text}
        onText={onText}
        busy={note.isPending}
        onSend={() => note.mutate({ order_id, text })}
      />
    </div>
  )
}
