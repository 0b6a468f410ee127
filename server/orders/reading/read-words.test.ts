import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/orders.ts'
import { anybody, as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { addPerformer } from '#test/world/people.ts'

test('RDG-1 RDG-4 S32: a company reads with its own trades and its own country', async () => {
  const company = await makeCompany({ country: 'RU' })
  await addPerformer(company, { specialities: ['Электромонтаж'] })

  const { demands, phone, title } = await done(company.owner, contract.readRequest, {
    text: 'Нужны 2 электромонтажника, собрать щит. 8 916 123-45-67',
  })

  assert.deepEqual([demands[0]?.people, demands[0]?.speciality], [2, 'Электромонтаж'])
  assert.deepEqual([phone?.value, title], ['+79161234567', 'Собрать щит'])
})

test('RDG-6: nobody reads without a session', async () => {
  const { status, body } = await as(anybody(), contract.readRequest, { text: 'Нет света' })
  assert.deepEqual([status, body.code], [401, 'session.missing'])
})
