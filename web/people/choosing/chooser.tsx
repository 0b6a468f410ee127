import { useState } from 'react'
import { IconClockCheck, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Person, Speciality } from '#contract/people.ts'
import { type Candidate, listCandidates } from '#contract/staffing/choosing.ts'
import { replyOf } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { FilterChip } from '#web/ui/chip.tsx'
import { SearchField } from '#web/ui/fields/search-field.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { RowBones } from '#web/ui/state.tsx'
import { PoolFilter, TradeFilter } from '../pools/filters.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { CandidateRow } from './candidate-row.tsx'
import css from './choosing.module.css'

/** For which work people are chosen, as far as it is known. */
export type Work = {
  order_id?: string
  demand_id?: string
  task_id?: string
  starts_at: string | null
  ends_at: string | null
}

type Props = {
  work?: Work
  /** Into this pool, not to work: those who are in it, and other pools' people, are left out. */
  into?: string
  /** The trade that is asked for: others are shown when it is taken away. */
  trade?: Speciality | undefined
  chosen: readonly string[]
  /** Names of those who were chosen before this was opened. */
  known?: readonly Person[]
  onChange: (ids: string[]) => void
}

/** Performers to choose from: own pool and the free ones first, with load and reasons; others by request to their curator. */
export function PeopleChooser({ work = AT_NO_TIME, into, trade, chosen, known = [], onChange }: Props) {
  const [filters, setFilters] = useState<Filters>({ trade: trade?.id })
  const [asking, setAsking] = useState<Candidate | null>(null)
  const [seen, setSeen] = useState(() => new Map(known.map((one) => [one.id, one])))
  const set = (part: Filters) => setFilters((now) => ({ ...now, ...part }))
  const { data } = useQuery({
    ...replyOf(listCandidates, wishOf(work, filters, trade)),
    placeholderData: keepPreviousData,
  })
  const toggle = ({ member }: Pick<Candidate, 'member'>) => {
    setSeen((now) => new Map(now).set(member.id, member))
    onChange(chosen.includes(member.id) ? chosen.filter((id) => id !== member.id) : [...chosen, member.id])
  }
  const people = chosen.map((id) => seen.get(id) ?? { id, name: '…' })
  return (
    <div className={css.chooser}>
      {people.length > 0 && <Chosen people={people} onDrop={(member) => toggle({ member })} />}
      <Bar {...{ filters, set }} timed={work.starts_at !== null} />
      {!data && <RowBones rows={4} />}
      {data && (
        <Found
          {...{ chosen, toggle, free: data.free }}
          total={into ? 0 : data.total}
          rows={into ? data.rows.filter((one) => canCome(one, into)) : data.rows}
          onAsk={setAsking}
          onAll={() => setFilters({})}
        />
      )}
      {asking && <AskDialog candidate={asking} work={work} onClose={() => setAsking(null)} />}
    </div>
  )
}

const AT_NO_TIME: Work = { starts_at: null, ends_at: null }

const canCome = ({ needs_request, pools }: Candidate, pool_id: string): boolean =>
  needs_request === null && pools.every(({ id }) => id !== pool_id)

type Filters = {
  q?: string | undefined
  trade?: string | undefined
  pool?: string | undefined
  free?: boolean | undefined
}

function wishOf(work: Work, { q, trade, pool, free }: Filters, asked: Speciality | undefined) {
  const { starts_at, ends_at, ...named } = work
  const speciality_id = trade ?? asked?.id
  return {
    ...named,
    ...(starts_at && { from: starts_at }),
    ...(starts_at && ends_at && { to: ends_at }),
    ...(speciality_id && { speciality_id }),
    ...(trade && { only_trade: true }),
    ...(pool && { pool_id: pool }),
    ...(free && { only_free: true }),
    ...(q && { q }),
  }
}

function Bar({ filters, set, timed }: { filters: Filters; set: (part: Filters) => void; timed: boolean }) {
  return (
    <div className={css.bar}>
      <SearchField label={t('choose.search')} value={filters.q} onFind={(q) => set({ q })} />
      <TradeFilter value={filters.trade} onChange={(trade) => set({ trade })} />
      <PoolFilter value={filters.pool} onChange={(pool) => set({ pool })} />
      {timed && (
        <FilterChip
          label={t('choose.free_only')}
          {...(filters.free && { value: t('filter.only'), onClear: () => set({ free: undefined }) })}
          icon={<IconClockCheck size={14} stroke={1.75} />}
          aria-pressed={filters.free ?? false}
          onClick={() => set({ free: filters.free ? undefined : true })}
        />
      )}
    </div>
  )
}

/** Who is chosen already, also when a filter hides him in the list. */
function Chosen({ people, onDrop }: { people: readonly Person[]; onDrop: (who: Person) => void }) {
  return (
    <ul className={css.chosen} aria-label={t('choose.chosen')}>
      {people.map((who, at) => (
        <li key={who.id}>
          <Avatar who={who} size={20} alone={false} />
          <span>{who.name}</span>
          {at === 0 && people.length > 1 && <small>{t('task.lead')}</small>}
          <IconButton
            size="sm"
            label={t('choose.drop', { name: who.name })}
            icon={<IconX size={14} stroke={1.75} />}
            onClick={() => onDrop(who)}
          />
        </li>
      ))}
    </ul>
  )
}

const GROUPS = ['own', 'open', 'other'] as const

type FoundProps = {
  rows: readonly Candidate[]
  total: number
  free: number
  chosen: readonly string[]
  toggle: (one: Candidate) => void
  onAsk: (one: Candidate) => void
  onAll: () => void
}

function Found({ rows, total, free, chosen, toggle, onAsk, onAll }: FoundProps) {
  if (rows.length === 0)
    return (
      <p className={css.none}>
        {t('choose.nobody')}{' '}
        <Button variant="link" onClick={onAll}>
          {t('choose.everybody')}
        </Button>
      </p>
    )
  return (
    <>
      <div className={css.list}>
        {GROUPS.map((group) => {
          const people = rows.filter((one) => one.group === group)
          if (people.length === 0) return null
          return (
            <section key={group} aria-label={t(`choose.${group}`)}>
              <h3 className={css.group}>
                {t(`choose.${group}`)} <span>{people.length}</span>
              </h3>
              {people.map((one) => (
                <CandidateRow
                  key={one.member.id}
                  candidate={one}
                  on={chosen.includes(one.member.id)}
                  onToggle={() => toggle(one)}
                  onAsk={() => onAsk(one)}
                />
              ))}
            </section>
          )
        })}
      </div>
      <p className={css.count}>
        {rows.some(({ state }) => state !== null) && t('choose.found', { free, total })}{' '}
        {rows.length < total && t('choose.more', { n: rows.length })}
      </p>
    </>
  )
}
