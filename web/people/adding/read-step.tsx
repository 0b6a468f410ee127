import { useState } from 'react'
import { Checkbox } from '@mantine/core'
import type { PerformerCells, ReadPerformer } from '#contract/performers.ts'
import { useCompany, useRight } from '#web/app/me.ts'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Notice, ProblemNote } from '#web/ui/state.tsx'
import { type PastedColumn, PastedTable } from '../joining/pasted-table.tsx'
import type { usePastedLines } from '../joining/use-pasted-lines.ts'
import { NewPools } from '../joining/new-pools.tsx'
import { rateWords } from '../rate-words.ts'
import css from './adding.module.css'

type Props = {
  list: ReturnType<typeof usePastedLines<PerformerCells, ReadPerformer>>
  lines: PerformerCells[]
  /** Heads of columns that nothing was read from. */
  unread: string[]
  from_day: string | null
  /** Pools that the list names and the company has not are made. */
  make_pools: boolean
  ready: number
  /** How many were added from this list already. */
  added: number
  busy: boolean
  error: unknown
  onFrom: (day: string | null) => void
  onMakePools: (make: boolean) => void
  onAdd: () => void
}

/** What was read, to be mended: a table, how many are ready, and the one step that adds them. */
export function ReadStep({ list, lines, unread, ready, added, busy, error, onAdd, ...how }: Props) {
  const { from_day, onFrom, make_pools, onMakePools } = how
  const right = useRight()
  const [faulty, setFaulty] = useState(false)
  const { currency } = useCompany()
  const { read } = list
  const wrong = lines.length - ready
  const rated = read.some((one) => one?.rate)
  return (
    <>
      <div className={css.bar}>
        <output className={css.ready}>{t('many.ready', { ready, all: lines.length })}</output>
        {wrong > 0 && (
          <Checkbox
            label={t('many.only_faulty', { n: wrong })}
            checked={faulty}
            onChange={(event) => setFaulty(event.target.checked)}
          />
        )}
        <NewPools names={read.flatMap(newPools)} made={make_pools} onChange={onMakePools} />
        {rated && right('money.read') && (
          <div className={css.from}>
            <WhenField only_day label={t('many.rates_from')} value={from_day} onChange={onFrom} />
          </div>
        )}
      </div>
      {unread.length > 0 && (
        <div className={css.note}>
          <Notice tone="info">{t('many.unread', { names: unread.join(', '), n: unread.length })}</Notice>
        </div>
      )}
      {added > 0 && (
        <div className={css.note}>
          <Notice tone="good">{t('many.added_rest', { n: added })}</Notice>
        </div>
      )}
      <div className={css.table}>
        <PastedTable
          columns={columnsOf(currency, right('money.read') || lines.some(({ rate }) => rate))}
          lines={lines}
          read={read}
          onLine={list.change}
          onDrop={list.drop}
          shown={(at) => !faulty || wrong === 0 || read[at]?.faults.length !== 0}
        />
      </div>
      <div className={css.foot}>
        <ProblemNote error={error} />
        <div className={css.acts}>
          <Button onClick={list.back}>{t('list.back')}</Button>
          <Button variant="primary" busy={busy} disabled={ready === 0} onClick={onAdd}>
            {t('many.add', { n: ready })}
          </Button>
        </div>
      </div>
    </>
  )
}

const newPools = (one: ReadPerformer | undefined): string[] =>
  (one?.pools ?? []).flatMap(({ name, known }) => (known ? [] : [name]))

type Column = PastedColumn<keyof PerformerCells, ReadPerformer>

/** Kept by currency and language: a table of five hundred lines is drawn anew only where a line changed. */
const made = new Map<string, Column[]>()

function columnsOf(currency: string, rates: boolean): Column[] {
  const key = `${currency} ${rates} ${t('performer.name')}`
  const known = made.get(key) ?? columns(currency).filter(({ field }) => rates || field !== 'rate')
  made.set(key, known)
  return known
}

const columns = (currency: string): Column[] => [
  { field: 'name', head: t('performer.name') },
  {
    field: 'phone',
    head: t('performer.phone'),
    hint: ({ phone, cells }) => phone && phone !== cells.phone.replaceAll(/[^+\d]/g, '') && phoneForm(phone),
  },
  { field: 'specialities', head: t('performer.specialities'), hint: tradesHint },
  {
    field: 'rate',
    head: t('performer.rate_head'),
    num: true,
    hint: ({ rate }) => rate && rateWords({ ...rate, currency: currency as never }),
  },
  { field: 'pool', head: t('list.pool'), hint: poolsHint },
]

/** A pool that is new is said to be; of the others what stands in the cell says enough. */
function poolsHint({ pools }: ReadPerformer) {
  if (pools.every(({ known }) => known)) return null
  return (
    <span className={css.trades}>
      {pools.map(({ name, known }) => (
        <Chip key={name} tone={known ? 'neutral' : 'accent'}>
          {known ? name : t('many.new_pool', { name })}
        </Chip>
      ))}
    </span>
  )
}

function tradesHint({ specialities, cells }: ReadPerformer) {
  const plain = specialities.every(({ known }) => known)
  const same =
    specialities
      .map(({ name }) => name)
      .join(', ')
      .toLowerCase() === cells.specialities.toLowerCase()
  if (plain && same) return null
  return (
    <span className={css.trades}>
      {specialities.map(({ name, known }) => (
        <Chip key={name} tone={known ? 'neutral' : 'accent'}>
          {known ? name : t('many.new_trade', { name })}
        </Chip>
      ))}
    </span>
  )
}
