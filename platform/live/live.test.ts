import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { inTransaction } from '#platform/db/transaction.ts'
import { product } from '#test/product.ts'
import { listen } from '#test/stream.ts'
import { type Company, makeCompany } from '#test/world.ts'

/** Writes a fact of a company as the program does; `hold` keeps its transaction open until it resolves. */
async function tellFact(company_id: string, hold: Promise<void> = Promise.resolve()): Promise<string> {
  const [id = ''] = await tellFacts(company_id, 1, hold)
  return id
}

async function tellFacts(company_id: string, count: number, hold: Promise<void> = Promise.resolve()) {
  const { process } = await product()
  const ids = Array.from({ length: count }, () => uuidv7())
  const eyes = { kind: 'system', company_id, subject_id: null, only_order_id: null } as const
  await inTransaction(process.doorway, eyes, {
    read_only: false,
    run: async (db) => {
      const row = { company_id, name: 'company.registered', actor_kind: 'system', subject_kind: 'company' }
      const rest = { subject_id: company_id, at: new Date(), facts: '{}' }
      for (let at = 0; at < count; at += 1000)
        await db
          .insertInto('events')
          .values(ids.slice(at, at + 1000).map((id) => ({ ...row, ...rest, id })))
          .execute()
      await hold
    },
  })
  process.world.ring()
  return ids
}

/** Whether the node can tell what has happened in so many last milliseconds. */
async function knows({ id, owner }: Company, shown_for: number): Promise<boolean> {
  const page = await listen(owner, { shown_for })
  await page.next()
  const fact = await tellFact(id)
  const heard = await page.until(fact)
  page.end()
  return heard[0]?.event !== 'missed'
}

test('a fact reaches the screens of its company and no other', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const [we, they] = [await listen(ours.owner), await listen(theirs.owner)]
  await we.next()
  await they.next()

  const first = await tellFact(ours.id)
  const other = await tellFact(theirs.id)
  const last = await tellFact(ours.id)

  const [here, there] = [await we.until(first, last), await they.until(other)]
  assert.ok(!here.some(({ data }) => data.id === other))
  assert.ok(!there.some(({ data }) => data.id === first))
  we.end()
  they.end()
})

test('a browser that was away gets what it missed, also what was written earlier and committed later', async () => {
  const { id: company_id, owner } = await makeCompany()
  const before = await listen(owner)
  let commit = () => {}
  const late = tellFact(company_id, new Promise((resolve) => (commit = resolve)))
  await before.next()
  const first = await tellFact(company_id)
  const seen = (await before.until(first)).at(-1)!
  before.end()

  commit()
  const missed = [await late, await tellFact(company_id)]

  const after = await listen(owner, { last_event_id: seen.id })
  await after.next()
  const heard = await after.until(...missed)
  assert.ok(heard.length < 5, 'what was seen long ago does not come again')
  after.end()
})

test('what happened while a page was loading is told when its stream opens', async () => {
  const company = await makeCompany()
  const { id: company_id, owner } = company
  const { id: elsewhere } = await makeCompany()
  // A node that has just begun knows nothing of the seconds before it.
  while (!(await knows(company, 3000)));
  const before = await listen(owner)
  const meanwhile = await tellFact(company_id)
  const others = await tellFact(elsewhere)
  await before.until(meanwhile)
  before.end()

  const page = await listen(owner, { shown_for: 3000 })
  const heard = await page.until(meanwhile, await tellFact(company_id))
  assert.equal(heard[0]?.event, 'hello')
  assert.ok(!heard.some(({ data }) => data.id === others))
  page.end()
})

test('a page older than what is known of the past is told to ask for everything', async () => {
  const { owner } = await makeCompany()
  const page = await listen(owner, { shown_for: 3_600_000 })
  assert.deepEqual([(await page.next()).event, (await page.next()).event], ['hello', 'missed'])
  page.end()
})

test('of many facts at once each is heard, and who was away for more than a page of them asks for everything', async () => {
  const { id: company_id, owner } = await makeCompany()
  const [here, away] = [await listen(owner), await listen(owner)]
  await here.next()
  const { id: last_event_id } = await away.next()
  away.end()
  const many = await tellFacts(company_id, 5200)
  const heard = new Set((await here.until(many.at(-1)!)).map(({ data }) => data.id))
  assert.ok(many.every((id) => heard.has(id)))
  here.end()

  const back = await listen(owner, { last_event_id })
  assert.deepEqual([(await back.next()).event, (await back.next()).event], ['hello', 'missed'])
  back.end()
})

test('without a session there is no stream', async () => {
  const { url } = await product()
  const response = await fetch(`${url}/api/live`)
  assert.equal(response.status, 401)
})
