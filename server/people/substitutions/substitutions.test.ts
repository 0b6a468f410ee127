import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as absences from '#contract/time/absences.ts'
import * as leaving from '#contract/leaving.ts'
import * as people from '#contract/people.ts'
import * as substitutions from '#contract/time/substitutions.ts'
import { as, done, type Person } from '#test/as.ts'
import { race } from '#test/race.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'
import { minskDay } from '#test/world/tasks.ts'
import { makeCompany } from '#test/world.ts'

const DAYS = { from_day: '2030-03-11', to_day: '2030-03-15' } as const
type Who = { id: string }

/** Asks that one acts for another; `by` has the right unless the test is about it. */
const say = (by: Person, absent: Who, deputy: Who, days: { from_day: string; to_day: string } = DAYS) =>
  as(by, substitutions.addSubstitution, { absent_id: absent.id, deputy_id: deputy.id, ...days })

async function crew() {
  const company = await makeCompany()
  const [ivanov, petrov, sidorov] = [
    await makeStaff(company, 'manager', 'Пётр Иванов'),
    await makeStaff(company, 'manager', 'Иван Петров'),
    await makeStaff(company, 'member', 'Олег Сидоров'),
  ]
  return { company, owner: company.owner, ivanov, petrov, sidorov }
}

/** In whose place a person acts now, as he himself is told. */
const actsFor = async (person: Person) => (await done(person, people.getMe, {})).acts_for.map(({ name }) => name)
const today = { from_day: minskDay(), to_day: minskDay(3) }

test('SUB-1 S22: who acts for whom is said by who answers for the absent, and by himself', async () => {
  const { company, owner, ivanov, petrov, sidorov } = await crew()
  const made = await say(owner, ivanov, petrov)
  assert.equal(made.status, 200)
  assert.deepEqual(
    [made.body.absent.name, made.body.deputy.name, made.body.made_by.id, made.body.state, made.body.absence],
    ['Пётр Иванов', 'Иван Петров', owner.id, 'ahead', null],
  )
  assert.equal((await say(petrov, petrov, sidorov)).status, 200)
  assert.equal((await say(sidorov, petrov, ivanov)).body.code, 'absence.not_yours')
  const [pavel, igor] = [await addPerformer(company), await makePerformer(company)]
  assert.equal((await say(ivanov, pavel, igor)).status, 200)
  assert.equal((await say(sidorov, igor, pavel)).body.code, 'absence.not_yours')
  assert.equal((await say(igor, igor, pavel)).body.code, 'door.staff')
  const stranger = await makeCompany()
  assert.deepEqual((await say(stranger.owner, ivanov, petrov)).body.code, 'member.missing')
  assert.deepEqual((await say(stranger.owner, stranger.owner, petrov)).body.code, 'member.missing')
})

test('SUB-1: a deputy is another of the same kind, works here and is there on these days', async () => {
  const { company, owner, ivanov, petrov } = await crew()
  const code = async (deputy: Who, days?: { from_day: string; to_day: string }) => {
    const { body } = await say(owner, ivanov, deputy, days)
    return [body.errors?.[0]?.path ?? null, body.errors?.[0]?.code ?? body.code]
  }
  assert.deepEqual(await code(ivanov), ['deputy_id', 'substitution.self'])
  assert.deepEqual(await code(await addPerformer(company)), ['deputy_id', 'substitution.other_kind'])
  assert.deepEqual(await code(petrov, { from_day: '2030-03-11', to_day: '2030-03-10' }), ['to_day', 'days.backwards'])
  const away = { member_id: petrov.id, kind: 'vacation', from_day: '2030-03-15', to_day: '2030-03-20' } as const
  await done(owner, absences.addAbsence, away)
  assert.equal((await code(petrov))[1], 'substitution.deputy_away')
  assert.equal((await say(owner, ivanov, petrov, { from_day: '2030-03-11', to_day: '2030-03-14' })).status, 200)
})

test('SUB-2: a second deputy on the same days is refused, by two clicks at once too; the next days are free', async () => {
  const { owner, ivanov, petrov, sidorov } = await crew()
  const replies = await race(4, (n) => say(owner, ivanov, n % 2 ? petrov : sidorov))
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409, 409],
  )
  const refused = replies.find(({ status }) => status === 409)?.body
  assert.equal(refused?.code, 'substitution.overlaps')
  assert.ok(['Иван Петров', 'Олег Сидоров'].includes(String(refused.facts?.['name'])))
  assert.equal((await say(owner, ivanov, petrov, { from_day: '2030-03-16', to_day: '2030-03-16' })).status, 200)
})

test('SUB-2: no circle, near or far, also of two that are said at once; days that do not meet close none', async () => {
  const { owner, ivanov, petrov, sidorov } = await crew()
  await say(owner, ivanov, petrov)
  assert.equal((await say(owner, petrov, ivanov)).body.code, 'substitution.circle')
  await say(owner, petrov, sidorov, { from_day: '2030-03-11', to_day: '2030-03-12' })
  const ring = (from_day: string, to_day: string) => say(owner, sidorov, ivanov, { from_day, to_day })
  assert.equal((await ring('2030-03-12', '2030-03-20')).body.code, 'substitution.circle')
  assert.equal((await ring('2030-03-13', '2030-03-20')).status, 200)

  const other = await crew()
  const both = await race(2, (n) =>
    n === 0 ? say(other.owner, other.ivanov, other.petrov) : say(other.owner, other.petrov, other.ivanov),
  )
  assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([200, 409]))
})

test('SUB-3 SUB-4: it holds on its days, through one who is away himself, and ends at once when it is ended', async () => {
  const { owner, ivanov, petrov, sidorov } = await crew()
  assert.deepEqual(await actsFor(petrov), [])
  const { body } = await say(owner, ivanov, petrov, today)
  assert.equal(body.state, 'holds')
  assert.deepEqual(await actsFor(petrov), ['Пётр Иванов'])
  await say(owner, petrov, sidorov, today)
  assert.deepEqual(await actsFor(sidorov), ['Иван Петров', 'Пётр Иванов'])

  const end = (person: Person) => as(person, substitutions.endSubstitution, { substitution_id: body.id })
  assert.equal((await end(sidorov)).body.code, 'absence.not_yours')
  const ended = await race(2, () => end(owner))
  assert.deepEqual(new Set(ended.map(({ status }) => status)), new Set([200, 409]))
  assert.deepEqual([await actsFor(petrov), await actsFor(sidorov)], [[], ['Иван Петров']])
  const { rows } = await done(owner, substitutions.listSubstitutions, {})
  assert.deepEqual(new Set(rows.map(({ state }) => state)), new Set(['ended', 'holds']))
})

test('SUB-4: yesterday’s is over, tomorrow’s has not begun', async () => {
  const { owner, ivanov, petrov, sidorov } = await crew()
  const past = await say(owner, ivanov, petrov, { from_day: minskDay(-9), to_day: minskDay(-1) })
  const next = await say(owner, sidorov, petrov, { from_day: minskDay(1), to_day: minskDay(9) })
  assert.deepEqual([past.body.state, next.body.state, await actsFor(petrov)], ['over', 'ahead', []])
  const late = await as(owner, substitutions.endSubstitution, { substitution_id: past.body.id })
  assert.deepEqual([late.status, late.body.code], [409, 'substitution.over'])
  const found = await done(owner, substitutions.listSubstitutions, { from: minskDay(), member_id: petrov.id })
  assert.deepEqual(
    found.rows.map(({ id }) => id),
    [next.body.id],
  )
})

test('SUB-4: one that came with an absence waits for its word, moves with its days and ends with it', async () => {
  const { owner, ivanov, petrov } = await crew()
  const asked = await done(ivanov, absences.addAbsence, { kind: 'vacation', ...today, deputy_id: petrov.id })
  assert.deepEqual([asked.state, asked.deputy?.name, await actsFor(petrov)], ['asked', 'Иван Петров', []])
  const states = async () =>
    (await done(owner, substitutions.listSubstitutions, {})).rows.map(({ state, to_day }) => [state, to_day])
  assert.deepEqual(await states(), [['waits', today.to_day]])
  await done(owner, absences.decideAbsence, { absence_id: asked.id, confirm: true })
  assert.deepEqual(await actsFor(petrov), ['Пётр Иванов'])
  await done(owner, absences.changeAbsence, { absence_id: asked.id, to_day: minskDay(8) })
  assert.deepEqual(await states(), [['holds', minskDay(8)]])
  const seen = await done(owner, people.getMember, { member_id: ivanov.id })
  assert.deepEqual(seen.away, { kind: 'vacation', to_day: minskDay(8), deputy: { id: petrov.id, name: 'Иван Петров' } })
  await done(owner, absences.withdrawAbsence, { absence_id: asked.id })
  assert.deepEqual([await states(), await actsFor(petrov)], [[['ended', minskDay(8)]], []])
  assert.equal((await done(owner, people.getMember, { member_id: ivanov.id })).away, null)
})

test('SUB-4: a refused absence takes its deputy along; days that he cannot take refuse the change', async () => {
  const { owner, ivanov, petrov, sidorov } = await crew()
  const ask = { kind: 'vacation', ...DAYS, deputy_id: petrov.id } as const
  const { id: absence_id } = await done(ivanov, absences.addAbsence, ask)
  const away = { member_id: petrov.id, kind: 'vacation', from_day: '2030-03-18', to_day: '2030-03-20' } as const
  await done(owner, absences.addAbsence, away)
  const longer = await as(ivanov, absences.changeAbsence, { absence_id, to_day: '2030-03-18' })
  assert.deepEqual([longer.status, longer.body.code], [409, 'substitution.deputy_away'])
  await done(owner, absences.decideAbsence, { absence_id, confirm: false, reason: 'Аврал' })
  assert.equal((await say(owner, ivanov, sidorov)).status, 200)
})

test('SUB-4: who leaves substitutes nobody any more', async () => {
  const { owner, ivanov, petrov } = await crew()
  await say(owner, ivanov, petrov, today)
  const { held } = await done(owner, leaving.previewLeaving, { member_id: petrov.id })
  const given = held.map(({ group, things }) => ({ group, ids: things.map(({ id }) => id), to_id: owner.id }))
  await done(owner, leaving.leave, { member_id: petrov.id, held: given })
  const { rows } = await done(owner, substitutions.listSubstitutions, {})
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['ended'],
  )
})
