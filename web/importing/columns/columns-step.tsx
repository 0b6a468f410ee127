import { useMediaQuery } from '@mantine/hooks'
import { checkImport, type ImportCard } from '#contract/parties/imports.ts'
import { useCall } from '#web/platform/ask.ts'
import { count } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { ActionButton } from '#web/ui/action-button.tsx'
import { Button } from '#web/ui/button.tsx'
import { areNamed, columnsOf } from '../fields.ts'
import { Framed } from '../framed.tsx'
import { useSettings } from '../use-settings.ts'
import { WorkGoingOn } from '../work-going-on.tsx'
import { ColumnCards } from './column-cards.tsx'
import { PreviewTable } from './preview-table.tsx'
import { Terms } from './terms.tsx'
import css from './columns.module.css'

/** What was found in the file, what each column holds, and how its rows are taken. */
export function ColumnsStep({ card, onChecked }: { card: ImportCard; onChecked: () => void }) {
  const setup = useSettings(card)
  const check = useCall(checkImport, { onSuccess: onChecked })
  const small = useMediaQuery('(max-width: 700px)', window.innerWidth <= 700, { getInitialValueInEffect: false })
  const { found, state } = card
  const looking = state === 'looking'
  if (!found) {
    return (
      <Framed card={card}>
        <WorkGoingOn card={card} title={t('import.looking')} hint={t('import.looking_hint')} of={0} />
      </Framed>
    )
  }
  const columns = columnsOf(found, setup.settings.columns)
  const taken = columns.filter(({ field }) => field !== null).length
  const unnamed = !areNamed(setup.settings.columns)
  const next =
    state === 'checked' ? (
      <Button variant="primary" onClick={onChecked}>
        {t('import.to_check')}
      </Button>
    ) : (
      <ActionButton
        variant="primary"
        refusal={unnamed ? { code: 'import.name_needed', facts: {} } : null}
        busy={looking || setup.busy || check.isPending}
        onClick={() => check.mutate({ import_id: card.id })}
      >
        {t('import.check')}
      </ActionButton>
    )
  const set = (at: number, field: (typeof columns)[number]['field']) =>
    setup.change({ columns: columns.map((column) => (column.at === at ? field : column.field)) })
  return (
    <Framed card={card} step="columns" acts={next}>
      <div className={css.body}>
        <div className={css.table} aria-busy={looking || undefined} inert={looking}>
          <output className={css.about}>
            {looking ? t('import.reread') : t('import.taken', { n: count(taken), all: columns.length })}
            {!looking && card.total > found.rows.length && `, ${t('import.first_rows', { n: found.rows.length })}`}
          </output>
          {small ? (
            <ColumnCards {...{ columns, rows: found.rows, onField: set }} />
          ) : (
            <PreviewTable {...{ columns, rows: found.rows, onField: set }} />
          )}
        </div>
        <Terms setup={setup} found={found} />
      </div>
    </Framed>
  )
}
