import { Menu } from '@mantine/core'
import { IconCheck, IconFileText } from '@tabler/icons-react'
import { listDocuments } from '#contract/documents.ts'
import { useList } from '#web/platform/ask.ts'
import { oneOf, text, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { LinkButton } from '#web/ui/button.tsx'
import { FilterChip } from '#web/ui/chip.tsx'
import { PageHead, Tools } from '#web/ui/page-head.tsx'
import { Empty } from '#web/ui/state.tsx'
import { CustomerFilter } from './customer-filter.tsx'
import { DocumentPanel } from './document-panel.tsx'
import { DocumentsTable } from './documents-table.tsx'
import css from './documents.module.css'

const KINDS = ['invoice', 'act'] as const
const shape = { kind: oneOf(...KINDS), customer: text, order: text, open: text }

/** «Документы»: all that was issued, found by kind, counterparty or order. */
export function DocumentsPage() {
  const [{ kind, customer, order, open }, set] = useFilters(shape)
  const list = useList(listDocuments, {
    ...(kind && { kind }),
    ...(customer && { counterparty_id: customer }),
    ...(order && { order_id: order }),
  })
  const opened = list.rows.find(({ id }) => id === open)
  const filtered = kind ?? customer ?? order
  const of_order = list.rows[0]?.order?.number
  return (
    <div className={css.page}>
      <PageHead title={t('nav.documents')} />
      {list.rows.length === 0 && !filtered ? (
        <NoDocuments />
      ) : (
        <>
          <Tools>
            <KindFilter kind={kind} onChange={(next) => set({ kind: next })} />
            <CustomerFilter
              label={t('documents.counterparty')}
              customer={customer}
              onChange={(next) => set({ customer: next })}
            />
            {order && (
              <FilterChip
                label={t('documents.order')}
                value={of_order === undefined ? '…' : t('thing.order', { number: of_order })}
                onClear={() => set({ order: undefined })}
              />
            )}
          </Tools>
          <DocumentsTable list={list} open_id={open} onOpen={({ id }) => set({ open: id }, { step: true })} />
        </>
      )}
      {opened && <DocumentPanel key={opened.id} document={opened} onClose={() => set({ open: undefined })} />}
    </div>
  )
}

function NoDocuments() {
  return (
    <div className={css.center}>
      <Empty
        icon={<IconFileText size={24} stroke={1.75} />}
        title={t('documents.empty')}
        hint={t('documents.empty_hint')}
      >
        <LinkButton to="/orders" search={{ view: 'list', phase: 'acceptance,closing' }}>
          {t('home.to_orders')}
        </LinkButton>
      </Empty>
    </div>
  )
}

type Kind = (typeof KINDS)[number]

function KindFilter({ kind, onChange }: { kind: Kind | undefined; onChange: (kind: Kind | undefined) => void }) {
  return (
    <Menu position="bottom-start" width={160}>
      <Menu.Target>
        <FilterChip
          label={t('documents.kind')}
          value={kind && t(`documents.kind.${kind}`)}
          onClear={() => onChange(undefined)}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map((one) => (
          <Menu.Item
            key={one}
            rightSection={one === kind && <IconCheck size={16} stroke={1.75} />}
            onClick={() => onChange(one)}
          >
            {t(`documents.kind.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
