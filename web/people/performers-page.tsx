import { IconListDetails, IconPlus, IconUsers } from '@tabler/icons-react'
import { listMembers, type Member } from '#contract/people.ts'
import { useRight } from '#web/app/me.ts'
import { useList } from '#web/platform/ask.ts'
import { flag, text, useFilters } from '#web/platform/route.ts'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { SearchField } from '#web/ui/fields/search-field.tsx'
import { PageHead, Tools } from '#web/ui/page-head.tsx'
import { Person } from '#web/ui/person.tsx'
import { Empty } from '#web/ui/state.tsx'
import { NewPerformer } from './new-performer.tsx'
import { PerformerPanel } from './performer-panel.tsx'
import { PoolFilter, TradeFilter } from './pools/filters.tsx'
import { rateWords } from './rate-sum.tsx'
import css from './people.module.css'

const shape = { q: text, speciality: text, pool: text, open: text, new: flag }

/** «Исполнители»: who goes to the sites, by trade, with the rate of today. */
export function PerformersPage() {
  const right = useRight()
  const [filters, set] = useFilters(shape)
  const { q, speciality, pool, open } = filters
  const list = useList(listMembers, {
    kind: 'performer',
    ...(q && { search: q }),
    ...(speciality && { speciality_id: speciality }),
    ...(pool && { pool_id: pool }),
  })
  const none = list.rows.length === 0 && !q && !speciality && !pool
  const adding = filters.new && right('performers.manage')
  const add = right('performers.manage') && (
    <>
      <LinkButton to="/performers/list" icon={<IconListDetails size={16} stroke={1.75} />}>
        {t('many.do')}
      </LinkButton>
      <Button
        variant="primary"
        icon={<IconPlus size={16} stroke={1.75} />}
        onClick={() => set({ new: true, open: undefined })}
      >
        {t('performers.add')}
      </Button>
    </>
  )
  return (
    <div className={css.page}>
      <PageHead title={t('nav.performers')} acts={!none && add} />
      {none ? (
        <div className={css.center}>
          <Empty
            icon={<IconUsers size={24} stroke={1.75} />}
            title={t('performers.empty')}
            hint={t('performers.empty_hint')}
          >
            {add}
            <p className={css.example}>{t('performers.empty_example')}</p>
          </Empty>
        </div>
      ) : (
        <>
          <Tools>
            <SearchField label={t('performers.search')} value={q} onFind={(next) => set({ q: next })} />
            <TradeFilter value={speciality} onChange={(next) => set({ speciality: next })} />
            <PoolFilter value={pool} onChange={(next) => set({ pool: next })} />
          </Tools>
          <DataTable
            label={t('nav.performers')}
            rows={list.rows}
            columns={columns(right('money.read'))}
            keyOf={({ id }) => id}
            open_id={open}
            onOpen={({ id }) => set({ open: id, new: undefined }, { step: true })}
            has_more={list.has_more}
            loading_more={list.loading_more}
            more={list.more}
          />
        </>
      )}
      {open && <PerformerPanel member_id={open} onClose={() => set({ open: undefined })} />}
      {adding && (
        <NewPerformer onClose={() => set({ new: undefined })} onAdded={({ id }) => set({ new: undefined, open: id })} />
      )}
    </div>
  )
}

/** Made when drawn: the language may change. */
const columns = (money: boolean): Column<Member>[] => [
  {
    id: 'name',
    head: t('performer.name'),
    fill: true,
    cell: (who) => (
      <Person
        who={who}
        about={<span className={css.phoneOnly}>{who.specialities.map(({ name }) => name).join(', ')}</span>}
      />
    ),
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
  {
    id: 'state',
    head: t('performer.state'),
    late: true,
    cell: ({ state }) =>
      state === 'active' ? (
        <span className={css.quiet}>{t('member_state.active')}</span>
      ) : (
        <Chip tone="warn">{t(`member_state.${state}`)}</Chip>
      ),
  },
  ...(money
    ? [
        {
          id: 'rate',
          head: t('performer.rate_head'),
          num: true,
          cell: ({ rate }: Member) =>
            rate ? rateWords(rate) : <span className={css.quiet}>{t('performer.rate_none')}</span>,
        },
      ]
    : []),
]
