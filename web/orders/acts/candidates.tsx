import { useState } from 'react'
import { Checkbox } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Reply } from '#contract/endpoint.ts'
import { listCandidates, type Order } from '#contract/orders.ts'
import { replyOf } from '#web/platform/ask.ts'
import { duration, span } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip, FilledChip } from '#web/ui/chip.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { RowBones } from '#web/ui/state.tsx'
import { lower } from '../list/warning-line.tsx'
import type { TaskDraft } from './task-draft.ts'
import css from './acts.module.css'

type Candidate = Reply<typeof listCandidates>['rows'][number]
type Props = { order: Order; draft: TaskDraft; onChange: (assignee_ids: string[]) => void }

/** Performers for the demand, the free ones of the trade first; a clash warns and never forbids. */
export function Candidates({ order, draft, onChange }: Props) {
  const [everyone, setEveryone] = useState(false)
  const { demand_id, starts_at, ends_at, assignee_ids } = draft
  const demand = order.demands.find(({ id }) => id === demand_id)
  const { data } = useQuery({
    ...replyOf(listCandidates, {
      order_id: order.id,
      ...(demand_id && { demand_id }),
      ...(starts_at && { starts_at }),
      ...(ends_at && { ends_at }),
    }),
    placeholderData: keepPreviousData,
  })
  if (!data) return <RowBones rows={4} />
  const trade = data.rows.filter(({ of_trade }) => of_trade)
  const shown = everyone || !demand || trade.length === 0 ? data.rows : trade
  const filled = (demand?.filled ?? 0) + assignee_ids.length
  const toggle = (id: string) =>
    onChange(assignee_ids.includes(id) ? assignee_ids.filter((one) => one !== id) : [...assignee_ids, id])
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
      <div className={css.people}>
        {data.rows.length === 0 && <p className={css.none}>{t('give.no_performers')}</p>}
        {shown.map((one) => (
          <Row
            key={one.member.id}
            candidate={one}
            on={assignee_ids.includes(one.member.id)}
            lead={assignee_ids[0] === one.member.id && assignee_ids.length > 1}
            onToggle={() => toggle(one.member.id)}
          />
        ))}
      </div>
      {shown.length < data.rows.length && (
        <Button variant="link" onClick={() => setEveryone(true)}>
          {t('give.everyone', { n: data.rows.length - shown.length })}
        </Button>
      )}
    </fieldset>
  )
}

type RowProps = { candidate: Candidate; on: boolean; lead: boolean; onToggle: () => void }

function Row({
  candidate: { member, specialities, assigned, clashes, planned_minutes },
  on,
  lead,
  onToggle,
}: RowProps) {
  const clash = clashes[0]
  return (
    <label className={css.candidate} data-on={on || undefined}>
      <Checkbox checked={on} onChange={onToggle} aria-label={member.name} />
      <Avatar who={member} alone={false} />
      <span className={css.who}>
        <span>
          {member.name} {lead && <Chip>{t('task.lead')}</Chip>}
        </span>
        <small>{specialities.map(({ name }) => name).join(', ')}</small>
      </span>
      <span className={css.state}>
        {clash ? (
          <span className={css.clash} title={t('give.clash_full', { number: clash.number, title: clash.title })}>
            <IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" />
            {t('give.clash', { number: clash.number, time: span(clash.starts_at, clash.ends_at) })}
            {clashes.length > 1 && ` ${t('people.more', { n: clashes.length - 1 })}`}
          </span>
        ) : (
          <span className={css.free}>{t(assigned ? 'give.assigned' : 'give.free')}</span>
        )}
        <small>{planned_minutes > 0 ? t('give.load', { time: duration(planned_minutes) }) : t('give.no_load')}</small>
      </span>
    </label>
  )
}
