import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/time/load.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type GroupedPerformer, performersByGroup, placeAfter } from '#server/people/index.ts'
import { type Figures, figuresOf, groupsOf, insistOnLoad, summedUp } from './figures.ts'

const PAGE = 50

/**
 * The load of a period, 50 people a page (LOAD-1, LOAD-2, LOAD-3). The first page is worked out for the whole filter, whose
 * sums stand on it; the next ones for their people only.
 */
export async function getLoad(ctx: Ctx, { after, ...filter }: Input<typeof contract.getLoad>) {
  insistOnLoad(ctx, filter)
  const first = after === undefined
  const people = await (first ? performersByGroup(ctx, filter) : performersByGroup(ctx, { ...filter, after }, PAGE + 1))
  const shown = people.slice(0, PAGE)
  const last = shown.at(-1)
  const figures = await figuresOf(ctx, first ? people : shown, filter)
  return {
    days: figures.days.map(({ day, kind, holiday }) => ({ day, kind, holiday })),
    sums: first ? sumsOf(people, figures) : null,
    rows: shown.map(figures.row),
    next: people.length > PAGE && last ? placeAfter(last) : null,
  }
}

function sumsOf(people: readonly GroupedPerformer[], figures: Figures) {
  const groups = groupsOf(people, figures)
  return { groups, all: summedUp(groups, figures.days.length) }
}
