import { useState } from 'react'
import { IconCircleCheck, IconClockHour4, IconPlugConnectedX, IconAlertTriangle } from '@tabler/icons-react'
import { changeChannel, type Channel, checkChannel } from '#contract/inbox/channels.ts'
import { useCall } from '#web/platform/ask.ts'
import { moment } from '#web/platform/format.ts'
import { sentence, t } from '#web/platform/words.ts'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Person } from '#web/ui/person.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { AutoReplyDialog } from './auto-reply-dialog.tsx'
import { forms } from './forms.ts'
import { kindIcons, kindPages } from './channel-kinds.ts'
import { worded } from './worded.ts'
import css from './channels.module.css'

type Props = { channel: Channel; onChange: (channel: Channel) => void }

/** One channel: whether it works, why not and what to do, and what came and went last. */
export function ChannelCard({ channel, onChange }: Props) {
  const { kind, name, archived, health } = channel
  const Icon = kindIcons[kind]
  return (
    <li className={css.card} data-failing={health.failing_since !== null || undefined}>
      <div className={css.head}>
        <Icon size={20} stroke={1.75} aria-hidden="true" />
        <span className={css.title}>
          <b>{name || t(`channels.kind.${kind}`)}</b>
          {name && <small>{t(`channels.kind.${kind}`)}</small>}
        </span>
        <StateChip channel={channel} />
      </div>
      {health.fault && !archived && <Fault health={health} />}
      {!archived && kind !== 'phone' && <Figures health={health} />}
      {isNew(channel) && <p className={css.try}>{testHint(channel)}</p>}
      <div className={css.foot}>
        <div className={css.tells}>
          <span className={css.told}>
            {t('channels.responsible')}:{' '}
            {channel.responsible ? <Person who={channel.responsible} size={20} /> : t('channels.nobody')}
          </span>
          {!archived && kind !== 'phone' && (
            <span className={css.told}>
              {t('auto_reply.act')}: {autoReplyIn(channel)}
            </span>
          )}
        </div>
        {!channel.can.change && <Acts channel={channel} onChange={onChange} />}
      </div>
    </li>
  )
}

/** When it answers by itself. */
const autoReplyIn = ({ auto_reply }: Channel): string =>
  t(auto_reply?.on ? `auto_reply.short.${auto_reply.occasion}` : 'auto_reply.off')

/** One that works and to which nobody has written yet. */
const isNew = ({ archived, kind, health }: Channel): boolean =>
  !archived && ['telegram', 'max', 'email'].includes(kind) && !health.last_in_at && !health.failing_since

/** How to try it oneself. */
const testHint = ({ kind, settings }: Channel): string =>
  kind === 'email' ? t('channels.test_letter', { address: worded(settings['address']) }) : t('channels.test_hint')

function StateChip({ channel: { archived, kind, health } }: { channel: Channel }) {
  if (archived) return <Chip icon={<IconPlugConnectedX size={14} stroke={1.75} />}>{t('channels.put_away')}</Chip>
  if (health.failing_since)
    return (
      <Chip tone="bad" icon={<IconAlertTriangle size={14} stroke={1.75} />}>
        {t('channels.fails', { at: moment(health.failing_since) })}
      </Chip>
    )
  if (!health.answered_at && kind !== 'phone')
    return <Chip icon={<IconClockHour4 size={14} stroke={1.75} />}>{t('channels.waits')}</Chip>
  return (
    <Chip tone="good" icon={<IconCircleCheck size={14} stroke={1.75} />}>
      {t('channels.works')}
    </Chip>
  )
}

/** Why it fails and what to do in one sentence, and what the other side said word for word. */
function Fault({ health: { fault, fault_words: words } }: { health: Channel['health'] }) {
  return (
    <output className={css.fault}>
      <p>{sentence(fault ?? '', { words: words ?? '' })}</p>
      {words && <small>{t('channels.said', { words })}</small>}
    </output>
  )
}

function Figures({ health }: { health: Channel['health'] }) {
  const { last_in_at, last_out_at, lag_ms, queued, queued_since, failed } = health
  const at = (when: string | null) => (when ? moment(when) : t('channels.never'))
  const rows: [string, string, boolean][] = [
    [t('channels.last_in'), at(last_in_at), false],
    [t('channels.last_out'), at(last_out_at), false],
    [t('channels.lag'), lagOf(lag_ms), false],
    [t('channels.queue'), queuedOf(queued, queued_since), false],
    [t('channels.failed'), failed ? String(failed) : t('channels.none'), failed > 0],
  ]
  return (
    <dl className={css.figures}>
      {rows.map(([label, value, bad]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd data-bad={bad || undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function lagOf(ms: number | null): string {
  if (ms === null) return t('channels.none')
  const seconds = Math.max(1, Math.round(ms / 1000))
  return seconds < 90 ? t('channels.lag_s', { n: seconds }) : t('channels.lag_m', { n: Math.round(seconds / 60) })
}

function queuedOf(queued: number, since: string | null): string {
  if (queued === 0) return t('channels.none')
  return since ? t('channels.queue_since', { n: queued, at: moment(since) }) : String(queued)
}

function Acts({ channel, onChange }: Props) {
  const [open, setOpen] = useState<'leaving' | 'auto_reply' | null>(null)
  const check = useCall(checkChannel, {
    onSuccess: ({ health }) => {
      if (!health.fault) toast(t('channels.checked'))
    },
  })
  const restore = useCall(changeChannel)
  const { id, kind, name, archived, version, settings } = channel
  const page = kindPages[kind]
  const bot = kind === 'telegram' && typeof settings['username'] === 'string' ? settings['username'] : null
  if (archived)
    return (
      <Button
        size="sm"
        busy={restore.isPending}
        aria-label={`${t('channels.restore')}: ${name}`}
        onClick={() => restore.mutate({ channel_id: id, archived: false, version })}
      >
        {t('channels.restore')}
      </Button>
    )
  return (
    <span className={css.acts}>
      {bot && (
        <a className={css.bot} href={`https://t.me/${bot}`} target="_blank" rel="noreferrer">
          {t('channels.open_bot')}
        </a>
      )}
      {kind !== 'phone' && (
        <Button
          size="sm"
          busy={check.isPending}
          aria-label={`${t('channels.check')}: ${name}`}
          onClick={() => check.mutate({ channel_id: id })}
        >
          {t('channels.check')}
        </Button>
      )}
      {kind !== 'phone' && (
        <Button size="sm" aria-label={`${t('auto_reply.act')}: ${name}`} onClick={() => setOpen('auto_reply')}>
          {t('auto_reply.act')}
        </Button>
      )}
      {page && (
        <LinkButton size="sm" aria-label={`${t('channels.change')}: ${name}`} to={page} search={{ chat: id }}>
          {t('channels.change')}
        </LinkButton>
      )}
      {forms[kind] && (
        <Button size="sm" aria-label={`${t('channels.change')}: ${name}`} onClick={() => onChange(channel)}>
          {t('channels.change')}
        </Button>
      )}
      <Button
        size="sm"
        variant="quiet"
        aria-label={`${t('channels.archive')}: ${name}`}
        onClick={() => setOpen('leaving')}
      >
        {t('channels.archive')}
      </Button>
      {open === 'leaving' && <PutAway channel={channel} onClose={() => setOpen(null)} />}
      {open === 'auto_reply' && <AutoReplyDialog channel={channel} onClose={() => setOpen(null)} />}
    </span>
  )
}

function PutAway({ channel: { id, name, version }, onClose }: { channel: Channel; onClose: () => void }) {
  const change = useCall(changeChannel, { inline: true, onSuccess: onClose })
  return (
    <Dialog
      title={t('channels.archive_title', { name })}
      onClose={onClose}
      onSubmit={() => change.mutate({ channel_id: id, archived: true, version })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="danger" busy={change.isPending}>
            {t('channels.archive')}
          </Button>
        </>
      }
    >
      <p>{t('channels.archive_hint')}</p>
      <ProblemNote error={change.error} />
    </Dialog>
  )
}
