import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as absences from '#contract/time/absences.ts'
import * as people from '#contract/people.ts'
import { absentAt, availability } from '#server/people/index.ts'
import { as, done, type Person } from '#test/as.ts'
import { race } from '#test/race.ts'
import { inside } from '#test/world/inside.ts'
import { linkIn, makePerformer, makeStaff } from '#test/world/people.ts'
import { type Company, makeCompany, makeUser } from '#test/world.ts'

const MARCH = { from_day: '2026-03-10', to_day: '2026-03-12' } as const

/** Hours of one person on each of the three days. */
async function hoursOf(company: Company, member_id: string): Promise<number[]> {
  const all = await inside(company, (ctx) => availability(ctx, [member_id], MARCH.from_day, MARCH.to_day))
  return all.of(member_id).map(({ minutes }) => minutes / 60)
}

/** Somebody who stands under this head in the tree. */
async function makeReport(company: Company, head_id: string) {
  const person = await makeUser('Максим Гончар')
  const { url } = await done(company.owner, people.invite, { role: 'member', head_id })
  const me = await done(person, people.acceptInvitation, { link: linkIn(url), head_confirmed: true })
  return Object.assign(person, { id: me.member!.id })
}

test('ABS-1 ABS-2: who leads performers enters an absence, and it takes the hours away', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const pavel = await makePerformer(company, { name: 'Павел Жук' })
  const away = await done(manager, absences.addAbsence, {
    member_id: pavel.id,
    kind: 'vacation',
    ...MARCH,
    note: ' Сочи ',
  })
  assert.deepEqual(
    [away.state, away.member.name, away.entered_by.id, away.note, away.decided_by],
    ['confirmed', 'Павел Жук', manager.id, 'Сочи', null],
  )
  assert.deepEqual(await hoursOf(company, pavel.id), [0, 0, 0])
  const shorter = await done(manager, absences.changeAbsence, { absence_id: away.id, to_day: '2026-03-11' })
  assert.deepEqual([shorter.to_day, shorter.version], ['2026-03-11', away.version + 1])
  assert.deepEqual(await hoursOf(company, pavel.id), [0, 0, 8])
  const back = await done(manager, absences.withdrawAbsence, { absence_id: away.id })
  assert.deepEqual([back.state, back.can.change?.code], ['withdrawn', 'absence.over'])
  assert.deepEqual(await hoursOf(company, pavel.id), [8, 8, 8])
})

test('ABS-1: a part of a day takes its hours; whoever stays for more than half has his break', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const part = async (from_time: string, to_time: string) => {
    const day = { from_day: MARCH.from_day, to_day: MARCH.from_day, from_time, to_time }
    const one = await done(company.owner, absences.addAbsence, { member_id: pavel.id, kind: 'other', ...day })
    const [hours] = await hoursOf(company, pavel.id)
    await done(company.owner, absences.withdrawAbsence, { absence_id: one.id })
    return [one.from_time, one.to_time, hours]
  }
  assert.deepEqual(await part('09:00', '12:00'), ['09:00', '12:00', 5])
  assert.deepEqual(await part('14:00', '18:00'), ['14:00', '18:00', 4])
  assert.deepEqual(await part('08:00', '17:00'), ['08:00', '17:00', 1])
  assert.deepEqual(await part('13:00', '00:00'), ['13:00', '00:00', 4])
  assert.deepEqual(await part('19:00', '20:00'), ['19:00', '20:00', 8])
})

test('ABS-2 ABS-3 S48: a performer asks from his phone, his manager confirms once, and it counts from then on', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const pavel = await makePerformer(company)
  const asked = await done(pavel, absences.addAbsence, { kind: 'day_off', ...MARCH, note: 'Свадьба' })
  assert.deepEqual([asked.state, asked.can.decide?.code], ['asked', 'absence.not_yours'])
  assert.deepEqual(await hoursOf(company, pavel.id), [8, 8, 8])

  const decide = () => as(manager, absences.decideAbsence, { absence_id: asked.id, confirm: true })
  const twice = await race(2, decide)
  assert.deepEqual(
    new Set(twice.map(({ status, body }) => `${status} ${body.code ?? body.state}`)),
    new Set(['200 confirmed', '409 absence.decided']),
  )
  assert.deepEqual(await hoursOf(company, pavel.id), [0, 0, 0])
  const late = await as(pavel, absences.withdrawAbsence, { absence_id: asked.id })
  assert.deepEqual([late.status, late.body.code], [403, 'absence.confirmed_already'])
})

test('ABS-3: a refusal says why, and what is asked is taken back by who asked', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const ask = (days: { from_day: string; to_day: string }) =>
    done(pavel, absences.addAbsence, { kind: 'vacation', ...days })
  const first = await ask({ from_day: '2030-07-01', to_day: '2030-07-05' })
  const silent = await as(company.owner, absences.decideAbsence, { absence_id: first.id, confirm: false })
  assert.deepEqual([silent.status, silent.body.code], [422, 'field.required'])
  const no = { absence_id: first.id, confirm: false, reason: 'Аврал' }
  assert.equal((await done(company.owner, absences.decideAbsence, no)).state, 'refused')
  const second = await ask({ from_day: '2030-07-01', to_day: '2030-07-02' })
  assert.equal((await done(pavel, absences.withdrawAbsence, { absence_id: second.id })).state, 'withdrawn')
  const { rows } = await done(pavel, absences.listMyAbsences, {})
  assert.deepEqual(
    rows.map(({ state, reason, decided_by }) => [state, reason, decided_by?.name]),
    [
      ['withdrawn', null, undefined],
      ['refused', 'Аврал', 'Владелец'],
    ],
  )
})

test('ABS-2 ABS-3: illness holds as soon as he says so, and he ends it himself', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const ill = await done(pavel, absences.addAbsence, { kind: 'illness', ...MARCH })
  assert.equal(ill.state, 'confirmed')
  assert.deepEqual(await hoursOf(company, pavel.id), [0, 0, 0])
  assert.equal((await done(pavel, absences.withdrawAbsence, { absence_id: ill.id })).state, 'withdrawn')
})

test('ABS-2: of staff a head answers for those below him, not for himself nor for others', async () => {
  const company = await makeCompany()
  const head = await makeStaff(company, 'member')
  const other = await makeStaff(company, 'manager')
  const clerk = await makeReport(company, head.id)
  const asked = await done(clerk, absences.addAbsence, { kind: 'vacation', ...MARCH })
  assert.equal(asked.state, 'asked')
  const decide = (person: Person) => as(person, absences.decideAbsence, { absence_id: asked.id, confirm: true })
  assert.equal((await decide(clerk)).body.code, 'absence.not_yours')
  assert.equal((await decide(other)).body.code, 'absence.not_yours')
  assert.equal((await decide(head)).body.state, 'confirmed')
  assert.equal((await done(head, absences.addAbsence, { kind: 'day_off', ...MARCH })).state, 'asked')
  const enter = await as(other, absences.addAbsence, { member_id: clerk.id, kind: 'illness', ...MARCH })
  assert.equal(enter.body.code, 'absence.not_yours')
  assert.equal((await done(company.owner, absences.addAbsence, { kind: 'day_off', ...MARCH })).state, 'confirmed')
})

test('ABS-4: nobody is away twice at one time, also by two phones at once', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  const replies = await race(4, () => as(pavel, absences.addAbsence, { kind: 'day_off', ...MARCH }))
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409, 409],
  )
  assert.equal(replies.find(({ status }) => status === 409)?.body.code, 'absence.overlaps')
  const day = (from_time: string, to_time: string) =>
    as(company.owner, absences.addAbsence, {
      member_id: pavel.id,
      kind: 'other',
      from_day: '2026-03-16',
      to_day: '2026-03-16',
      from_time,
      to_time,
    })
  assert.deepEqual([(await day('09:00', '10:00')).status, (await day('10:00', '11:00')).status], [200, 200])
  assert.equal((await day('10:30', '12:00')).body.code, 'absence.overlaps')
})

test('ABS-4: days and hours that are none are refused at their field', async () => {
  const company = await makeCompany()
  const add = (more: object) => as(company.owner, absences.addAbsence, { kind: 'other', ...MARCH, ...more })
  const said = async (more: object) => {
    const { body } = await add(more)
    return [body.errors?.[0]?.code, body.errors?.[0]?.path]
  }
  assert.deepEqual(await said({ to_day: '2026-03-09' }), ['days.backwards', 'to_day'])
  assert.deepEqual(await said({ from_time: '09:00' }), ['absence.part_of_one_day', 'to_day'])
  const one = { to_day: MARCH.from_day }
  assert.deepEqual(await said({ ...one, from_time: '12:00', to_time: '11:00' }), ['absence.time_backwards', 'to_time'])
})

test('ABS-5: staff see who is away; the note is for who answers, a performer sees his own, a stranger nothing', async () => {
  const company = await makeCompany()
  const clerk = await makeStaff(company, 'member')
  const [pavel, igor] = [await makePerformer(company), await makePerformer(company)]
  const ours = { member_id: pavel.id, kind: 'illness', ...MARCH, note: 'Операция' } as const
  const { id } = await done(company.owner, absences.addAbsence, ours)
  const list = async (person: Person, more: object = {}) =>
    (await done(person, absences.listAbsences, { from: '2026-03-12', to: '2026-03-31', ...more })).rows
  assert.deepEqual(
    (await list(company.owner)).map((row) => [row.id, row.note]),
    [[id, 'Операция']],
  )
  assert.deepEqual(
    (await list(clerk)).map((row) => [row.kind, row.note]),
    [['illness', null]],
  )
  assert.deepEqual(await list(company.owner, { member_id: igor.id }), [])
  assert.deepEqual(await list(company.owner, { from: '2026-03-13' }), [])
  assert.equal((await as(igor, absences.withdrawAbsence, { absence_id: id })).status, 404)
  assert.equal((await as(igor, absences.addAbsence, { ...ours })).status, 404)
  const stranger = await makeCompany()
  assert.deepEqual(await list(stranger.owner), [])
  assert.equal((await as(stranger.owner, absences.withdrawAbsence, { absence_id: id })).status, 404)
})

test('ABS-5: the list goes page by page, the latest first', async () => {
  const company = await makeCompany()
  const pavel = await makePerformer(company)
  for (let day = 0; day < 52; day++) {
    const at = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)
    await done(company.owner, absences.addAbsence, { member_id: pavel.id, kind: 'other', from_day: at, to_day: at })
  }
  const first = await done(company.owner, absences.listAbsences, {})
  const second = await done(company.owner, absences.listAbsences, { after: first.next ?? '' })
  assert.deepEqual(
    [first.rows.length, first.rows[0]?.from_day, second.rows.map((row) => row.from_day)],
    [50, '2026-02-21', ['2026-01-02', '2026-01-01']],
  )
  assert.equal(second.next, null)
  const { id: absence_id } = second.rows[1]!
  const alone = await done(company.owner, absences.getAbsence, { absence_id })
  assert.deepEqual(alone, second.rows[1])
  const stranger = await makeCompany()
  assert.equal((await as(stranger.owner, absences.getAbsence, { absence_id })).body.code, 'absence.missing')
})

test('ABS-6: who is away in a span of time, to the minute of the company’s clock', async () => {
  const company = await makeCompany()
  const [pavel, igor] = [await makePerformer(company), await makePerformer(company)]
  const day = { from_day: '2026-03-10', to_day: '2026-03-10' }
  const part = { member_id: pavel.id, kind: 'other', ...day, from_time: '12:00', to_time: '16:00' } as const
  await done(company.owner, absences.addAbsence, part)
  await done(igor, absences.addAbsence, { kind: 'day_off', ...day })
  const ids = [pavel.id, igor.id]
  // Minsk is three hours ahead.
  const at = (starts: string, ends: string) =>
    inside(company, (ctx) => {
      const span = { starts_at: `2026-03-10T${starts}:00.000Z`, ends_at: `2026-03-10T${ends}:00.000Z` }
      return absentAt(ctx, ids, span)
    })
  assert.deepEqual(
    [...(await at('12:00', '14:00'))].map(([id, { kind }]) => [id, kind]),
    [[pavel.id, 'other']],
  )
  assert.equal((await at('13:00', '15:00')).size, 0)
  assert.equal((await at('07:00', '09:00')).size, 0)
})
