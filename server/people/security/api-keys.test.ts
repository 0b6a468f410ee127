import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as performers from '#contract/performers.ts'
import * as security from '#contract/access/security.ts'
import { systemIn } from '#platform/jobs/worker.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { anybody, as, done } from '#test/as.ts'
import { product } from '#test/product.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'

const bearer = (text: string) => ({ headers: { authorization: `Bearer ${text}` } })
const nobody = anybody()

test('IDN-10: a key opens its member’s company, ends after 90 days, and is over once revoked', async () => {
  const { owner, id } = await makeCompany()
  const { key, text } = await done(owner, security.makeApiKey, { name: ' Выгрузка ', scopes: ['people.read'] })
  const days = (Date.parse(key.expires_at) - Date.parse(key.created_at)) / 86_400_000
  assert.deepEqual([key.name, Math.round(days)], ['Выгрузка', 90])
  assert.equal(JSON.stringify(await done(owner, security.listApiKeys, {})).includes(text), false)

  const me = await as(nobody, people.getMe, {}, bearer(text))
  assert.deepEqual([me.status, me.body.company?.id], [200, id])
  assert.equal((await as(nobody, people.listMembers, {}, bearer(text))).status, 200)
  assert.equal((await as(nobody, people.listMembers, {}, bearer(`${text.slice(0, -1)}~`))).status, 401)

  const twice = await race(2, () => as(owner, security.revokeApiKey, { api_key_id: key.id }))
  assert.deepEqual(new Set(twice.map(({ status }) => status)), new Set([200, 404]))
  assert.equal((await as(nobody, people.listMembers, {}, bearer(text))).status, 401)
})

test('IDN-10: a key that ran out opens nothing, and another person’s is not there', async () => {
  const company = await makeCompany()
  const { key, text } = await done(company.owner, security.makeApiKey, {
    name: 'Старый',
    scopes: ['people.read'],
    days: 1,
  })
  const staff = await makeStaff(company, 'admin')
  assert.equal((await as(staff, security.revokeApiKey, { api_key_id: key.id })).status, 404)
  assert.deepEqual((await done(staff, security.listApiKeys, {})).rows, [])
  const { process } = await product()
  await process.doorway.pool.unsafe(
    `update auth.api_keys set expires_at = now() - interval '1 second' where id = '${key.id}'`,
  )
  assert.equal((await as(nobody, people.listMembers, {}, bearer(text))).status, 401)
})

test('IDN-11: scopes and the member’s rights both hold; the key’s name stands in the history', async () => {
  const company = await makeCompany()
  const clerk = await makeStaff(company, 'member')
  const mine = await done(company.owner, security.makeApiKey, { name: 'Сайт', scopes: ['people.write'] })
  const clerks = await done(clerk, security.makeApiKey, { name: 'Его', scopes: ['people.write'] })
  const added = { name: 'Игорь', phone: '+375291234567', specialities: ['Электрики'] }

  const beyond = await as(nobody, orders.listOrders, {}, bearer(mine.text))
  assert.deepEqual([beyond.status, beyond.body.code], [403, 'api_key.scope'])
  const keys = await as(nobody, security.listApiKeys, {}, bearer(mine.text))
  assert.deepEqual([keys.status, keys.body.code], [403, 'api_key.scope'])
  const above = await as(nobody, people.addPerformer, added, bearer(clerks.text))
  assert.deepEqual([above.status, above.body.code], [403, 'performer.not_yours'])
  const done_by_key = await as(nobody, people.addPerformer, added, bearer(mine.text))
  assert.equal(done_by_key.status, 200)

  const { process } = await product()
  const told = await inTransaction(process.doorway, systemIn(company.id), {
    read_only: true,
    run: (db) => db.selectFrom('events').select('actor_key').where('name', '=', 'member.added').execute(),
  })
  assert.deepEqual(told, [{ actor_key: 'Сайт' }])
})

test('IDN-11: a key makes no personal link, for one performer or for many, whatever its scopes and its member’s rights', async () => {
  const company = await makeCompany()
  const performer = await makePerformer(company)
  const { text } = await done(company.owner, security.makeApiKey, { name: 'Сайт', scopes: ['people.write'] })
  const one = await as(nobody, people.makePersonalLink, { member_id: performer.id }, bearer(text))
  const many = await as(nobody, performers.makePersonalLinks, { member_ids: [performer.id] }, bearer(text))
  assert.deepEqual([one.status, one.body.code], [403, 'api_key.scope'])
  assert.deepEqual([many.status, many.body.code], [403, 'api_key.scope'])
  assert.ok((await done(company.owner, people.makePersonalLink, { member_id: performer.id })).url)
})

test('IDN-11: a key for reading changes nothing, and too many requests of one must wait', async () => {
  const { owner } = await makeCompany()
  const { text } = await done(owner, security.makeApiKey, { name: 'Чтение', scopes: ['people.read'] })
  const added = { name: 'Игорь', phone: '+375291234568', specialities: [] }
  assert.equal((await as(nobody, people.addPerformer, added, bearer(text))).status, 403)
  const statuses = []
  for (let n = 0; n < 12; n++) {
    const many = await Promise.all(Array.from({ length: 50 }, () => as(nobody, people.getMe, {}, bearer(text))))
    statuses.push(...many.map(({ status }) => status))
  }
  assert.equal(statuses.filter((status) => status === 200).length, 599)
  assert.equal(statuses.filter((status) => status === 429).length, 1)
})
