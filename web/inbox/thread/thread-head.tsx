import {
  IconArrowLeft,
  IconCircleCheck,
  IconClockPause,
  IconFilePlus,
  IconRotate,
  IconUserCircle,
} from '@tabler/icons-react'
import { Menu } from '@mantine/core'
import { changeConversation, type Conversation } from '#contract/inbox/conversations.ts'
import { useMayBegin } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { PersonSelect } from '#web/people/person-select.tsx'
import { ChannelMark } from '../channel-mark.tsx'
import { nameOf } from '../dialogue-words.ts'
import { snoozes } from './snoozes.ts'
import css from './thread.module.css'

type Props = {
  conversation: Conversation
  onBack: () => void
  /** Absent while an order is being made already. */
  onOrder: (() => void) | undefined
  /** Who it is with, where the screen has no room for that beside the words. */
  onAbout: () => void
}

/** Who it is with and by which channel; who answers; putting it off and closing it. */
export function ThreadHead({ conversation, onBack, onOrder, onAbout }: Props) {
  const { channel, title, contact, state } = conversation
  const may = useMayBegin()
  return (
    <header className={css.head}>
      <div className={css.line}>
        <IconButton
          className={css.back}
          label={t('inbox.back')}
          icon={<IconArrowLeft size={18} stroke={1.75} />}
          onClick={onBack}
        />
        <h2 title={nameOf(conversation)}>{nameOf(conversation)}</h2>
        {state !== 'open' && <Chip tone="note">{stateWords(conversation)}</Chip>}
        <span className={css.acts}>
          {onOrder && may('orders.lead') && (
            <Button icon={<IconFilePlus size={16} stroke={1.75} />} onClick={onOrder}>
              {t('inbox.make_order')}
            </Button>
          )}
          <Acts conversation={conversation} />
          {contact && (
            <IconButton
              className={css.about}
              label={t('inbox.about')}
              icon={<IconUserCircle size={18} stroke={1.75} />}
              onClick={onAbout}
            />
          )}
        </span>
      </div>
      <div className={css.under}>
        <Chip icon={<ChannelMark kind={channel.kind} size={12} alone={false} />}>
          {t(`channel.kind.${channel.kind}`)}
        </Chip>
        <span className={css.subject} title={title ?? undefined}>
          {contact && title ? t('inbox.subject', { title }) : channel.name}
        </span>
        <Answers conversation={conversation} />
      </div>
    </header>
  )
}

const stateWords = ({ state, snoozed_until }: Conversation): string =>
  state === 'snoozed' && snoozed_until
    ? t('inbox.snoozed_until', { at: moment(snoozed_until) })
    : t('inbox.state.closed')

/** Puts it off, closes it, opens it again; each can be taken back at once. */
function Acts({ conversation }: { conversation: Conversation }) {
  const { id: conversation_id, state, can } = conversation
  const change = useCall(changeConversation)
  const may = useMayBegin()
  if (can.assign || !may('dialogues.answer')) return null
  const set = (what: { closed?: boolean; snoozed_until?: string | null }) => change.mutate({ conversation_id, ...what })
  if (state === 'closed')
    return (
      <Button
        icon={<IconRotate size={16} stroke={1.75} />}
        busy={change.isPending}
        onClick={() => set({ closed: false })}
      >
        {t('inbox.reopen')}
      </Button>
    )
  const close = () =>
    change.mutate(
      { conversation_id, closed: true },
      { onSuccess: () => toast(t('inbox.closed'), () => set({ closed: false })) },
    )
  return (
    <>
      <Snooze asleep={state === 'snoozed'} onUntil={(snoozed_until) => set({ snoozed_until })} />
      <Button icon={<IconCircleCheck size={16} stroke={1.75} />} busy={change.isPending} onClick={close}>
        {t('inbox.close')}
      </Button>
    </>
  )
}

function Snooze({ asleep, onUntil }: { asleep: boolean; onUntil: (at: string | null) => void }) {
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button icon={<IconClockPause size={16} stroke={1.75} />}>{t('inbox.snooze')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {asleep && <Menu.Item onClick={() => onUntil(null)}>{t('inbox.wake')}</Menu.Item>}
        {snoozes().map(({ word, at }) => (
          <Menu.Item
            key={word}
            rightSection={<span className={css.quiet}>{moment(at)}</span>}
            onClick={() => onUntil(at)}
          >
            {t(word)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Who answers; anybody of the staff may be named. */
function Answers({ conversation: { id: conversation_id, assignee, can } }: { conversation: Conversation }) {
  const change = useCall(changeConversation)
  const may = useMayBegin()
  if (can.assign || !may('dialogues.answer'))
    return assignee && <span className={css.answers}>{t('inbox.answers_who', { name: assignee.name })}</span>
  return (
    <span className={css.answers}>
      <span className={css.answersWord}>{t('inbox.answers')}</span>
      <PersonSelect
        silent
        short
        label={t('inbox.answers')}
        value={assignee?.id ?? null}
        known={assignee}
        nobody={t('inbox.nobody')}
        onChange={(assignee_id) => change.mutate({ conversation_id, assignee_id })}
      />
    </span>
  )
}
