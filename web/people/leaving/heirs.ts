import { useState } from 'react'
import type { HeldGroup, LeavingPreview } from '#contract/leaving.ts'

export type Heir = { id: string; name: string } | null

/** To whom each group goes: as proposed, until it is chosen otherwise, for all of them or for one. */
export function useHeirs(preview: LeavingPreview | undefined) {
  const [own, setOwn] = useState<Partial<Record<HeldGroup, Heir>>>({})
  const [all, setAll] = useState<Heir | undefined>(undefined)
  const proposed = (group: HeldGroup) => preview?.held.find((one) => one.group === group)?.to ?? null
  const usual = preview?.held.find(({ to }) => to)?.to ?? null
  return {
    all: all === undefined ? usual : all,
    /** Work goes to those who do it: it is chosen by itself only. */
    heirOf: (group: HeldGroup): Heir => {
      const chosen = own[group]
      if (chosen !== undefined) return chosen
      return all === undefined || group === 'work' ? proposed(group) : all
    },
    choose: (group: HeldGroup, heir: Heir) => setOwn({ ...own, [group]: heir }),
    chooseForAll: (heir: Heir) => {
      setAll(heir)
      setOwn(own.work === undefined ? {} : { work: own.work })
    },
  }
}
