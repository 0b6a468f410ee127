import { Checkbox } from '@mantine/core'
import { type Task, tickItem } from '#contract/tasks.ts'
import { useCall } from '#web/platform/ask.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Section } from '#web/ui/rows.tsx'
import css from './tasks.module.css'

/** Points of the work; who ticked each, and when, stands behind it. */
export function Checklist({ task: { id, checklist, can } }: { task: Task }) {
  const tick = useCall(tickItem)
  if (checklist.length === 0) return null
  const done = checklist.filter(({ done_at }) => done_at !== null).length
  return (
    <Section title={t('task.checklist')} aside={t('order.of', { done, all: checklist.length })}>
      {checklist.map((item) => {
        const going = tick.isPending && tick.variables.item_id === item.id
        return (
          <div key={item.id} className={css.point}>
            <Checkbox
              label={item.text}
              checked={going ? tick.variables.done : item.done_at !== null}
              disabled={can.comment !== null}
              onChange={({ target }) => tick.mutate({ task_id: id, item_id: item.id, done: target.checked })}
            />
            {item.done_by && item.done_at && (
              <small>{t('task.ticked', { name: item.done_by.name, at: moment(item.done_at) })}</small>
            )}
          </div>
        )
      })}
    </Section>
  )
}
