import type { Reply } from '#contract/endpoint.ts'
import type { FreePerson, getLoadDay } from '#contract/time/load.ts'

export type Loaded = Reply<typeof getLoadDay>

const bare = (clock: string): string => clock.replace(/^0/, '')

/** «9:00–13:00, 14:00–18:00». */
export const spansOf = (spans: FreePerson['spans']): string =>
  spans.map(({ from, to }) => `${bare(from)}–${bare(to)}`).join(', ')
