import { type ImportRow, listImports } from '#contract/parties/imports.ts'
import { useMayBegin } from '#web/app/me.ts'
import { useList } from '#web/platform/ask.ts'
import { count } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { go } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { When } from '#web/ui/figures.tsx'
import { PageHead } from '#web/ui/page-head.tsx'
import { DropZone } from './drop-zone.tsx'
import { HowItGoes } from './how-it-goes.tsx'
import { isBusy, StateChip } from './states.tsx'
import css from './importing.module.css'

/** «Импорт контрагентов»: where a table is brought in, and what was brought in before. */
export function ImportsPage() {
  const may = useMayBegin()('counterparties.manage')
  const { rows, ...paging } = useList(listImports, {}, isBusy)
  return (
    <div className={css.page}>
      <PageHead
        crumbs={[
          <Link key="all" to="/counterparties">
            {t('nav.counterparties')}
          </Link>,
        ]}
        title={t('import.title')}
      />
      <div className={css.start}>
        <p className={css.lead}>{t('import.lead')}</p>
        {may && <DropZone first={rows.length === 0} />}
        {rows.length === 0 && <HowItGoes />}
      </div>
      {rows.length > 0 && (
        <>
          <h2 className={css.past}>{t('import.past')}</h2>
          <DataTable
            label={t('import.past')}
            rows={rows}
            columns={columns()}
            keyOf={({ id }) => id}
            onOpen={({ id }) => go(`/counterparties/import/${id}`)}
            {...paging}
          />
        </>
      )}
    </div>
  )
}

/** Made when drawn: the language may change. */
const columns = (): Column<ImportRow>[] => [
  {
    id: 'file',
    head: t('import.file'),
    fill: true,
    cell: ({ id, name, created_by, created_at }) => (
      <span className={css.file}>
        <Link
          className={css.name}
          to={`/counterparties/import/${id}`}
          title={name}
          tabIndex={-1}
          onClick={(event) => event.stopPropagation()}
        >
          {name}
        </Link>
        <small className={css.onPhone}>
          {created_by?.name} <When at={created_at} />
        </small>
      </span>
    ),
  },
  { id: 'state', head: t('import.stands'), cell: (row) => <StateChip {...row} /> },
  ...(['new', 'joined', 'fault'] as const).map((of) => ({
    id: of,
    head: t(`import.head.${of}`),
    num: true,
    late: true,
    cell: ({ counts, state }: ImportRow) => (counts[of] > 0 && state !== 'undone' ? count(counts[of]) : ''),
  })),
  { id: 'by', head: t('import.by'), late: true, cell: ({ created_by }) => created_by?.name },
  { id: 'when', head: t('import.when'), late: true, cell: ({ created_at }) => <When at={created_at} /> },
]
