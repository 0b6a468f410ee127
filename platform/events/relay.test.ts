// Alone: it names reactions of its own, and those of a product in the same process would hear its facts too.
import assert from 'node:assert/strict'
import { once, EventEmitter } from 'node:events'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '#platform/ctx.ts'
import { relay } from '#platform/events/relay.ts'
import { when } from '#platform/events/reactions.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { readSince } from '#platform/live/tail.ts'
import { product } from '#test/product.ts'
import { makeCompany } from '#test/world.ts'

test('a fact is reacted to once, in its company, by whoever named it; other facts are passed over', async () => {
  const { process } = await product()
  const heard: { company_id: string; name: string; viewer: string }[] = []
  const bell = new EventEmitter()
  const reaction = when('test.greet', 'company.registered', async (ctx, { facts }) => {
    heard.push({ company_id: ctx.viewer.company_id, name: facts.name, viewer: ctx.viewer.kind })
    bell.emit('heard')
  })
  const parts = {
    doorway: process.doorway,
    direct_url: process.database.direct_url,
    world: process.world,
    log: () => {},
  }
  const first = await makeCompany()
  const worker = await startWorker(parts, { jobs: [], reactions: [reaction], clock: [] })
  // As on a node: a fact that another database's open transaction holds back is read when the bell rings next.
  const deaf = listening(process.ears.onFacts, worker.wake)
  const ring = once(bell, 'heard')
  worker.wake()
  await ring
  const next = once(bell, 'heard')
  const second = await makeCompany()
  worker.wake()
  await next
  worker.wake()
  deaf()
  await worker.stop()

  assert.deepEqual(
    heard.map(({ company_id }) => company_id),
    [first.id, second.id],
  )
  assert.ok(heard.every(({ viewer, name }) => viewer === 'system' && name.startsWith('ГородСервис')))
})

test('the relay does not pass over a fact that was written earlier and committed later', async () => {
  const { process } = await product()
  const { id } = await makeCompany()
  const names: string[] = []
  const bell = new EventEmitter()
  const reaction = when('test.names', 'company.registered', async (_, { facts }) => {
    names.push(facts.name)
    if (names.includes('late') && names.includes('early')) bell.emit('both')
  })
  const parts = {
    doorway: process.doorway,
    direct_url: process.database.direct_url,
    world: process.world,
    log: () => {},
  }
  const worker = await startWorker(parts, { jobs: [], reactions: [reaction], clock: [] })
  const deaf = listening(process.ears.onFacts, worker.wake)
  const both = once(bell, 'both')
  let commit = () => {}
  const late = write(id, 'late', { hold: new Promise((resolve) => (commit = resolve)) })
  await write(id, 'early')
  worker.wake()
  commit()
  await late
  worker.wake()
  await both
  deaf()
  await worker.stop()

  assert.equal(names.filter((name) => name === 'late').length, 1)
  assert.equal(names.filter((name) => name === 'early').length, 1)
})

test('facts are read in the order of their transactions, also where their numbers grow by a digit', async () => {
  const { process } = await product()
  const { id } = await makeCompany()
  const numbers = ['8', '9', '10', '11']
  for (const xid of numbers) await write(id, xid, { xid })
  const { hints } = await readSince(process.doorway, { mark: '8', company_id: id })
  const facts = await factsOf(id)
  assert.deepEqual(
    hints.slice(0, 4).map((hint) => facts.get(hint.id)),
    numbers,
  )

  await inTransaction(process.doorway, RELAY, {
    read_only: false,
    run: (db) => sql`update event_cursors set xid = '7' where reader = 'reactions'`.execute(db),
  })
  const read: string[] = []
  for (const _ of numbers) {
    await relay(process.doorway, [], 1)
    read.push(await cursor())
  }
  assert.deepEqual(read, numbers)
})

const RELAY = { kind: 'relay', company_id: '', subject_id: null, only_order_id: null } as const

/** How far facts were reacted to. */
async function cursor(): Promise<string> {
  const { process } = await product()
  const run = async (db: Db) =>
    (await sql<{ xid: string }>`select xid::text from event_cursors where reader = 'reactions'`.execute(db)).rows
  const [row] = await inTransaction(process.doorway, RELAY, { read_only: true, run })
  return row?.xid ?? ''
}

/** Names in the facts of a company's events, by the events' ids. */
async function factsOf(company_id: string): Promise<Map<string, string>> {
  const { process } = await product()
  const eyes = { kind: 'system', company_id, subject_id: null, only_order_id: null } as const
  const run = async (db: Db) =>
    (await sql<{ id: string; name: string }>`select id, facts ->> 'name' as name from events`.execute(db)).rows
  const rows = await inTransaction(process.doorway, eyes, { read_only: true, run })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Wakes a worker by the bell until told otherwise: one that has stopped would still take the facts of the next. */
function listening(bell: (() => void)[], wake: () => void): () => void {
  bell.push(wake)
  return () => void bell.splice(bell.indexOf(wake), 1)
}

type Manner = { hold?: Promise<void>; xid?: string }

/** Tells a fact in a transaction that stays open as long as it is held; under another transaction's number, if that is given. */
async function write(company_id: string, name: string, { hold, xid }: Manner = {}): Promise<void> {
  const { process } = await product()
  const eyes = { kind: 'system', company_id, subject_id: null, only_order_id: null } as const
  await inTransaction(process.doorway, eyes, {
    read_only: false,
    run: async (db) => {
      await sql`insert into events (company_id, id, name, actor_kind, subject_kind, subject_id, at, facts, xid)
        values (${company_id}, gen_random_uuid(), 'company.registered', 'system', 'company', ${company_id}, now(),
          jsonb_build_object('name', ${name}::text), coalesce(${xid ?? null}::xid8, pg_current_xact_id()))`.execute(db)
      await hold
    },
  })
}
