import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/doubles.ts'
import * as history from '#contract/history.ts'
import * as absences from '#contract/time/absences.ts'
import { as, done, type Person } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'

async function mergeOf(by: Person, kept: { id: string }, gone: { id: string }) {
  const two = { member_id: kept.id, gone_id: gone.id }
  const { kept: one, gone: other } = await done(by, contract.previewMerge, two)
  await done(by, contract.merge, { ...two, from_gone: [], kept_version: one.version, gone_version: other.version })
}

test('DBL-8 S18: a pair of which it is said that they are two people is offered no more, until it is taken back', async () => {
  const company = await makeCompany()
  const { owner } = company
  const one = await makePerformer(company, { name: 'Павел Жук' })
  const other = await makePerformer(company, { name: 'Жук Павел' })
  const offered = async () => (await done(owner, contract.listDoubles, { kind: 'performer' })).rows.length
  assert.equal(await offered(), 1)

  const pair = { member_id: other.id, other_id: one.id }
  await done(owner, contract.tellApart, { ...pair, apart: true })
  await done(owner, contract.tellApart, { ...pair, apart: true })
  assert.equal(await offered(), 0)
  assert.equal((await done(owner, contract.listDoubles, { member_id: one.id })).rows.length, 0)
  await done(owner, contract.tellApart, { member_id: one.id, other_id: other.id, apart: false })
  assert.equal(await offered(), 1)

  for (const { id: member_id } of [one, other]) {
    const { rows } = await done(owner, history.getMemberTimeline, { member_id })
    const told = rows.filter(({ name }) => name === 'member.told_apart' || name === 'member.maybe_double')
    assert.equal(told.length, 2)
  }
})

test('DBL-8 DBL-6: only who leads both says so, of two cards, and a merge of them is still possible', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [one, other] = [await makePerformer(company), await makePerformer(company)]
  const vera = await makeStaff(company, 'member')
  const pair = { member_id: one.id, other_id: other.id, apart: true }
  assert.equal((await as(vera, contract.tellApart, pair)).status, 403)
  assert.equal((await as(owner, contract.tellApart, { ...pair, other_id: one.id })).body.code, 'double.same')

  await done(owner, contract.tellApart, pair)
  await mergeOf(owner, one, other)
})

test('DBL-9 ABS-4: after a merge nobody is away twice at one time; days of the other card that are left go on', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [kept, gone] = [await makePerformer(company), await makePerformer(company)]
  const enter = (by: Person, member_id: string, from_day: string, to_day: string) =>
    done(by, absences.addAbsence, { member_id, kind: 'vacation', from_day, to_day })
  await enter(owner, kept.id, '2026-03-10', '2026-03-14')
  // Asked only, and longer: what is confirmed of the other counts first.
  await enter(kept, kept.id, '2026-05-01', '2026-05-10')
  await enter(owner, gone.id, '2026-05-04', '2026-05-05')
  await enter(owner, gone.id, '2026-03-08', '2026-03-20')
  await enter(owner, gone.id, '2026-04-01', '2026-04-02')
  await mergeOf(owner, kept, gone)

  const { rows } = await done(owner, absences.listAbsences, { member_id: kept.id })
  const days = rows.map(({ from_day, to_day, state }) => [from_day, to_day, state] as const)
  const inOrder = days.toSorted(([one], [other]) => one.localeCompare(other))
  assert.deepEqual(inOrder, [
    ['2026-03-08', '2026-03-09', 'confirmed'],
    ['2026-03-10', '2026-03-14', 'confirmed'],
    ['2026-03-15', '2026-03-20', 'confirmed'],
    ['2026-04-01', '2026-04-02', 'confirmed'],
    ['2026-05-01', '2026-05-03', 'asked'],
    ['2026-05-04', '2026-05-05', 'confirmed'],
    ['2026-05-06', '2026-05-10', 'asked'],
  ])
  const told = (await done(owner, history.getMemberTimeline, { member_id: kept.id })).rows
  assert.equal(told.filter(({ name }) => name === 'member.absence_changed').length, 2)
})

test('DBL-9: what another covers whole is taken back', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [kept, gone] = [await makePerformer(company), await makePerformer(company)]
  const whole = { kind: 'vacation', from_day: '2026-03-10', to_day: '2026-03-14' } as const
  await done(owner, absences.addAbsence, { member_id: kept.id, ...whole })
  const part = {
    kind: 'day_off',
    from_day: '2026-03-11',
    to_day: '2026-03-11',
    from_time: '10:00',
    to_time: '12:00',
  } as const
  const inner = await done(owner, absences.addAbsence, { member_id: gone.id, ...part })
  await mergeOf(owner, kept, gone)

  const taken = await done(owner, absences.getAbsence, { absence_id: inner.id })
  assert.deepEqual([taken.state, taken.member.id], ['withdrawn', kept.id])
})
