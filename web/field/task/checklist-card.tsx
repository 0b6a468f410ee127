import { tickItem, type Task } from '#contract/tasks.ts'
import { useCall } from '#web/platform/ask.ts'
import { clock } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Card, CheckRow } from '#web/ui/phone/card.tsx'

/** «Что сделать»: the points that must be ticked. A tick shows at once and goes back when it is refused. */
export function ChecklistCard({ task }: { task: Task }) {
  const tick = useCall(tickItem)
  const { checklist, can } = task
  if (checklist.length === 0) return null
  const done = checklist.filter(({ done_at }) => done_at !== null).length
  const ahead = tick.isPending ? tick.variables : undefined
  return (
    <Card label={t('field.what_to_do')} end={t('field.items_done', { done, all: checklist.length })}>
      <div id="checklist">
        {checklist.map(({ id, text, done_at }) => (
          <CheckRow
            key={id}
            checked={ahead?.item_id === id ? ahead.done : done_at !== null}
            disabled={can.log_time !== null}
            onChange={(checked) => tick.mutate({ task_id: task.id, item_id: id, done: checked })}
            end={done_at && <small>{clock(done_at)}</small>}
          >
            {text}
          </CheckRow>
        ))}
      </div>
    </Card>
  )
}
