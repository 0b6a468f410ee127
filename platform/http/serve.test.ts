import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify from 'fastify'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { endpoint } from '#contract/endpoint.ts'
import { atEnd } from '#test/at-end.ts'
import { product } from '#test/product.ts'
import { NOBODY, type Viewer } from '../ctx.ts'
import { answerProblem } from './problem.ts'
import { serve, type UseCase } from './serve.ts'

const take = endpoint({
  method: 'POST',
  path: '/two/:first/:second',
  summary: 'Holds one thing, then another',
  door: 'open',
  params: Type.Object({ first: Type.Integer(), second: Type.Integer() }),
  reply: Type.Object({ runs: Type.Integer() }),
})

/** A server with one endpoint that does this. */
async function serving(act: UseCase<typeof take>) {
  const { process } = await product()
  const somebody: Viewer = { ...NOBODY, kind: 'system', company_id: '', subject_id: null }
  const nobody = async () => null
  const app = Fastify()
  app.decorate('frame', { ...process.doorway, world: process.world, viewerOf: nobody, notProved: nobody })
  app.setErrorHandler(answerProblem)
  serve(app, take, act, async () => somebody)
  atEnd(() => app.close())
  await app.ready()
  return (first: number, second: number) => app.inject({ method: 'POST', url: `/api/two/${first}/${second}` })
}

test('while the database is away it is told to come again in a moment, and no fault of ours', async () => {
  const ask = await serving(async ({ db }) => {
    await sql`reset role`.execute(db)
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db)
    return { runs: 1 }
  })

  const answer = await ask(1, 2)

  assert.deepEqual([answer.statusCode, answer.headers['retry-after']], [503, '1'])
  assert.equal(answer.json<{ code: string }>().code, 'server.away')
})

test('so it is when its server is killed in the middle of a word: the system has codes of its own for that', async () => {
  for (const code of ['EPIPE', 'ECONNRESET']) {
    const ask = await serving(async () => {
      throw Object.assign(new Error(`write ${code}`), { code, syscall: 'write' })
    })
    assert.equal((await ask(1, 2)).statusCode, 503)
  }
})

test('where two acts wait for each other the database ends one, which is done anew: both are answered', async () => {
  let runs = 0
  let meet = () => {}
  const met = new Promise<void>((resolve) => (meet = resolve))
  const hold = (thing: number) => sql`select pg_advisory_xact_lock(7, ${thing}::int)`
  const ask = await serving(async ({ db }, { first, second }) => {
    await hold(first).execute(db)
    if (++runs === 2) meet()
    // Each has its first thing before one asks for its second.
    await met
    await hold(second).execute(db)
    return { runs }
  })

  const answers = await Promise.all([ask(1, 2), ask(2, 1)])

  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200],
  )
  assert.equal(runs, 3)
})
