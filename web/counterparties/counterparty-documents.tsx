import { IconFileText } from '@tabler/icons-react'
import { listDocuments } from '#contract/documents.ts'
import { DocumentPanel } from '#web/documents/document-panel.tsx'
import { DocumentsTable } from '#web/documents/documents-table.tsx'
import { useList } from '#web/platform/ask.ts'
import { text, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Empty } from '#web/ui/state.tsx'
import css from './counterparties.module.css'

/** Invoices and acts of a counterparty. */
export function CounterpartyDocuments({ counterparty_id }: { counterparty_id: string }) {
  const [{ open }, set] = useFilters({ open: text })
  const list = useList(listDocuments, { counterparty_id })
  const opened = list.rows.find(({ id }) => id === open)
  if (list.rows.length === 0)
    return (
      <div className={css.center}>
        <Empty
          icon={<IconFileText size={24} stroke={1.75} />}
          title={t('counterparty.documents_none')}
          hint={t('counterparty.documents_none_hint')}
        />
      </div>
    )
  return (
    <>
      <DocumentsTable
        list={list}
        open_id={open}
        onOpen={({ id }) => set({ open: id }, { step: true })}
        with_counterparty={false}
      />
      {opened && <DocumentPanel key={opened.id} document={opened} onClose={() => set({ open: undefined })} />}
    </>
  )
}
