import { useState } from 'react'
import { type ImportCard, type ImportSettings, setUpImport } from '#contract/parties/imports.ts'
import { useCall } from '#web/platform/ask.ts'

/**
 * How an import is set up, kept at each change. What was just chosen is shown at once; when the server has it, or
 * has refused it, its own word holds again.
 */
export function useSettings({ id: import_id, settings }: ImportCard) {
  const [chosen, setChosen] = useState<Partial<ImportSettings>>({})
  const set = useCall(setUpImport)
  const change = (wish: Partial<ImportSettings>) => {
    setChosen({ ...chosen, ...wish })
    // Of several changes in a row only the last one's end is told: what is shown falls back when all are there.
    set.mutate({ import_id, ...wish }, { onSettled: () => setChosen({}) })
  }
  return { settings: { ...settings, ...chosen }, change, busy: set.isPending }
}
export type Setup = ReturnType<typeof useSettings>
