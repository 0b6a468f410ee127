import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify from 'fastify'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { endpoint } from '#contract/endpoint.ts'
import { atEnd } from '#test/at-end.ts'
import { product } from '#test/product.ts'
import { NOBODY, type Viewer } from '../ctx.ts'
import { serve } from './serve.ts'

const take = endpoint({
  method: 'POST',
  path: '/two/:first/:second',
  summary: 'Holds one thing, then another',
  door: 'open',
  params: Type.Object({ first: Type.Integer(), second: Type.Integer() }),
  reply: Type.Object({ runs: Type.Integer() }),
})

test('where two acts wait for each other the database ends one, which is done anew: both are answered', async () => {
  const { process } = await product()
  const somebody: Viewer = { ...NOBODY, kind: 'system', company_id: '', subject_id: null }
  const app = Fastify()
  app.decorate('frame', {
    ...process.doorway,
    world: process.world,
    viewerOf: async () => null,
    notProved: async () => null,
  })
  atEnd(() => app.close())
  let runs = 0
  let meet = () => {}
  const met = new Promise<void>((resolve) => (meet = resolve))
  const hold = (thing: number) => sql`select pg_advisory_xact_lock(7, ${thing}::int)`
  serve(
    app,
    take,
    async ({ db }, { first, second }) => {
      await hold(first).execute(db)
      if (++runs === 2) meet()
      // Each has its first thing before one asks for its second.
      await met
      await hold(second).execute(db)
      return { runs }
    },
    async () => somebody,
  )
  await app.ready()

  const answers = await Promise.all(
    [
      [1, 2],
      [2, 1],
    ].map(([first, second]) => app.inject({ method: 'POST', url: `/api/two/${first}/${second}` })),
  )

  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200],
  )
  assert.equal(runs, 3)
})
