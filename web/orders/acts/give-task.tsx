import { useState } from 'react'
import { NumberInput, TextInput, Textarea } from '@mantine/core'
import { giveTask, type Order } from '#contract/orders.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { Candidates } from './candidates.tsx'
import { toGive, type TaskDraft, taskDraft } from './task-draft.ts'
import css from './acts.module.css'
import '@mantine/core/styles/NumberInput.layer.css'

type Props = { order: Order; demand_id: string | undefined; onClose: () => void }

/** A task of the order: who, when, where and what; place, time and words come along from the order. */
export function GiveTask({ order, demand_id, onClose }: Props) {
  const [draft, setDraft] = useState<TaskDraft>(() => taskDraft(order, demand_id))
  const [bare, setBare] = useState(false)
  const change = (part: Partial<TaskDraft>) => setDraft((now) => ({ ...now, ...part }))
  const give = useCall(giveTask, {
    inline: true,
    onSuccess: ({ number }) => {
      toast(t('give.given', { number }))
      onClose()
    },
  })
  const faults = give.error?.fields ?? {}
  const go = () => {
    if (draft.title.trim()) give.mutate({ order_id: order.id, ...toGive(draft) })
    else setBare(true)
  }
  return (
    <Dialog
      wide
      title={t('give.heading')}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          {draft.assignee_ids.length === 0 && <span className={css.aside}>{t('give.nobody')}</span>}
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={give.isPending}>
            {t('give.give', { n: draft.assignee_ids.length })}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <TextInput
          label={t('task.title')}
          maxLength={300}
          value={draft.title}
          error={bare && !draft.title.trim() ? t('field.required') : faults['title']}
          onChange={(event) => change({ title: event.target.value })}
        />
        <div className={css.three}>
          <WhenField
            label={t('task.starts')}
            value={draft.starts_at}
            error={faults['starts_at']}
            onChange={(starts_at) => change({ starts_at })}
          />
          <WhenField
            label={t('task.ends')}
            hour="18:00"
            value={draft.ends_at}
            error={faults['ends_at']}
            onChange={(ends_at) => change({ ends_at })}
          />
          <NumberInput
            label={t('task.estimate')}
            suffix={t('give.hours_suffix')}
            min={0}
            decimalSeparator=","
            decimalScale={2}
            hideControls
            value={draft.hours}
            onChange={(hours) => change({ hours: typeof hours === 'number' ? hours : '' })}
          />
        </div>
        <Candidates order={order} draft={draft} onChange={(assignee_ids) => change({ assignee_ids })} />
        <Requirements draft={draft} onChange={change} />
        <ProblemNote error={give.error} />
      </div>
    </Dialog>
  )
}

type PartProps = { draft: TaskDraft; onChange: (part: Partial<TaskDraft>) => void }

function Requirements({ draft, onChange }: PartProps) {
  return (
    <>
      <TextInput
        label={t('task.place')}
        maxLength={500}
        value={draft.place}
        onChange={(event) => onChange({ place: event.target.value })}
      />
      <Textarea
        label={t('task.instructions')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        value={draft.instructions}
        onChange={(event) => onChange({ instructions: event.target.value })}
      />
      <div className={css.checks}>
        <Textarea
          label={t('task.checklist')}
          description={t('give.checklist_hint')}
          autosize
          minRows={2}
          maxRows={12}
          value={draft.checklist}
          onChange={(event) => onChange({ checklist: event.target.value })}
        />
        <NumberInput
          label={t('give.photos_before')}
          min={0}
          max={20}
          allowDecimal={false}
          value={draft.photos_before}
          onChange={(n) => onChange({ photos_before: Number(n) || 0 })}
        />
        <NumberInput
          label={t('give.photos_after')}
          min={0}
          max={20}
          allowDecimal={false}
          value={draft.photos_after}
          onChange={(n) => onChange({ photos_after: Number(n) || 0 })}
        />
      </div>
    </>
  )
}
