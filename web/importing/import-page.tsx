import { getImport } from '#contract/parties/imports.ts'
import { useWatched } from '#web/platform/ask.ts'
import { oneOf, useFilters, useParam } from '#web/platform/route.ts'
import { CheckStep } from './check-step.tsx'
import { ColumnsStep } from './columns/columns-step.tsx'
import { FailedFile } from './failed-file.tsx'
import { Framed } from './framed.tsx'
import { ResultStep } from './result/result-step.tsx'
import { isBusy, stepOf } from './states.tsx'

/** One import at the step where it stands; a checked one can be led back to its columns. */
export function ImportPage() {
  const import_id = useParam('import_id')
  const card = useWatched(getImport, { import_id }, isBusy)
  const [{ step: asked }, set] = useFilters({ step: oneOf('columns') })
  const stands = stepOf(card.state)
  const step = stands === 'check' && card.state === 'checked' && asked ? asked : stands
  // Rows are forgotten after a month: nothing is left to go on with.
  const forgotten = !card.found && (card.state === 'ready' || card.state === 'checked')
  if (card.state === 'failed' || forgotten) {
    return (
      <Framed card={card}>
        <FailedFile card={card} />
      </Framed>
    )
  }
  return {
    columns: <ColumnsStep card={card} onChecked={() => set({ step: undefined })} />,
    check: <CheckStep card={card} onColumns={() => set({ step: 'columns' })} />,
    result: <ResultStep card={card} />,
  }[step]
}
