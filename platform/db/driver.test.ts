import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atEnd } from '#test/at-end.ts'
import { ownDatabase } from '#test/database.ts'
import { type Connection, openPool } from './pool.ts'

/** However the end of the server came to be known. */
const GONE = /^(57P01|CONNECTION_CLOSED|ECONNRESET|EPIPE)$/

const database = await ownDatabase()
const pool = openPool(database.url, { max: 1, prepare: true, name: 'test' })
const other = openPool(database.url, { max: 1, prepare: false, name: 'test other' })
atEnd(async () => {
  await pool.end()
  await other.end()
  await database.drop()
})

const outcome = (query: PromiseLike<unknown>): Promise<string> =>
  Promise.resolve(query).then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

async function pidOf(connection: Connection): Promise<number> {
  const [row] = await connection<{ pid: number }[]>`select pg_backend_pid() as pid`
  return row?.pid ?? 0
}

/** A reserved connection whose server has gone, as after a kill. */
async function bereaved(): Promise<Connection> {
  const connection = await pool.reserve()
  const pid = await pidOf(connection)
  const sleeping = outcome(connection`select pg_sleep(60)`)
  await other`select pg_terminate_backend(${pid}, 5000)`
  assert.match(await sleeping, GONE)
  return connection
}

test('a query on a connection that was lost fails, and neither hangs nor ends the process', async () => {
  const connection = await bereaved()
  const outcomes = await Promise.all([outcome(connection`select 1`), outcome(connection.unsafe('rollback').simple())])
  for (const code of outcomes) assert.match(code, GONE)
  connection.release()
  assert.equal(await outcome(pool`select 1`), 'done')
})

test('who lost a connection cannot touch it when it serves somebody else', async () => {
  const lost = await bereaved()
  await outcome(lost`select 1`)
  const next = await pool.reserve()
  await next.unsafe('begin').simple()
  await next`create temp table mine on commit drop as select 1`

  assert.equal(await outcome(lost.unsafe('rollback').simple()), 'CONNECTION_CLOSED')
  lost.release()

  const third = pool.reserve()
  assert.equal(await Promise.race([third.then(() => 'lent twice'), outcome(next`select from mine`)]), 'done')
  assert.equal((await next.unsafe('commit').simple()).command, 'COMMIT')
  next.release()
  ;(await third).release()
})

test('queries that wait for their turn on a lost connection are told', async () => {
  const connection = await pool.reserve()
  const pid = await pidOf(connection)
  const waiting = [1, 2, 3, 4].map((n) => outcome(connection`select pg_sleep(60), ${n}::int + ${n}::int`))
  await other`select pg_terminate_backend(${pid}, 5000)`
  for (const code of await Promise.all(waiting)) assert.match(code, GONE)
  connection.release()
  assert.equal(await outcome(pool`select 1`), 'done')
})
