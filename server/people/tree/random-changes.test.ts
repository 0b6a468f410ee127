// Alone: a minute long, so it begins first.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import * as contract from '#contract/tree.ts'
import { buildApp } from '#server/app.ts'
import { callAt } from '#test/http.ts'
import { product } from '#test/product.ts'
import { makeUser } from '#test/world.ts'
import { checkTree, ModelTree, randomFrom, type Move } from '#test/world/model-tree.ts'
import { plantStaff, placementsOf } from '#test/world/planted-staff.ts'

const COMPANIES = 4
const STAFF = 40
const ONE_BY_ONE = 250
const ROUNDS = 25
const AT_ONCE = 12
const [HOUR, DAY] = [3_600_000, 86_400_000]

type Chart = Map<string, string | null>

/** A company that lives through its days by a clock of the test. */
async function makeDated() {
  const { process } = await product()
  // It goes on by whole hours and some milliseconds: begun well inside an hour, no change slips past a midnight.
  const clock = { moment: new Date(Math.floor((Date.now() - 400 * DAY) / HOUR) * HOUR + HOUR / 2) }
  const app = await buildApp({ ...process, world: { ...process.world, now: () => clock.moment } })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const owner = await makeUser('Владелец')
  const about = { name: 'Деревья', country: 'BY', currency: 'BYN', time_zone: 'Europe/Minsk' } as const
  const me = await callAt(url, owner, { at: people.registerCompany, input: about, manner: {} })
  const company_id = me.body.company!.id
  const ids = await plantStaff(company_id, me.body.member!.id, STAFF, clock.moment)
  const chart = async (on?: string): Promise<Chart> => {
    const { body } = await callAt(url, owner, { at: contract.getStructure, input: on ? { on } : {}, manner: {} })
    return new Map(body.rows.map(({ id, head_id }) => [id, head_id]))
  }
  const move = (input: Move) => callAt(url, owner, { at: contract.moveMember, input, manner: {} })
  return { clock, chart, move, ids, company_id, close: () => app.close() }
}

type Company = Awaited<ReturnType<typeof makeDated>>

/** The day of Minsk, whose clocks are not changed. */
const dayOf = (at: Date): string => new Date(at.getTime() + 3 * 3_600_000).toISOString().slice(0, 10)

test('TREE-1 TREE-2 TREE-8 S17: thousands of random changes, alone and at once, keep one root, no circle and right dated answers', async (t) => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  t.diagnostic(`seed ${seed}: SEED=${seed} lives it through again; MINUTES=5 goes on to other seeds for as long`)
  const lives: Awaited<ReturnType<typeof live>>[] = []
  const until = Date.now() + Number(process.env['MINUTES'] ?? 0) * 60_000
  do {
    const next = seed + lives.length
    // One product after another: four that start at once on a busy machine are given up by their frame after ten seconds.
    const companies = []
    for (let n = 0; n < COMPANIES; n++) companies.push(await makeDated())
    // All go on to their end before one is told of: the database closes behind them.
    const ended = await Promise.allSettled(companies.map((company, n) => told(next + n, company)))
    for (const one of ended) {
      if (one.status === 'rejected') throw one.reason as Error
      lives.push(one.value)
    }
  } while (Date.now() < until)
  const sum = (of: (one: Awaited<ReturnType<typeof live>>) => number) => lives.reduce((all, one) => all + of(one), 0)
  t.diagnostic(
    `seed ${seed}: ${lives.length} companies of ${STAFF}; ${lives.length * ONE_BY_ONE} changes one by one as foretold, ` +
      `${lives.length * ROUNDS * AT_ONCE} at once, ${sum(({ refused }) => refused)} of all refused; ` +
      `${sum(({ moments }) => moments)} moments with one root and no circle, ${sum(({ days }) => days)} days as they were`,
  )
})

/** Whatever goes wrong in a life, its seed is told with it. */
const told = (seed: number, company: Company) =>
  live(seed, company).catch(async (fault: unknown) => {
    await company.close()
    throw new Error(`seed ${seed}`, { cause: fault })
  })

async function live(seed: number, company: Company) {
  const random = randomFrom(seed)
  const { clock, ids } = company
  const model = new ModelTree(await company.chart())
  /** The tree at the end of each day, as the model or the product itself had it then. */
  const days = new Map<string, Chart>()
  const anyMove = (): Move => ({
    member_id: ids[random(ids.length)]!,
    head_id: ids[random(ids.length)]!,
    with_reports: random(4) > 0,
  })
  const goOn = (chart: Chart) => {
    days.set(dayOf(clock.moment), new Map(chart))
    clock.moment = new Date(clock.moment.getTime() + random(24) * HOUR + 1)
  }

  let refused = 0
  for (let n = 0; n < ONE_BY_ONE; n++) {
    const wanted = anyMove()
    const { status, body } = await company.move(wanted)
    const expected = model.move(wanted)
    assert.equal(status === 200 ? null : body.code, expected, `seed ${seed}, change ${n}: ${JSON.stringify(wanted)}`)
    refused += Number(expected !== null)
    if (n % 3 === 0) goOn(model.heads)
  }
  assert.deepEqual(await company.chart(), model.heads, `seed ${seed}`)

  for (let n = 0; n < ROUNDS; n++) {
    const replies = await Promise.all(Array.from({ length: AT_ONCE }, () => company.move(anyMove())))
    for (const { status } of replies) assert.ok([200, 409, 422].includes(status), `seed ${seed}: ${status}`)
    refused += replies.filter(({ status }) => status !== 200).length
    const chart = await company.chart()
    checkTree(chart, ids.length, `seed ${seed}, round ${n}`)
    goOn(chart)
  }

  for (const [day, chart] of days) assert.deepEqual(await company.chart(day), chart, `seed ${seed}, day ${day}`)
  const moments = await replay(company.company_id, ids.length, `seed ${seed}`)
  await company.close()
  return { refused, moments, days: days.size }
}

/** Lives the kept placements through again: at each moment between two changes there was a tree. */
async function replay(company_id: string, size: number, about: string): Promise<number> {
  const heads: Chart = new Map()
  const changes = Map.groupBy(await placementsOf(company_id), ({ from_at }) => from_at)
  for (const [at, rows] of changes) {
    for (const { member_id, head_id } of rows) heads.set(member_id, head_id)
    if (heads.size === size) checkTree(heads, size, `${about}, moment ${at}`)
  }
  return changes.size
}
