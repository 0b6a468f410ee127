import { inTransaction } from '#platform/db/transaction.ts'
import { buildApp } from '#server/app.ts'
import type { Process } from '#server/world.ts'
import { goAway } from './absences-story.ts'
import { callerOn } from './caller.ts'
import { PERFORMERS } from './cast.ts'
import { type Company, moveIn } from './company.ts'
import { signContracts } from './contracts-story.ts'
import { JOBS } from './jobs.ts'
import { orderStory } from './order-story.ts'
import { ORDERS } from './orders.ts'
import { keepPapers } from './papers-story.ts'
import { takePictures } from './pictures.ts'
import { partIntoPools } from './pools-story.ts'
import { Roster } from './roster.ts'
import { type Story, Timeline } from './timeline.ts'
import { talk } from './dialogues-story.ts'
import { growTree } from './tree-story.ts'
import { askedAt, type Stage } from './way.ts'

/** The order that stands in the pictures of the product has this number. */
const FAMOUS = { title: 'Подключить световой короб', number: 1042 }

/**
 * Fills an empty product with a company in the middle of its month. It is lived through the product's own endpoints
 * by a clock in the past, so that history, numbers, hours and costs are as true as those of a real company.
 */
export async function fillDemo(process: Process, present: Date): Promise<Stage> {
  const time = new Timeline(present)
  const app = await buildApp({ ...process, world: { ...process.world, now: () => time.moment } })
  try {
    const call = callerOn(app, process.config.public_url)
    const company: Partial<Company> = {}
    const stage: Stage = { call, time, company: company as Company, pictures: takePictures(), links: [] }
    await time.live([moveIn(call, time, company), growTree({ call, time, company }), keepPapers({ call, time, company }), signContracts({ call, time, company }), goAway({ call, time, company }), numbersFrom(process, stage), talk(process, stage), ...orderStories(stage)])
    await partIntoPools(stage)
    return stage
  } finally {
    await app.close()
  }
}

function orderStories(stage: Stage): Story[] {
  const roster = new Roster(PERFORMERS.map(([name, , trade]) => ({ name, trade })))
  // Whoever stands in the pictures is asked first, then day by day.
  const turns = ORDERS.toSorted(
    (a, b) => Number(b.turns.includes('pair')) - Number(a.turns.includes('pair')) || a.day - b.day,
  )
  const crews = new Map(turns.map((row) => [row, roster.book(JOBS[row.job].trade, row.people, row)]))
  return ORDERS.map((row, place) =>
    orderStory(stage, row, { place, crew: crews.get(row) ?? { names: [], shifts: [] } }),
  )
}

/** The company goes on from the numbers it had before it moved in. */
async function* numbersFrom({ doorway }: Process, { time, company }: Stage): Story {
  yield time.at(-30, 9)
  const asked = ORDERS.map((row, place) => ({ title: row.title, at: askedAt({ time }, row, place) })).toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
  const last = FAMOUS.number - 1 - asked.findIndex(({ title }) => title === FAMOUS.title)
  const eyes = { kind: 'system' as const, company_id: company.id, subject_id: null, only_order_id: null }
  const row = { company_id: company.id, kind: 'order', last: String(last) }
  await inTransaction(doorway, eyes, { read_only: false, run: (db) => db.insertInto('counters').values(row).execute() })
}
