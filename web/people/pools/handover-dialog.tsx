import { useState } from 'react'
import { Select } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Pool } from '#contract/pools.ts'
import { type Handover, handPoolOver, previewHandover } from '#contract/staffing/choosing.ts'
import { useMe } from '#web/app/me.ts'
import { replyOf, useCall } from '#web/platform/ask.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Avatars } from '#web/ui/person.tsx'
import { ProblemNote, RowBones } from '#web/ui/state.tsx'
import people from '../people.module.css'
import { PersonSelect } from '../person-select.tsx'
import css from './pools.module.css'

/** Hands a pool over: to whom, and which open tasks go along, seen before it is done in one step. */
export function HandoverDialog({ pool, onClose }: { pool: Pool; onClose: () => void }) {
  const { member } = useMe()
  const leads = pool.curators.filter(({ now }) => now).map((one) => one.member)
  const [from_member_id, setFrom] = useState(() => (leads.find(({ id }) => id === member?.id) ?? leads[0])?.id ?? '')
  const [to_member_id, setTo] = useState<string | null>(null)
  const named = { pool_id: pool.id, from_member_id, to_member_id: to_member_id ?? '' }
  const chosen = from_member_id !== '' && to_member_id !== null
  const { data, error } = useQuery({ ...replyOf(previewHandover, named), enabled: chosen, retry: false })
  const hand = useCall(handPoolOver, {
    inline: true,
    onSuccess: ({ tasks }) => {
      toast(t('handover.done', { name: data?.to.name ?? '', n: tasks }))
      onClose()
    },
  })
  return (
    <Dialog
      wide
      title={t('handover.title', { name: pool.name })}
      onClose={onClose}
      onSubmit={() => data && hand.mutate({ ...named, stamp: data.stamp })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={hand.isPending} disabled={!data}>
            {t('handover.submit')}
          </Button>
        </>
      }
    >
      <div className={people.fields}>
        <div className={css.fromTo}>
          <Select
            label={t('handover.from')}
            data={leads.map(({ id, name }) => ({ value: id, label: name }))}
            value={from_member_id || null}
            onChange={(id) => id && setFrom(id)}
          />
          <IconArrowRight size={16} stroke={1.75} aria-hidden="true" />
          <PersonSelect
            fits={({ leads_pools }) => leads_pools}
            label={t('handover.to')}
            value={to_member_id}
            onChange={setTo}
            except={new Set([from_member_id])}
          />
        </div>
        {!chosen && <p className={people.quiet}>{t('handover.hint')}</p>}
        {chosen && !data && !error && <RowBones rows={3} />}
        {chosen && data && <Tasks tasks={data.tasks} />}
        <ProblemNote error={hand.error ?? error} />
      </div>
    </Dialog>
  )
}

/** Each task that goes along: what, where, when, and who does it. */
function Tasks({ tasks }: { tasks: Handover['tasks'] }) {
  if (tasks.length === 0) return <p className={people.quiet}>{t('handover.none')}</p>
  return (
    <section aria-label={t('handover.tasks', { n: tasks.length })}>
      <h3 className={css.tasksHead}>{t('handover.tasks', { n: tasks.length })}</h3>
      <ul className={css.tasks}>
        {tasks.map(({ id, number, title, reference, place, starts_at, performers }) => (
          <li key={id}>
            <span className={css.number}>{t('thing.task', { number })}</span>
            <span className={css.who}>
              <span>{title}</span>
              <small>{[reference, place].filter(Boolean).join(' · ')}</small>
            </span>
            <span className={css.days}>{starts_at ? moment(starts_at) : t('handover.no_time')}</span>
            <Avatars people={performers} size={20} most={3} />
          </li>
        ))}
      </ul>
    </section>
  )
}
