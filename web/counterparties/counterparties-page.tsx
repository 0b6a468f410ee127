import { type ReactNode, Suspense } from 'react'
import { IconBuilding, IconPlus, IconTableImport } from '@tabler/icons-react'
import { listCounterparties } from '#contract/counterparties.ts'
import type { Reply } from '#contract/endpoint.ts'
import type { Company } from '#contract/people.ts'
import { useCompany, useMayBegin } from '#web/app/me.ts'
import { useList } from '#web/platform/ask.ts'
import { Link } from '#web/platform/link.tsx'
import { flag, go, oneOf, text, useFilters } from '#web/platform/route.ts'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { SearchField } from '#web/ui/fields/search-field.tsx'
import { PageHead, Tools } from '#web/ui/page-head.tsx'
import { Avatar, CompanyMark } from '#web/ui/person.tsx'
import { Empty } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { FoundParties } from './merging/lazily.ts'
import { NewCounterparty } from './new-counterparty.tsx'
import { reachOf } from './reach.ts'
import css from './counterparties.module.css'

type Row = Reply<typeof listCounterparties>['rows'][number]

/** Where a table of them is brought in. */
const IMPORT = '/counterparties/import'

const shape = { q: text, side: oneOf('customer', 'supplier'), new: flag }

/** «Контрагенты»: customers and suppliers, found by anything that is known of them. */
export function CounterpartiesPage() {
  const may = useMayBegin()('counterparties.manage')
  const [{ q, side, new: adding }, set] = useFilters(shape)
  const { rows, has_more, loading_more, more } = useList(listCounterparties, {
    ...(q && { search: q }),
    ...(side && { side }),
  })
  const { country } = useCompany()
  const none = rows.length === 0 && !q && !side
  const add = may && (
    <Button variant="primary" icon={<IconPlus size={16} stroke={1.75} />} onClick={() => set({ new: true })}>
      {t('customers.add')}
    </Button>
  )
  return (
    <div className={css.page}>
      <PageHead
        title={t('nav.counterparties')}
        acts={
          !none && (
            <>
              {may && (
                <Suspense>
                  <FoundParties />
                </Suspense>
              )}
              {may && (
                <LinkButton to={IMPORT} icon={<IconTableImport size={16} stroke={1.75} />}>
                  {t('customers.import')}
                </LinkButton>
              )}
              {add}
            </>
          )
        }
      />
      {none ? (
        <NoneYet may={may} add={add} />
      ) : (
        <>
          <Tools>
            <SearchField label={t('customers.search')} value={q} onFind={(next) => set({ q: next })} />
            <Segments
              label={t('counterparty.side')}
              at={side ?? 'all'}
              onGo={(next) => set({ side: next === 'all' ? undefined : next })}
              tabs={[
                { id: 'all', name: t('counterparty.everyone') },
                { id: 'customer', name: t('counterparty.customers') },
                { id: 'supplier', name: t('counterparty.suppliers') },
              ]}
            />
          </Tools>
          <DataTable
            label={t('nav.counterparties')}
            rows={rows}
            columns={columns(country)}
            keyOf={({ id }) => id}
            onOpen={({ id }) => go(`/counterparties/${id}`)}
            {...{ has_more, loading_more, more }}
          />
        </>
      )}
      {adding && may && (
        <NewCounterparty
          onClose={() => set({ new: undefined })}
          onAdded={({ id }) => go(`/counterparties/${id}`, { replace: true })}
        />
      )}
    </div>
  )
}

function NoneYet({ may, add }: { may: boolean; add: ReactNode }) {
  return (
    <div className={css.center}>
      <Empty
        icon={<IconBuilding size={24} stroke={1.75} />}
        title={t('customers.empty')}
        hint={t('customers.empty_hint')}
      >
        {add}
        {may && <LinkButton to={IMPORT}>{t('customers.import_offer')}</LinkButton>}
        <p className={css.example}>{t('customers.empty_example')}</p>
      </Empty>
    </div>
  )
}

const phoneOf = ({ main_contact }: Row) => main_contact && reachOf(main_contact, 'phone')

/** Made when drawn: the language may change. */
const columns = (country: Company['country']): Column<Row>[] => [
  {
    id: 'name',
    head: t('counterparty.name'),
    fill: true,
    cell: (row) => (
      <span className={css.named}>
        {row.kind === 'person' ? (
          <Avatar who={row} size={20} alone={false} />
        ) : (
          <CompanyMark name={row.name} size={20} />
        )}
        <span className={css.cut}>
          <Link
            className={css.name}
            to={`/counterparties/${row.id}`}
            title={row.name}
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
          >
            {row.name}
          </Link>
          <small className={css.onPhone}>{row.main_contact?.name}</small>
        </span>
      </span>
    ),
  },
  {
    id: 'tax_number',
    head: t(`requisites.tax_number.${country}`),
    late: true,
    cell: ({ tax_number }) => <span className={css.quiet}>{tax_number}</span>,
  },
  {
    id: 'service',
    head: t('assets.service'),
    late: true,
    cell: ({ services_due }) => services_due > 0 && <Chip tone="warn">{t('assets.due_n', { n: services_due })}</Chip>,
  },
  { id: 'contact', head: t('counterparty.main_contact'), late: true, cell: ({ main_contact }) => main_contact?.name },
  {
    id: 'phone',
    head: t('performer.phone'),
    cell: (row) => {
      const phone = phoneOf(row)
      return (
        phone && (
          <a className={css.phone} href={`tel:${phone}`} onClick={(event) => event.stopPropagation()}>
            {phoneForm(phone)}
          </a>
        )
      )
    },
  },
  { id: 'sites', head: t('counterparty.sites'), num: true, late: true, cell: ({ sites }) => sites || '' },
  {
    id: 'responsible',
    head: t('counterparty.responsible'),
    late: true,
    cell: ({ responsible }) => responsible?.name,
  },
]
