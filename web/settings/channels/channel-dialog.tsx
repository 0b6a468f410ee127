import { type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { Select, TextInput } from '@mantine/core'
import { changeChannel, type Channel, connectChannel } from '#contract/inbox/channels.ts'
import type { ChannelKind } from '#contract/inbox/conversations.ts'
import { listMembers } from '#contract/people.ts'
import { useMe } from '#web/app/me.ts'
import { useCall, useMaybeList } from '#web/platform/ask.ts'
import { Problem } from '#web/platform/problem.ts'
import { sentence, t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Bone, Notice, ProblemNote } from '#web/ui/state.tsx'
import { type Draft, forms } from './forms.ts'
import css from './channels.module.css'

type Props = {
  kind: ChannelKind
  /** The channel that is changed; null while one is connected. */
  channel: Channel | null
  onClose: () => void
}

/** Connects a channel of a kind, or changes one: the server tries it before it is kept, and says what the other side says. */
export function ChannelDialog({ kind, channel, onClose }: Props) {
  const me = useMe().member
  const [name, setName] = useState(channel?.name ?? '')
  const [responsible, setResponsible] = useState(channel ? (channel.responsible?.id ?? null) : (me?.id ?? null))
  const [draft, setDraft] = useState<Draft>({ settings: channel?.settings ?? {}, secrets: {} })
  const { send, busy, error } = useSaving(kind, channel, onClose)
  const Form = forms[kind]
  const faults = faultsOf(error)
  const fields = useFaultInView(faults)
  const merge = ({ settings, secrets }: Partial<Draft>) =>
    setDraft((was) => ({ settings: { ...was.settings, ...settings }, secrets: secrets ?? was.secrets }))
  const title = channel
    ? t('channels.change_title', { name: channel.name })
    : t('channels.new_title', { kind: t(`channels.kind.${kind}`) })
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => send({ name, responsible, draft })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {t(channel ? 'channels.try_change' : 'channels.try')}
          </Button>
        </>
      }
    >
      <div className={css.form} ref={fields}>
        {Form && (
          <Suspense fallback={<Bone h={120} />}>
            <Form channel={channel} draft={draft} onDraft={merge} faults={faults} />
            <BeginAt fields={fields} />
          </Suspense>
        )}
        <Common {...{ name, setName, responsible, setResponsible }} />
        <Refused
          error={error}
          onTakeOver={() => {
            const taken = { ...draft, settings: { ...draft.settings, take_over: true } }
            setDraft(taken)
            send({ name, responsible, draft: taken })
          }}
        />
      </div>
    </Dialog>
  )
}

/** What is wrong by field: what we say of our own accord, and what the other side has against one of them. */
function faultsOf(error: unknown): Record<string, string> {
  if (!(error instanceof Problem)) return {}
  const { field, why, words } = error.facts as Refusal
  return field && why ? { [field]: sentence(why, { words: words ?? '' }) } : error.fields
}

/** Leads to the first field that is wrong, also in a long form that is scrolled. */
function useFaultInView(faults: Record<string, string>) {
  const fields = useRef<HTMLDivElement>(null)
  const key = JSON.stringify(faults)
  useEffect(() => {
    if (key !== '{}') fields.current?.querySelector<HTMLElement>('input[data-invalid], textarea[data-invalid]')?.focus()
  }, [key])
  return fields
}

/** The form comes later than its dialog, which has begun at its last fields by then. */
function BeginAt({ fields }: { fields: RefObject<HTMLDivElement | null> }) {
  useEffect(() => fields.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [fields])
  return null
}

type CommonProps = {
  name: string
  setName: (name: string) => void
  responsible: string | null
  setResponsible: (id: string | null) => void
}

/** What every channel has. */
function Common({ name, setName, responsible, setResponsible }: CommonProps) {
  const { rows: members } = useMaybeList(listMembers, { kind: 'staff' })
  return (
    <div className={css.two}>
      <TextInput
        label={t('channels.name')}
        description={t('channels.name_hint')}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('channels.responsible')}
        clearable
        placeholder={t('channels.nobody')}
        data={members.map(({ id, name: label }) => ({ value: id, label }))}
        value={responsible}
        onChange={setResponsible}
      />
    </div>
  )
}

/** What the other side has against it, in a code of ours and in its own words, and about which field. */
type Refusal = { why?: string; words?: string; field?: string }

/** Why it was refused: ours in a sentence, unless it stands at its field, and the other side's own words below it. */
function Refused({ error, onTakeOver }: { error: unknown; onTakeOver: () => void }) {
  if (!(error instanceof Problem) || error.code !== 'channel.refused')
    return error instanceof Problem && error.faults.length > 0 ? null : <ProblemNote error={error} />
  const { why, words, field } = error.facts as Refusal
  return (
    <Notice tone="bad" title={t('channels.refused')}>
      {!field && sentence(why ?? error.code, { words: words ?? '' })}
      {why === 'channel.other_program' ? (
        <span className={css.takeOver}>
          <Button size="sm" onClick={onTakeOver}>
            {t('channels.take_over')}
          </Button>
          <small>{t('channels.take_over_hint')}</small>
        </span>
      ) : (
        words && <small className={css.said}>{t('channels.said', { words })}</small>
      )}
    </Notice>
  )
}

type Sending = { name: string; responsible: string | null; draft: Draft }

function useSaving(kind: ChannelKind, channel: Channel | null, onDone: () => void) {
  const done = (words: 'channels.connected' | 'channels.saved') => () => {
    toast(t(words))
    onDone()
  }
  const connect = useCall(connectChannel, { inline: true, onSuccess: done('channels.connected') })
  const change = useCall(changeChannel, { inline: true, onSuccess: done('channels.saved') })
  const send = ({ name, responsible, draft: { settings, secrets } }: Sending) => {
    const named = name.trim() ? { name: name.trim() } : {}
    if (!channel)
      return connect.mutate({ kind, ...named, settings, secrets, ...(responsible && { responsible_id: responsible }) })
    const tried = Object.keys(secrets).length > 0 || JSON.stringify(settings) !== JSON.stringify(channel.settings)
    const parts = tried ? { settings, secrets } : {}
    change.mutate({ channel_id: channel.id, ...named, responsible_id: responsible, ...parts, version: channel.version })
  }
  return { send, busy: connect.isPending || change.isPending, error: connect.error ?? change.error }
}
