import { useState } from 'react'
import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { changeTask, type Task } from '#contract/tasks.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import css from './tasks.module.css'
import '@mantine/core/styles/NumberInput.layer.css'

/** Changes a task that is under way; ticks of points that stay are kept. */
export function EditTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const [form, setForm] = useState(() => formOf(task))
  const change = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }))
  const save = useCall(changeTask, { inline: true, onSuccess: onClose })
  const faults = save.error?.fields ?? {}
  const go = () => {
    const { checklist, place, instructions, ...rest } = form
    const points = checklist
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    save.mutate({
      task_id: task.id,
      version: task.version,
      ...rest,
      ...(place !== (task.place ?? '') && { place: place.trim() || null }),
      instructions: instructions.trim() || null,
      checklist: points,
    })
  }
  return (
    <Dialog
      wide
      title={t('task.edit_heading', { number: task.number })}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={save.isPending} disabled={!form.title.trim()}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <TextInput
          label={t('task.title')}
          maxLength={300}
          value={form.title}
          error={faults['title']}
          onChange={(event) => change({ title: event.target.value })}
        />
        <div className={css.two}>
          <WhenField
            label={t('task.starts')}
            value={form.starts_at}
            error={faults['starts_at']}
            onChange={(starts_at) => change({ starts_at })}
          />
          <WhenField
            label={t('task.ends')}
            hour="18:00"
            value={form.ends_at}
            error={faults['ends_at']}
            onChange={(ends_at) => change({ ends_at })}
          />
        </div>
        <Words form={form} onChange={change} />
        <ProblemNote error={save.error} />
      </div>
    </Dialog>
  )
}

const formOf = (task: Task) => ({
  title: task.title,
  starts_at: task.starts_at,
  ends_at: task.ends_at,
  place: task.place ?? '',
  instructions: task.instructions ?? '',
  checklist: task.checklist.map(({ text }) => text).join('\n'),
  photos_before: task.photos_before,
  photos_after: task.photos_after,
})

type Form = { place: string; instructions: string; checklist: string; photos_before: number; photos_after: number }

function Words({ form, onChange }: { form: Form; onChange: (part: Partial<Form>) => void }) {
  return (
    <>
      <TextInput
        label={t('task.place')}
        maxLength={500}
        value={form.place}
        onChange={(event) => onChange({ place: event.target.value })}
      />
      <Textarea
        label={t('task.instructions')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        value={form.instructions}
        onChange={(event) => onChange({ instructions: event.target.value })}
      />
      <Textarea
        label={t('task.checklist')}
        description={t('give.checklist_hint')}
        autosize
        minRows={2}
        maxRows={12}
        value={form.checklist}
        onChange={(event) => onChange({ checklist: event.target.value })}
      />
      <div className={css.two}>
        <NumberInput
          label={t('give.photos_before')}
          min={0}
          max={20}
          allowDecimal={false}
          value={form.photos_before}
          onChange={(n) => onChange({ photos_before: Number(n) || 0 })}
        />
        <NumberInput
          label={t('give.photos_after')}
          min={0}
          max={20}
          allowDecimal={false}
          value={form.photos_after}
          onChange={(n) => onChange({ photos_after: Number(n) || 0 })}
        />
      </div>
    </>
  )
}
