import { useEffect, useEffectEvent, useState } from 'react'
import { IconAt, IconCornerUpLeft, IconPaperclip, IconX } from '@tabler/icons-react'
import { FileButton, Menu } from '@mantine/core'
import { answerConversation, type Conversation, type Message, noteConversation } from '#contract/inbox/conversations.ts'
import type { StoredFile } from '#contract/files.ts'
import { listMembers } from '#contract/people.ts'
import { useMayBegin } from '#web/app/me.ts'
import { useCall, useMaybeList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { toastProblem } from '#web/ui/over/toast.tsx'
import { Reason } from '#web/ui/reason.tsx'
import { Notice, ProblemNote } from '#web/ui/state.tsx'
import { type Audience, Composer } from '#web/ui/talk/composer.tsx'
import { nameOf, sizeOf } from '../dialogue-words.ts'
import { type Drafted, draftOf, keepDraft } from './drafts.ts'
import { Presence, useAttending } from './presence.tsx'
import { sendFile } from './send-file.ts'
import { unfilled } from './template-fields.ts'
import { TemplateMenu } from './template-menu.tsx'
import content from './content.module.css'
import css from './thread.module.css'

type Props = {
  conversation: Conversation
  answering: Message | null
  onAnswered: () => void
  /** Words that are offered to be sent: the number of an order that was just made. */
  proposed: string | null
  onProposed: () => void
}

/** Where one writes: to the customer, or among ourselves by another way that leads nowhere outside. */
export function AnswerBox({ conversation, answering, onAnswered, proposed, onProposed }: Props) {
  const { id: conversation_id, can } = conversation
  const may = useMayBegin()
  const [draft, setDraft] = useState<Drafted>(() => draftOf(conversation_id))
  const write = (part: Partial<Drafted>) => setDraft(keepDraft(conversation_id, { ...draft, ...part }))
  const others = useAttending(conversation_id, draft.audience === 'customer' && draft.text.trim() !== '')
  const sent = () => {
    write({ text: '', files: [], called: [] })
    onAnswered()
  }
  const answer = useCall(answerConversation, { inline: true, onSuccess: sent })
  const note = useCall(noteConversation, { inline: true, onSuccess: sent })
  useProposed(proposed, (words) => {
    write({ text: draft.text.trim() ? `${draft.text.trim()}\n${words}` : words, audience: 'customer' })
    onProposed()
  })
  if (!may('dialogues.read')) return null
  const audience: Audience = can.answer ? 'inside' : draft.audience
  const inside = audience === 'inside'
  const file_ids = draft.files.map(({ id }) => id)
  const holes = inside ? [] : unfilled(draft.text)
  const send = () => {
    if (holes.length > 0) return
    if (inside) note.mutate({ conversation_id, text: draft.text, file_ids, mention_ids: calledIn(draft) })
    else answer.mutate({ conversation_id, text: draft.text, file_ids, ...(answering && { reply_to_id: answering.id }) })
  }
  return (
    <div className={css.answer}>
      <Presence others={others} />
      {can.answer && (
        <Notice>
          <Reason code={can.answer.code} facts={can.answer.facts} />
        </Notice>
      )}
      {holes.length > 0 && <Notice>{t('template.not_filled', { fields: holes.join(', ') })}</Notice>}
      <ProblemNote error={inside ? note.error : answer.error} />
      {answering && !inside && <Answering message={answering} onDrop={onAnswered} />}
      <Attached files={draft.files} onDrop={(id) => write({ files: draft.files.filter((file) => file.id !== id) })} />
      <Composer
        audience={audience}
        {...(!can.answer && { onAudience: (next: Audience) => write({ audience: next }) })}
        text={draft.text}
        onText={(text) => write({ text })}
        ready={draft.files.length > 0}
        busy={answer.isPending || note.isPending}
        sees={
          !inside &&
          t('inbox.sees', { name: nameOf(conversation), channel: t(`channel.kind.${conversation.channel.kind}`) })
        }
        tools={<Tools {...{ conversation, draft, inside }} onChange={write} />}
        onSend={send}
      />
    </div>
  )
}

/** Words that came from beside are put where one writes, once. */
function useProposed(proposed: string | null, put: (words: string) => void): void {
  const take = useEffectEvent(put)
  useEffect(() => {
    if (proposed !== null) take(proposed)
  }, [proposed])
}

/** Those of the called whose names still stand in the words. */
const calledIn = ({ called, text }: Drafted): string[] =>
  called.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)

type ToolsProps = {
  conversation: Conversation
  draft: Drafted
  inside: boolean
  onChange: (part: Partial<Drafted>) => void
}

function Tools({ conversation, draft, inside, onChange }: ToolsProps) {
  const [sending, setSending] = useState(false)
  const attach = (files: File[]) => {
    setSending(true)
    void Promise.all(files.map(sendFile))
      .then((stored) => onChange({ files: [...draft.files, ...stored] }), toastProblem)
      .finally(() => setSending(false))
  }
  return (
    <>
      <FileButton multiple onChange={attach}>
        {(props) => (
          <IconButton
            {...props}
            size="sm"
            busy={sending}
            label={t('inbox.attach')}
            icon={<IconPaperclip size={16} stroke={1.75} />}
          />
        )}
      </FileButton>
      {!inside && (
        <TemplateMenu
          conversation={conversation}
          onPick={(words) => onChange({ text: draft.text.trim() ? `${draft.text.trimEnd()}\n${words}` : words })}
        />
      )}
      {inside && <Mention onCall={(who) => onChange(withCalled(draft, who))} />}
    </>
  )
}

const withCalled = ({ text, called }: Drafted, who: { id: string; name: string }): Partial<Drafted> => ({
  text: `${text}${text && !text.endsWith(' ') ? ' ' : ''}@${who.name} `,
  called: [...called.filter(({ id }) => id !== who.id), who],
})

/** Calls somebody of the staff into the dialogue by a note. */
function Mention({ onCall }: { onCall: (who: { id: string; name: string }) => void }) {
  const { rows } = useMaybeList(listMembers, { kind: 'staff' })
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <IconButton size="sm" label={t('inbox.call_in')} icon={<IconAt size={16} stroke={1.75} />} />
      </Menu.Target>
      <Menu.Dropdown mah={280} style={{ overflowY: 'auto' }}>
        {rows
          .filter(({ state }) => state === 'active')
          .map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => onCall({ id, name })}>
              {name}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Answering({ message, onDrop }: { message: Message; onDrop: () => void }) {
  return (
    <span className={css.replying}>
      <IconCornerUpLeft size={14} stroke={1.75} aria-hidden="true" />
      <span>
        <b>{message.contact?.name ?? message.member?.name ?? message.author_name}</b> {message.text}
      </span>
      <IconButton size="sm" label={t('inbox.no_reply')} icon={<IconX size={14} stroke={1.75} />} onClick={onDrop} />
    </span>
  )
}

function Attached({ files, onDrop }: { files: readonly StoredFile[]; onDrop: (id: string) => void }) {
  if (files.length === 0) return null
  return (
    <span className={content.files}>
      {files.map(({ id, name, size }) => (
        <span key={id} className={content.file}>
          <IconPaperclip size={14} stroke={1.75} aria-hidden="true" />
          <span>{name}</span>
          <small>{sizeOf(size)}</small>
          <IconButton
            size="sm"
            label={t('inbox.detach', { name })}
            icon={<IconX size={14} stroke={1.75} />}
            onClick={() => onDrop(id)}
          />
        </span>
      ))}
    </span>
  )
}
