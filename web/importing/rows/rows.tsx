import { Suspense } from 'react'
import { type ImportCard, listImportRows } from '#contract/parties/imports.ts'
import { useList } from '#web/platform/ask.ts'
import { oneOf, useFilters } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { RowBones } from '#web/ui/state.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { KINDS, type RowKind } from '../states.tsx'
import { RowsTable } from './rows-table.tsx'
import css from './rows.module.css'

/** Rows of the file by what comes, or came, of them: those with faults first, where there are any. */
export function Rows({ card, said }: { card: ImportCard; said: 'will' | 'was' }) {
  const [{ of }, set] = useFilters({ of: oneOf('all', ...KINDS) })
  const { counts, total, found } = card
  const first = counts.fault > 0 ? 'fault' : 'all'
  const shown = of ?? first
  const some = KINDS.filter((kind) => counts[kind] > 0 || kind === shown)
  if (!found) return <p className={css.gone}>{t('import.forgotten')}</p>
  return (
    <div className={css.rows}>
      <div className={css.tabs}>
        <Tabs
          label={t('import.filter')}
          at={shown}
          onGo={(next) => set({ of: next === first ? undefined : next })}
          tabs={[
            { id: 'all', name: t('import.all'), n: total },
            ...some.map((id) => ({ id, name: t(`import.${said}.${id}`), n: counts[id] })),
          ]}
        />
      </div>
      <Suspense key={shown} fallback={<RowBones />}>
        <Shown card={card} found={found} of={shown} />
      </Suspense>
    </div>
  )
}

type ShownProps = { card: ImportCard; found: NonNullable<ImportCard['found']>; of: RowKind | 'all' }

function Shown({ card, found, of }: ShownProps) {
  const { rows, has_more, loading_more, more } = useList(listImportRows, {
    import_id: card.id,
    ...(of !== 'all' && { of }),
  })
  if (rows.length === 0) return <p className={css.gone}>{t('list.nothing_found')}</p>
  return (
    <RowsTable rows={rows} found={found} columns={card.settings.columns}>
      {has_more && (
        <Button size="sm" busy={loading_more} onClick={more}>
          {t('do.more')}
        </Button>
      )}
    </RowsTable>
  )
}
