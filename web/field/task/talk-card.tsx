import { useState } from 'react'
import { IconMessageQuestion } from '@tabler/icons-react'
import { type Comment, comment, type Task } from '#contract/tasks.ts'
import { useCall } from '#web/platform/ask.ts'
import { clock, moment, waited } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import { Avatar } from '#web/ui/person.tsx'
import { BigButton, TextButton } from '#web/ui/phone/big-button.tsx'
import { Card, PhoneField } from '#web/ui/phone/card.tsx'
import { Sheet } from '#web/ui/phone/sheet.tsx'
import css from '../field.module.css'

type Props = { task: Task; me: { id: string } }

/** Questions and answers of the task, oldest first, as in any messenger. */
export function TalkCard({ task, me }: Props) {
  const [asking, setAsking] = useState(false)
  const [answering, setAnswering] = useState<Comment | null>(null)
  const said = task.comments.toSorted((a, b) => a.created_at.localeCompare(b.created_at))
  if (said.length === 0 && task.can.comment) return null
  return (
    <Card label={t('field.talk')}>
      {said.map((one) => (
        <Said key={one.id} one={one} me={me} onAnswer={() => setAnswering(one)} />
      ))}
      {!task.can.comment && (
        <BigButton icon={<IconMessageQuestion size={22} stroke={1.75} />} onClick={() => setAsking(true)}>
          {t('field.ask')}
        </BigButton>
      )}
      {asking && <AskSheet task={task} onClose={() => setAsking(false)} />}
      {answering && <AnswerSheet task_id={task.id} question={answering} onClose={() => setAnswering(null)} />}
    </Card>
  )
}

function Said({ one, me, onAnswer }: { one: Comment; me: { id: string }; onAnswer: () => void }) {
  const own = one.author.id === me.id
  const open = one.is_question && !one.answered_at
  return (
    <div className={cx(css.said, own && css.mine, open && css.asked)}>
      <Avatar who={one.author} size={32} />
      <div>
        <div className={css.line}>
          <span>{own && one.is_question ? t('field.your_question') : one.author.name}</span>
          {open && <Chip tone="note">{t('field.question_waits', { time: waited(one.created_at) })}</Chip>}
          {one.is_question && one.answered_at && (
            <Chip tone="good">{t('field.answered_at', { time: clock(one.answered_at) })}</Chip>
          )}
          {!one.is_question && <small>{moment(one.created_at)}</small>}
        </div>
        <p>{one.text}</p>
        {open && !own && (
          <BigButton variant="soft" onClick={onAnswer}>
            {t('field.answer')}
          </BigButton>
        )}
      </div>
    </div>
  )
}

function AskSheet({ task, onClose }: { task: Task; onClose: () => void }) {
  const [text, setText] = useState('')
  const say = useCall(comment, { inline: true, onSuccess: onClose })
  const send = (is_question: boolean) => say.mutate({ task_id: task.id, text, is_question })
  return (
    <Sheet title={t('field.ask_title')} about={t('field.ask_about', { name: task.curator.name })} onClose={onClose}>
      <PhoneField label={t('field.ask_text')} value={text} onChange={setText} note={say.error?.words} />
      <BigButton variant="primary" disabled={!text.trim()} busy={say.isPending} onClick={() => send(true)}>
        {t('field.ask_send')}
      </BigButton>
      <TextButton disabled={!text.trim()} onClick={() => send(false)}>
        {t('field.say_send')}
      </TextButton>
    </Sheet>
  )
}

type AnswerProps = { task_id: string; question: Comment; onClose: () => void }

function AnswerSheet({ task_id, question, onClose }: AnswerProps) {
  const [text, setText] = useState('')
  const say = useCall(comment, { inline: true, onSuccess: onClose })
  return (
    <Sheet title={t('field.asked_you', { name: question.author.name })} about={question.text} onClose={onClose}>
      <PhoneField label={t('field.answer_text')} value={text} onChange={setText} note={say.error?.words} />
      <BigButton
        variant="primary"
        disabled={!text.trim()}
        busy={say.isPending}
        onClick={() => say.mutate({ task_id, text, answers_id: question.id })}
      >
        {t('field.answer')}
      </BigButton>
    </Sheet>
  )
}
