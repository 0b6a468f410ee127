import { type ImportCard, stopImport } from '#contract/parties/imports.ts'
import { useCall } from '#web/platform/ask.ts'
import { count } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { KINDS } from './states.tsx'
import css from './importing.module.css'

type Props = {
  card: ImportCard
  title: string
  hint: string
  /** What came of the rows so far is told, as a check or as a run says it. */
  said?: 'will' | 'was'
  /** How much there is to do; 0: nobody knows. */
  of: number
}

/** Work of the server that takes its time: how far it is, that it may be left alone, and stopped where it can be. */
export function WorkGoingOn({ card, title, hint, said, of }: Props) {
  const { id: import_id, passed, counts, can } = card
  const stop = useCall(stopImport)
  return (
    <section className={css.work}>
      <h2>
        <output>{title}</output>
      </h2>
      <progress className={css.progress} aria-label={title} {...(of > 0 && { value: passed / of, max: 1 })} />
      {said && passed > 0 && (
        <p className={css.figures}>
          {KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
            <span key={kind}>
              {t(`import.${said}.${kind}`)} <b>{count(counts[kind])}</b>
            </span>
          ))}
        </p>
      )}
      <p>{hint}</p>
      {can.stop === null && (
        <Button busy={stop.isPending} onClick={() => stop.mutate({ import_id })}>
          {t('import.stop')}
        </Button>
      )}
    </section>
  )
}
