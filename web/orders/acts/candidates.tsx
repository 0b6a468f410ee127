import { lazy, Suspense } from 'react'
import type { Order } from '#contract/orders.ts'
import { withPeopleWords } from '#web/app/people-words.ts'
import { t } from '#web/platform/words.ts'
import { FilledChip } from '#web/ui/chip.tsx'
import { RowBones } from '#web/ui/state.tsx'
import { lower } from '../list/warning-line.tsx'
import type { TaskDraft } from './task-draft.ts'
import css from './acts.module.css'

const PeopleChooser = lazy(() =>
  withPeopleWords(() => import('#web/people/choosing/chooser.tsx')).then((module) => ({
    default: module.PeopleChooser,
  })),
)

type Props = { order: Order; draft: TaskDraft; onChange: (assignee_ids: string[]) => void }

/** Performers for the task, of the trade that its demand asks for; how full the demand becomes with them. */
export function Candidates({ order, draft, onChange }: Props) {
  const { demand_id, starts_at, ends_at, assignee_ids } = draft
  const demand = order.demands.find(({ id }) => id === demand_id)
  const filled = (demand?.filled ?? 0) + assignee_ids.length
  return (
    <fieldset className={css.candidates}>
      <legend>
        {t('task.performers')}
        {demand && (
          <FilledChip filled={filled} of={demand.people}>
            {t('demand.filled', { speciality: lower(demand.speciality.name), filled, people: demand.people })}
          </FilledChip>
        )}
      </legend>
      <Suspense fallback={<RowBones rows={4} />}>
        <PeopleChooser
          work={{ order_id: order.id, ...(demand && { demand_id: demand.id }), starts_at, ends_at }}
          trade={demand?.speciality}
          chosen={assignee_ids}
          onChange={onChange}
        />
      </Suspense>
    </fieldset>
  )
}
