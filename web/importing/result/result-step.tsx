import { type ImportCard, runImport } from '#contract/parties/imports.ts'
import { useCall } from '#web/platform/ask.ts'
import { count, dayName } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { ActionButton } from '#web/ui/action-button.tsx'
import { LinkButton } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/state.tsx'
import { Framed } from '../framed.tsx'
import { Problems } from '../rows/problems.tsx'
import { Rows } from '../rows/rows.tsx'
import { KEPT_DAYS } from '../states.tsx'
import { WorkGoingOn } from '../work-going-on.tsx'
import { KeptThings } from './kept-things.tsx'
import { UndoButton } from './undo-button.tsx'
import css from '../importing.module.css'

/** An import that writes, has written, or was taken back. */
export function ResultStep({ card }: { card: ImportCard }) {
  const { state, passed, total, removed_count } = card
  if (state === 'running') {
    const title = t('import.running', { n: count(passed), all: total })
    return (
      <Framed card={card}>
        <WorkGoingOn card={card} said="was" of={card.total} title={title} hint={t('import.running_hint')} />
      </Framed>
    )
  }
  if (state === 'undoing') {
    return (
      <Framed card={card}>
        <WorkGoingOn card={card} title={t('import.undoing')} hint={t('import.undoing_hint')} of={card.things_count} />
      </Framed>
    )
  }
  if (state === 'undone') {
    return (
      <Framed
        card={card}
        acts={
          <>
            <LinkButton to="/counterparties/import">{t('import.again')}</LinkButton>
            <ToCounterparties />
          </>
        }
      >
        <div className={css.said}>
          <Notice tone="info" title={t('import.undone')}>
            {t('import.undone_of', { n: removed_count })}
          </Notice>
        </div>
        <KeptThings card={card} />
      </Framed>
    )
  }
  return <Written card={card} />
}

const ToCounterparties = () => (
  <LinkButton to="/counterparties" variant="primary">
    {t('import.to_counterparties')}
  </LinkButton>
)

/** Done, or stopped on the way. */
function Written({ card }: { card: ImportCard }) {
  const { id: import_id, state, counts, passed, total } = card
  const go_on = useCall(runImport)
  const stopped = state === 'stopped'
  return (
    <Framed
      card={card}
      acts={
        <>
          <UndoButton card={card} />
          {stopped ? (
            <ActionButton
              variant="primary"
              refusal={card.can.run}
              busy={go_on.isPending}
              onClick={() => go_on.mutate({ import_id })}
            >
              {t('import.go_on')}
            </ActionButton>
          ) : (
            <ToCounterparties />
          )}
        </>
      }
    >
      <div className={css.said}>
        {stopped ? (
          <Notice tone="mind" title={t('import.stopped', { n: count(passed), all: total })}>
            {card.can.run === null && t('import.stopped_hint')}
          </Notice>
        ) : (
          <Notice tone="good" title={t('import.done')}>
            {doneWords(counts)} {card.can.undo === null && t('import.undo_until', { day: dayName(lastDay(card)) })}
          </Notice>
        )}
        {counts.fault > 0 && !stopped && (
          <Notice tone="mind" title={t('import.faults_were', { n: counts.fault })} act={<Problems card={card} />}>
            {t('import.faults_were_hint')}
          </Notice>
        )}
      </div>
      <Rows card={card} said="was" />
    </Framed>
  )
}

/** «Добавлено 12 контрагентов и 3 строки дополнили карточки.»: of what is none nothing is said. */
function doneWords(counts: ImportCard['counts']): string {
  const said = (['new', 'joined', 'same'] as const).flatMap((of) =>
    counts[of] > 0 ? t(`import.done.${of}`, { n: counts[of] }) : [],
  )
  const words = said.join(', ')
  return words && `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

const lastDay = ({ created_at }: ImportCard): string =>
  new Date(Date.parse(created_at) + KEPT_DAYS * 86_400_000).toISOString().slice(0, 10)
