import { useState } from 'react'
import { IconHelpCircle } from '@tabler/icons-react'
import type { Entry } from '#contract/history.ts'
import { comment as say, type Comment } from '#contract/tasks.ts'
import { useMayBegin, useMe } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import { waited } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { MessageBlock } from '#web/ui/talk/timeline.tsx'
import { ReplyBox } from '#web/tasks/reply-box.tsx'
import css from './card.module.css'

type Props = { entry: Entry; comment: Comment; onTask: (task_id: string) => void }

/** Words said in a task. An open question shows how long it waits, and is answered in place. */
export function Said({ entry: { task }, comment, onTask }: Props) {
  const { member } = useMe()
  const mayAnswer = useMayBegin()()
  const [answering, setAnswering] = useState(false)
  const answer = useCall(say, { inline: true, onSuccess: () => setAnswering(false) })
  const mine = comment.author.id === member?.id
  const waits = comment.is_question && comment.answered_at === null
  return (
    <MessageBlock
      at={comment.created_at}
      who={comment.author}
      {...(mine && { name: t('message.you') })}
      to="outside"
      about={
        <>
          {task && (
            <button type="button" className={css.inTask} title={task.title} onClick={() => onTask(task.id)}>
              {t('thing.task', { number: task.number })}
            </button>
          )}
          {waits && (
            <Chip tone="note" icon={<IconHelpCircle size={12} stroke={1.75} />}>
              {t('question.waits', { span: waited(comment.created_at) })}
            </Chip>
          )}
        </>
      }
      acts={
        waits &&
        !mine &&
        mayAnswer &&
        task &&
        (answering ? (
          <ReplyBox
            label={t('question.answer_to', { name: comment.author.name })}
            act={t('question.answer')}
            busy={answer.isPending}
            error={answer.error}
            onSay={(text) => answer.mutate({ task_id: task.id, text, answers_id: comment.id })}
            onClose={() => setAnswering(false)}
          />
        ) : (
          <Button size="sm" onClick={() => setAnswering(true)}>
            {t('question.answer')}
          </Button>
        ))
      }
    >
      {comment.text}
    </MessageBlock>
  )
}
