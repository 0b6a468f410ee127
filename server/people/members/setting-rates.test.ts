import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import { addPerformers, checkPerformers } from '#contract/performers.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { addPerformer, freshPhone, giveOwnRole, makeStaff } from '#test/world/people.ts'

test('RGT-3 PPL-6 PRF-2: who reads no money sets no rate, neither of one nor in a list; everything else of them he does', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member', 'Вера Олешко')
  await giveOwnRole(company, vera.id, ['performers.manage', 'orders.all'], 'Кадры')
  const { id: member_id } = await addPerformer(company, { cost_per_hour: '2500' })
  const codeOf = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code]
  const refused = [403, 'member.rate_not_yours']

  const rate = { from_day: '2026-03-01', cost_per_hour: '1' }
  assert.deepEqual(codeOf(await as(vera, people.setRate, { member_id, ...rate })), refused)
  const called = { name: 'Павел Жук', phone: freshPhone(), specialities: [] }
  assert.deepEqual(codeOf(await as(vera, people.addPerformer, { ...called, cost_per_hour: '100' })), refused)
  const added = await done(vera, people.addPerformer, called)
  assert.deepEqual([added.rate, added.can.rate?.code], [null, 'member.rate_not_yours'])

  const cells = { name: 'Анна Гринько', phone: freshPhone(), specialities: '', rate: '25,50' }
  const { lines } = await done(vera, checkPerformers, { lines: [cells] })
  assert.deepEqual(
    lines.map(({ rate: sum, faults }) => [sum, faults.map(({ field, code }) => [field, code])]),
    [[null, [['rate', 'member.rate_not_yours']]]],
  )
  assert.equal((await as(vera, addPerformers, { lines: [cells] })).status, 422)
  assert.equal((await done(vera, addPerformers, { lines: [{ ...cells, rate: '' }] })).performers.length, 1)
})
