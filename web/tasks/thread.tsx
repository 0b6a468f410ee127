import { useState } from 'react'
import { Checkbox } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { comment as say, type Comment, type Task } from '#contract/tasks.ts'
import { useMe } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import { day, dayOf, waited } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { Section } from '#web/ui/rows.tsx'
import { DayLine, MessageBlock } from '#web/ui/talk/timeline.tsx'
import { ReplyBox } from './reply-box.tsx'
import css from './tasks.module.css'

/** Words between manager and performers; a question waits until somebody answers it. */
export function Thread({ task }: { task: Task }) {
  const { comments, open_questions, can } = task
  const [question, setQuestion] = useState(false)
  const [said, setSaid] = useState(0)
  const send = useCall(say, {
    inline: true,
    onSuccess: () => {
      setSaid((n) => n + 1)
      setQuestion(false)
    },
  })
  return (
    <Section title={t('task.thread')} aside={open_questions > 0 && t('order.questions', { n: open_questions })}>
      {comments.map((one, n) => {
        const before = comments[n - 1]
        const fresh = !before || dayOf(before.created_at) !== dayOf(one.created_at)
        return (
          <div key={one.id}>
            {fresh && <DayLine>{day(one.created_at)}</DayLine>}
            <Said task={task} comment={one} />
          </div>
        )
      })}
      {!can.comment && (
        <ReplyBox
          key={said}
          eager={false}
          label={t('task.say')}
          act={t(question ? 'task.ask' : 'task.write')}
          busy={send.isPending}
          error={send.error}
          onSay={(text) => send.mutate({ task_id: task.id, text, ...(question && { is_question: true }) })}
          tools={
            <Checkbox
              label={t('task.is_question')}
              checked={question}
              onChange={(event) => setQuestion(event.target.checked)}
            />
          }
        />
      )}
      {comments.length === 0 && can.comment && <p className={css.quiet}>{t('task.silent')}</p>}
    </Section>
  )
}

function Said({ task, comment }: { task: Task; comment: Comment }) {
  const { member } = useMe()
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
        comment.is_question && (
          <Chip tone={waits ? 'note' : 'neutral'} icon={<IconHelpCircle size={12} stroke={1.75} />}>
            {waits ? t('question.waits', { span: waited(comment.created_at) }) : t('question.has_answer')}
          </Chip>
        )
      }
      acts={
        waits &&
        !mine &&
        !task.can.comment &&
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
