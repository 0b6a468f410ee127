import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import { anybody, as } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany, makeUser } from '#test/world.ts'

test('PPL-1 S14: who registers a company is its owner and works in it at once', async () => {
  const { owner } = await makeCompany()

  const { status, body } = await as(owner, people.getMe, {})

  assert.equal(status, 200)
  assert.equal(body.member?.role, 'owner')
  assert.equal(body.company?.currency, 'BYN')
})

test('a company registered twice by an impatient click is one', async () => {
  const user = await makeUser()
  const input = { name: 'ГородСервис', country: 'BY', currency: 'BYN', time_zone: 'Europe/Minsk' } as const

  const replies = await race(5, () => as(user, people.registerCompany, input, { key: 'one-click' }))

  assert.deepEqual(
    replies.map(({ status }) => status),
    [200, 200, 200, 200, 200],
  )
  assert.equal(new Set(replies.map(({ body }) => body.company?.id)).size, 1)
  const other = await as(user, people.registerCompany, { ...input, name: 'Другая' }, { key: 'one-click' })
  assert.deepEqual([other.status, other.body.code], [422, 'idempotency.reused'])
})

test('a field that is wrong is named, with its path, and an unknown one is refused', async () => {
  const user = await makeUser()

  const zone = await as(user, people.registerCompany, { name: 'А', country: 'BY', currency: 'BYN', time_zone: 'Минск' })
  assert.deepEqual([zone.status, zone.body.errors?.[0]?.path], [422, 'time_zone'])

  const extra = { name: '', country: 'XX', currency: 'BYN', time_zone: 'Europe/Minsk', colour: 'red' }
  const { status, body } = await as(user, people.registerCompany, extra as never)
  assert.equal(status, 422)
  assert.deepEqual(body.errors?.map(({ path }) => path).sort(), ['colour', 'country', 'name'])
})

test('nobody is signed in without a session', async () => {
  const { status, body } = await as(anybody(), people.getMe, {})
  assert.deepEqual([status, body.code], [401, 'session.missing'])
})
