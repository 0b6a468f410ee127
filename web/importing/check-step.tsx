import { type ImportCard, runImport } from '#contract/parties/imports.ts'
import { useCall } from '#web/platform/ask.ts'
import { count } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { ActionButton } from '#web/ui/action-button.tsx'
import { Button } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/state.tsx'
import { Framed } from './framed.tsx'
import { Rows } from './rows/rows.tsx'
import { Problems } from './rows/problems.tsx'
import { writes } from './states.tsx'
import { WorkGoingOn } from './work-going-on.tsx'
import css from './importing.module.css'

/** What would come of each row; nothing is written before «Загрузить». */
export function CheckStep({ card, onColumns }: { card: ImportCard; onColumns: () => void }) {
  const { id: import_id, state, counts, total, passed } = card
  const run = useCall(runImport)
  if (state === 'checking') {
    return (
      <Framed card={card}>
        <WorkGoingOn
          card={card}
          said="will"
          of={total}
          title={t('import.checking', { n: count(passed), all: total })}
          hint={t('import.checking_hint')}
        />
      </Framed>
    )
  }
  const n = writes(card)
  return (
    <Framed
      card={card}
      acts={
        <>
          <Button onClick={onColumns}>{t('import.to_columns')}</Button>
          <ActionButton
            variant="primary"
            refusal={n === 0 ? { code: 'import.run_nothing', facts: {} } : card.can.run}
            busy={run.isPending}
            onClick={() => run.mutate({ import_id })}
          >
            {t('import.run', { n })}
          </ActionButton>
        </>
      }
    >
      <div className={css.said}>
        {counts.fault > 0 ? (
          <Notice tone="mind" title={t('import.faults_n', { n: counts.fault })} act={<Problems card={card} />}>
            {t('import.faults_hint')}
          </Notice>
        ) : (
          <Notice tone="good" act={<Problems card={card} />}>
            {t('import.all_right')}
          </Notice>
        )}
      </div>
      <Rows card={card} said="will" />
    </Framed>
  )
}
