import { type Client, type Company, lastPart, type Worker } from './company.ts'
import { anybody, type Caller, type Person } from './caller.ts'
import { type Job, JOBS } from './jobs.ts'
import { type OrderRow, type Step, STEPS, type Turn } from './orders.ts'
import type { takePictures } from './pictures.ts'
import type { Crew, Shift } from './roster.ts'
import type { Timeline } from './timeline.ts'

/** All that the stories share. */
export type Stage = {
  call: Caller
  time: Timeline
  company: Company
  pictures: ReturnType<typeof takePictures>
  links: CustomerLink[]
}

/** A personal link to an order that its customer has in his mail. */
export type CustomerLink = { url: string; order_id: string; title: string; upto: Step }

/** One order on its way. */
export type Way = Stage & {
  row: OrderRow
  job: Job
  crew: { workers: Worker[]; shifts: Shift[] }
  /** Its place among the orders: for what should differ from one to the next, the same every time. */
  place: number
  manager: Person
  client: Client
  /** Whoever opens the customer's links to this order. */
  visitor: Person
  order_id: string
  has(turn: Turn): boolean
  /** Whether the order comes so far. */
  reaches(step: Step): boolean
}

/** When the request came: two to four working days before the work; urgent ones on the day itself. */
export function askedAt({ time }: Pick<Stage, 'time'>, row: OrderRow, place: number): Date {
  if (row.turns.includes('bare')) return time.ago(42)
  const lead = row.turns.includes('urgent') ? 0 : row.title === 'Подключить световой короб' ? 1 : 2 + (place % 3)
  const first = row.day - Math.ceil(row.hours / 8) + 1
  const day =
    row.upto === 'asked'
      ? Math.min(-(place % 2), first - 1)
      : Math.min(first - lead, row.upto === 'agreed' ? -1 - (place % 3) : 0)
  return time.at(day, lead === 0 ? 8.1 : 9 + ((place * 1.37) % 7))
}

export function begin(stage: Stage, row: OrderRow, { place, crew }: { place: number; crew: Crew }): Way {
  const { staff, customers } = stage.company
  const workers = stage.company.workers.filter(({ name }) => crew.names.includes(name))
  const manager = row.turns.includes('dmitry') ? staff.dmitry : staff.olga
  const has = (turn: Turn) => row.turns.includes(turn)
  const reaches = (step: Step) => STEPS.indexOf(row.upto) >= STEPS.indexOf(step)
  return {
    ...stage,
    row,
    job: JOBS[row.job],
    crew: { workers, shifts: crew.shifts },
    place,
    manager,
    client: customers[row.customer],
    visitor: anybody(),
    order_id: '',
    has,
    reaches,
  }
}

/** When the work is to begin: the sign at noon, as the customer asked, all else when the crew is free. */
export const startOf = ({ has, crew }: Way): number => (has('pair') ? 12 : (crew.shifts[0]?.from ?? 9))

/** The work goes on at present: its clocks run, and not since yesterday. */
export const stays = (way: Way): boolean => way.row.upto === 'going'

export const linkOf = (url: string): { link_id: string; secret: string } => {
  const [link_id = '', secret = ''] = lastPart(url).split('.')
  return { link_id, secret }
}
