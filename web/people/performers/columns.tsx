import type { RosterRow, RosterSort } from '#contract/staffing/roster.ts'
import { dayDigits, duration, phoneForm, today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import type { Column } from '#web/ui/data-table.tsx'
import { Person } from '#web/ui/person.tsx'
import { StateChip } from '../performer/state-chip.tsx'
import { rateWords } from '../rate-words.ts'
import css from '../people.module.css'

type Sorted = { sort?: RosterSort | undefined; desc?: true | undefined }
type Props = { sort: Sorted; onSort: (change: Sorted) => void; money: boolean }

/** Made when drawn: the language may change. */
export function columnsOf({ sort, onSort, money }: Props): Column<RosterRow>[] {
  const sorting = sortedBy(sort, onSort)
  return [
    {
      id: 'name',
      head: t('performer.name'),
      fill: true,
      ...sorting('name'),
      cell: (who) => <Who who={who} />,
    },
    {
      id: 'specialities',
      head: t('performer.specialities'),
      late: true,
      cell: ({ specialities }) => (
        <span className={cx(css.chips, css.oneLine)}>
          {specialities.map(({ id, name }) => (
            <Chip key={id}>{name}</Chip>
          ))}
        </span>
      ),
    },
    {
      id: 'pools',
      head: t('performer.pools'),
      late: true,
      cell: ({ pools }) => <span className={css.quiet}>{pools.map(({ name }) => name).join(', ')}</span>,
    },
    { id: 'load', head: t('performers.today'), ...sorting('load'), cell: (who) => <Today who={who} /> },
    {
      id: 'certificates',
      head: t('performers.certificate'),
      late: true,
      ...sorting('certificates'),
      cell: (who) => <Certificate who={who} />,
    },
    {
      id: 'phone',
      head: t('performer.phone'),
      late: true,
      cell: ({ phone }) =>
        phone && (
          <a className={css.phone} href={`tel:${phone}`} onClick={(event) => event.stopPropagation()}>
            {phoneForm(phone)}
          </a>
        ),
    },
    ...(money
      ? [
          {
            id: 'rate',
            head: t('performer.rate_head'),
            num: true,
            late: true,
            ...sorting('rate'),
            cell: ({ rate }: RosterRow) =>
              rate ? rateWords(rate) : <span className={css.quiet}>{t('performer.rate_none')}</span>,
          },
        ]
      : []),
  ]
}

/** A press on a head sorts by it, the next turns it round; by name is how it stands anyway. */
const sortedBy =
  ({ sort = 'name', desc }: Sorted, onSort: Props['onSort']) =>
  (by: RosterSort): Pick<Column<RosterRow>, 'sorted' | 'onSort'> => ({
    sorted: sort === by ? (desc ? 'descending' : 'ascending') : undefined,
    onSort: () => onSort({ sort: by === 'name' ? undefined : by, desc: sort === by && !desc ? true : undefined }),
  })

function Who({ who }: { who: RosterRow }) {
  return (
    <span className={css.who}>
      <Person
        who={who}
        about={<span className={css.phoneOnly}>{who.specialities.map(({ name }) => name).join(', ')}</span>}
      />
      {who.state !== 'active' && <StateChip state={who.state} />}
    </span>
  )
}

/** Planned of what he works today, in words and as a bar. */
function Today({ who: { today: load, away, state } }: { who: RosterRow }) {
  if (!load || state === 'suspended') return null
  const { planned, available } = load
  if (away && planned === 0) return <span className={css.quiet}>{t('person.absence', { kind: away.kind })}</span>
  if (available === 0 && planned === 0) return <span className={css.quiet}>{t('performers.off')}</span>
  const share = available > 0 ? planned / available : 2
  const words =
    planned === 0
      ? t('performers.free')
      : t('performers.today_of', { planned: duration(planned), available: duration(available) })
  return (
    <span className={css.load}>
      <span className={css.track} data-over={share > 1 || undefined} aria-hidden="true">
        <span style={{ width: `${Math.min(100, Math.round(share * 100))}%` }} />
      </span>
      {words}
    </span>
  )
}

function Certificate({ who: { certificate_ends: ends, certificates } }: { who: RosterRow }) {
  if (!ends) return null
  const day = dayDigits(ends.expires_on)
  if (ends.expires_on < today())
    return (
      <Chip tone="bad" title={ends.kind}>
        {t('person.expired', { n: certificates.expired })}
      </Chip>
    )
  if (certificates.expiring > 0)
    return (
      <Chip tone="warn" title={ends.kind}>
        {t('certificates.until', { day })}
      </Chip>
    )
  return (
    <span className={css.quiet} title={ends.kind}>
      {t('certificates.until', { day })}
    </span>
  )
}
