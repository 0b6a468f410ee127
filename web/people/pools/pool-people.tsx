import { lazy, Suspense, useState } from 'react'
import { IconUserMinus, IconUserPlus } from '@tabler/icons-react'
import { type Pool, takeOutOfPool } from '#contract/pools.ts'
import { listPoolPeople, type PersonOfPool } from '#contract/staffing/choosing.ts'
import { useCall, useList } from '#web/platform/ask.ts'
import { duration } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { Section } from '#web/ui/rows.tsx'
import { LoadBar } from '../choosing/load-bar.tsx'
import people from '../people.module.css'
import css from './pools.module.css'

const AddPeople = lazy(() => import('./add-people.tsx').then((module) => ({ default: module.AddPeople })))

/** The performers of a pool with what this week holds for each. */
export function PoolPeople({ pool }: { pool: Pool }) {
  const { rows, has_more, loading_more, more } = useList(listPoolPeople, { pool_id: pool.id })
  const [adding, setAdding] = useState(false)
  return (
    <Section
      title={t('pool.people')}
      aside={pool.people > 0 && loadOf(pool, rows)}
      end={
        !pool.can.change && (
          <Button size="sm" icon={<IconUserPlus size={14} stroke={1.75} />} onClick={() => setAdding(true)}>
            {t('pool.add_people')}
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className={people.quiet}>{t('pool.no_people')}</p>}
      <ul className={css.people}>
        {rows.map((one) => (
          <Row key={one.member.id} pool={pool} one={one} />
        ))}
      </ul>
      {has_more && (
        <Button size="sm" onClick={more} busy={loading_more}>
          {t('do.more')}
        </Button>
      )}
      <Suspense>{adding && <AddPeople pool={pool} onClose={() => setAdding(false)} />}</Suspense>
    </Section>
  )
}

/** How many, and what is planned for them this week; of more than a page only how many. */
function loadOf({ people: n }: Pool, rows: readonly PersonOfPool[]): string {
  const count = t('pool.people_n', { n })
  if (rows.length < n) return count
  const sum = (part: (one: PersonOfPool) => number) => rows.reduce((all, one) => all + part(one), 0)
  const planned = duration(sum(({ load }) => load.planned))
  const known = rows.every(({ load }) => load.available !== null)
  if (!known) return t('pool.load_all', { people: count, planned })
  const available = duration(sum(({ load }) => load.available ?? 0))
  return t('pool.load_all_of', { people: count, planned, available })
}

function Row({ pool, one: { member, specialities, other_pools, state, load } }: { pool: Pool; one: PersonOfPool }) {
  const take = useCall(takeOutOfPool, { onSuccess: () => toast(t('pool.taken_out', { name: member.name })) })
  const about = [
    specialities.map(({ name }) => name).join(', '),
    other_pools.length > 0 && t('pool.also_in', { names: other_pools.map(({ name }) => name).join(', ') }),
  ]
  return (
    <li className={css.person}>
      <Avatar who={member} alone={false} />
      <span className={css.who}>
        <span>
          <Link className={css.personLink ?? ''} to={`/performers/${member.id}`}>
            {member.name}
          </Link>{' '}
          {state !== 'active' && <Chip tone="warn">{t(`member_state.${state}`)}</Chip>}
        </span>
        <small>{about.filter(Boolean).join(' · ')}</small>
      </span>
      <LoadBar load={load} />
      {!pool.can.change && (
        <IconButton
          size="sm"
          label={t('pool.take_out', { name: member.name })}
          icon={<IconUserMinus size={16} stroke={1.75} />}
          busy={take.isPending}
          onClick={() => take.mutate({ pool_id: pool.id, member_ids: [member.id] })}
        />
      )}
    </li>
  )
}
