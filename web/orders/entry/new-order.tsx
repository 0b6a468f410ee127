import { useRef, useState } from 'react'
import { Select, TextInput } from '@mantine/core'
import { createOrder, type Order } from '#contract/orders.ts'
import { listMembers } from '#contract/people.ts'
import { useMe } from '#web/app/me.ts'
import { useCall, useMaybeList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { Callers } from './callers.tsx'
import { type Draft, emptyDraft, toSend } from './draft.ts'
import { ReadingRows } from './reading-rows.tsx'
import { RequestText } from './request-text.tsx'
import { useReading } from './use-reading.ts'
import css from './entry.module.css'

type Props = {
  /** The phone rings: the number is typed first. */
  call: boolean
  /** What is known before anything is typed. */
  known?: Partial<Draft>
  onClose: () => void
  onCreated: (order: Order) => void
}

/** What was typed when the dialog was closed without an order: nobody's words are lost by a wrong click. */
let kept: Draft = emptyDraft

/** Quick entry: who calls, his words, and what was read in them. The words alone are enough. */
export function NewOrder({ call, known, onClose, onCreated }: Props) {
  const { member } = useMe()
  const [draft, setDraft] = useState<Draft>(() => (known ? { ...emptyDraft, ...known } : kept))
  const [bare, setBare] = useState(false)
  const change = (part: Partial<Draft>) => {
    kept = { ...draft, ...part }
    setDraft(kept)
  }
  const { reading, pending, latest } = useReading(draft.request)
  const box = useRef<HTMLDivElement>(null)
  const create = useCall(createOrder, {
    inline: true,
    onSuccess: (order) => {
      kept = emptyDraft
      toast(t('entry.created', { number: order.number }))
      onCreated(order)
    },
  })
  const go = () => {
    if (draft.request.trim()) void latest().then((read) => create.mutate(toSend(draft, read)))
    else {
      setBare(true)
      box.current?.querySelector('textarea')?.focus()
    }
  }
  return (
    <Dialog
      wide
      title={t(call ? 'entry.heading_call' : 'entry.heading')}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Responsible
            value={draft.responsible_id ?? member?.id ?? ''}
            onChange={(id) => change({ responsible_id: id })}
          />
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={create.isPending}>
            {t('entry.create')}
          </Button>
        </>
      }
    >
      <div ref={box} className={css.form}>
        <CallerFields call={call} draft={draft} onChange={change} />
        <Callers draft={draft} reading={reading} onChange={change} />
        <RequestText
          value={draft.request}
          reading={reading}
          autofocus={!call}
          error={bare && !draft.request.trim() ? t('entry.words_missing') : undefined}
          onChange={(request) => change({ request })}
          onEnter={go}
        />
        <ReadingRows draft={draft} reading={reading} pending={pending} onChange={change} />
        <ProblemNote error={create.error} />
      </div>
    </Dialog>
  )
}

type CallerProps = { call: boolean; draft: Draft; onChange: (part: Partial<Draft>) => void }

/** Who calls; what is known of him stands instead of what could be typed. */
function CallerFields({ call, draft, onChange }: CallerProps) {
  return (
    <div className={css.who}>
      <TextInput
        label={t('entry.phone')}
        type="tel"
        maxLength={40}
        placeholder="+375 29 000-00-00"
        {...(call && { 'data-autofocus': true })}
        value={draft.phone}
        onChange={(event) =>
          onChange({ phone: event.target.value, contact: null, counterparty: null, sites: [], site: undefined })
        }
      />
      <TextInput
        label={t('entry.name')}
        disabled={draft.contact !== null}
        value={draft.contact?.name ?? draft.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextInput
        label={t('order.customer')}
        disabled={draft.counterparty !== null}
        value={draft.counterparty?.name ?? draft.company}
        onChange={(event) => onChange({ company: event.target.value })}
      />
    </div>
  )
}

function Responsible({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { member } = useMe()
  const { rows } = useMaybeList(listMembers, { kind: 'staff' })
  const known = rows.length > 0 ? rows : member ? [member] : []
  return (
    <Select
      className={css.responsible ?? ''}
      aria-label={t('order.responsible')}
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(id) => id && onChange(id)}
    />
  )
}
