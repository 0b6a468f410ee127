import type { Demand, giveTask, Order } from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'

export type TaskDraft = {
  demand_id: string | null
  title: string
  starts_at: string | null
  ends_at: string | null
  hours: number | ''
  place: string
  site_id: string | null
  site_address: string
  instructions: string
  checklist: string
  photos_before: number
  photos_after: number
  assignee_ids: string[]
}

/** A task as the order proposes it: for the demand that was pressed, else for the first that is not filled. */
export function taskDraft(order: Order, demand_id: string | undefined): TaskDraft {
  const { demands, agreement, site, address } = order
  const demand = demands.find(({ id }) => id === demand_id) ?? demands.find(({ filled, people }) => filled < people)
  const place = site?.address ?? address ?? ''
  return {
    demand_id: demand?.id ?? null,
    title: order.title,
    ...timeOf(demand, agreement),
    hours: '',
    place,
    site_id: site?.id ?? null,
    site_address: place,
    instructions: agreement?.scope ?? order.request,
    checklist: '',
    photos_before: 0,
    photos_after: 0,
    assignee_ids: [],
  }
}

/** The demand's own time, else that of the terms. */
function timeOf(demand: Demand | undefined, agreement: Order['agreement']) {
  const starts_at = demand?.starts_at ?? agreement?.starts_at ?? null
  return { starts_at, ends_at: demand?.ends_at ?? endOf(starts_at, agreement?.due_at ?? null) }
}

const DAY = 24 * 3_600_000

/** The deadline ends the task only when it is near its beginning: a month is no working day. */
function endOf(starts_at: string | null, due_at: string | null): string | null {
  if (!starts_at || !due_at) return null
  const length = Date.parse(due_at) - Date.parse(starts_at)
  return length > 0 && length <= DAY ? due_at : null
}

/** What goes out: an address that was changed by hand is no longer the site's, so the site stays behind. */
export function toGive(draft: TaskDraft): Omit<Input<typeof giveTask>, 'order_id'> {
  const { title, starts_at, ends_at, hours, place, site_id, site_address, instructions, checklist } = draft
  const points = checklist
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const same = place.trim() === site_address.trim()
  return {
    title: title.trim(),
    assignee_ids: draft.assignee_ids,
    ...(draft.demand_id && { demand_id: draft.demand_id }),
    ...(starts_at && { starts_at }),
    ...(ends_at && { ends_at }),
    ...(hours !== '' && hours > 0 && { estimate_minutes: Math.round(hours * 60) }),
    ...(site_id && same ? { site_id } : place.trim() && { place: place.trim() }),
    ...(instructions.trim() && { instructions: instructions.trim() }),
    ...(points.length > 0 && { checklist: points }),
    ...(draft.photos_before > 0 && { photos_before: draft.photos_before }),
    ...(draft.photos_after > 0 && { photos_after: draft.photos_after }),
  }
}
