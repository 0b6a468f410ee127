import type { ReactNode } from 'react'
import { VisuallyHidden } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import type { Document } from '#contract/documents.ts'
import { dayDigits } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import { cx } from '#web/ui/cx.ts'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { Money } from '#web/ui/figures.tsx'
import css from './documents.module.css'

type Props = {
  list: { rows: Document[]; has_more: boolean; loading_more: boolean; more: () => void }
  open_id: string | undefined
  onOpen: (document: Document) => void
  /** Left out on the counterparty's own card. */
  with_counterparty?: boolean
  empty?: ReactNode
}

/** Issued documents, newest first; a void one is struck through and says so. */
export function DocumentsTable({ list, open_id, onOpen, with_counterparty = true, empty }: Props) {
  const { rows, has_more, loading_more, more } = list
  return (
    <DataTable
      label={t('nav.documents')}
      rows={rows}
      columns={with_counterparty ? columns() : withoutCounterparty()}
      keyOf={({ id }) => id}
      open_id={open_id}
      onOpen={onOpen}
      empty={empty}
      {...{ has_more, loading_more, more }}
    />
  )
}

/** Then the document's own name takes the width. */
const withoutCounterparty = (): Column<Document>[] =>
  columns()
    .filter(({ id }) => id !== 'counterparty')
    .map((column) => (column.id === 'number' ? { ...column, fill: true } : column))

/** Made when drawn: the language may change. */
const columns = (): Column<Document>[] => [
  {
    id: 'number',
    head: t('documents.number'),
    cell: ({ kind, number, state }) => (
      <span className={css.named}>
        <span className={cx(css.name, state === 'void' && css.struck)}>{t(`documents.title.${kind}`, { number })}</span>
        {state === 'void' && <Chip tone="bad">{t('documents.void')}</Chip>}
      </span>
    ),
  },
  {
    id: 'date',
    head: t('documents.date'),
    late: true,
    cell: ({ issued_on }) => <span className={css.quiet}>{dayDigits(issued_on)}</span>,
  },
  {
    id: 'counterparty',
    head: t('documents.counterparty'),
    fill: true,
    cell: ({ counterparty: { id, name } }) => (
      <Link
        className={css.plain}
        to={`/counterparties/${id}`}
        title={name}
        onClick={(event) => event.stopPropagation()}
      >
        {name}
      </Link>
    ),
  },
  {
    id: 'order',
    head: t('documents.order'),
    late: true,
    cell: ({ order }) =>
      order && (
        <Link to={`/orders/${order.id}`} onClick={(event) => event.stopPropagation()}>
          {t('thing.order', { number: order.number })}
        </Link>
      ),
  },
  {
    id: 'sum',
    head: t('documents.sum'),
    num: true,
    cell: ({ total, currency, state }) => (
      <span className={cx(state === 'void' && css.struck)}>
        <Money minor={total} currency={currency} />
      </span>
    ),
  },
  {
    id: 'file',
    head: <VisuallyHidden>{t('documents.open_pdf')}</VisuallyHidden>,
    late: true,
    cell: ({ file_id, kind, number }) => (
      <a
        className={css.tool}
        href={`/api/files/${file_id}`}
        target="_blank"
        rel="noreferrer"
        aria-label={`${t('documents.open_pdf')}: ${t(`documents.title.${kind}`, { number })}`}
        title={t('documents.open_pdf')}
        onClick={(event) => event.stopPropagation()}
      >
        <IconFileTypePdf size={16} stroke={1.75} aria-hidden="true" />
      </a>
    ),
  },
]
