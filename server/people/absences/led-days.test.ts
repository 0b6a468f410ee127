import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import * as absences from '#contract/time/absences.ts'
import * as schedules from '#contract/time/schedules.ts'
import * as substitutions from '#contract/time/substitutions.ts'
import { as, done } from '#test/as.ts'
import { giveOwnRole, makePerformer, makeStaff } from '#test/world/people.ts'
import { makePool } from '#test/world/pools.ts'
import { makeCompany } from '#test/world.ts'

const DAYS = { from_day: '2030-03-11', to_day: '2030-03-12' } as const
const NEXT = { from_day: '2030-03-18', to_day: '2030-03-19' } as const
const OTHERS = [403, 'performer.led_by_others']
const HOURS = { from: '09:00', to: '13:00', break_minutes: 0 }
const SHIFTS = { kind: 'shifts' as const, pattern: [HOURS, null], from_day: '2030-03-04' }

/** A company that has closed its orders to managers: Olga leads Pavel by her pool, Anna is in the owner's. */
async function twoPools() {
  const company = await makeCompany()
  const { owner } = company
  const olga = await makeStaff(company, 'manager', 'Ольга')
  await done(owner, people.changeCompany, { orders_open: false })
  const [pavel, anna] = [await makePerformer(company), await makePerformer(company)]
  await makePool(olga, [pavel])
  await makePool(owner, [anna])
  return { company, owner, olga, pavel, anna }
}

const said = (replies: readonly { status: number; body: { code?: string } }[]) =>
  replies.map(({ status, body }) => (status === 200 ? [200] : [status, body.code]))

test('RGT-13 ABS-2 ABS-3: the absence of another’s performer is not entered, decided, changed or taken back; one’s own is', async () => {
  const { owner, olga, pavel, anna } = await twoPools()
  const all = async (who: typeof anna) => {
    const asked = await done(who, absences.addAbsence, { kind: 'day_off', ...DAYS, note: 'Свадьба' })
    const { can, note } = await done(olga, absences.getAbsence, { absence_id: asked.id })
    const at = { absence_id: asked.id }
    const replies = [
      await as(olga, absences.addAbsence, { member_id: who.id, kind: 'vacation', ...NEXT }),
      await as(olga, absences.decideAbsence, { ...at, confirm: true }),
      await as(olga, absences.changeAbsence, { ...at, to_day: '2030-03-13' }),
      await as(olga, absences.withdrawAbsence, at),
    ]
    const buttons = [can.decide, can.change, can.withdraw].map((refusal) => refusal?.code ?? null)
    return { replies: said(replies), buttons, note }
  }
  assert.deepEqual(await all(pavel), { replies: Array(4).fill([200]), buttons: [null, null, null], note: 'Свадьба' })
  const { replies, buttons, note } = await all(anna)
  assert.deepEqual([replies, buttons, note], [Array(4).fill(OTHERS), Array(3).fill(OTHERS[1]), null])
  assert.equal((await as(owner, absences.addAbsence, { member_id: anna.id, kind: 'vacation', ...NEXT })).status, 200)
})

test('RGT-13 CAL-5: the schedule of another’s performer is neither set nor ended nor taken back', async () => {
  const { owner, olga, pavel, anna } = await twoPools()
  const all = async (member_id: string) => {
    const { rows, can } = await done(owner, schedules.addSchedule, { member_id, ...SHIFTS })
    assert.equal(can.change, null)
    const one = { member_id, schedule_id: rows[0]?.id ?? '' }
    const seen = await done(olga, schedules.listSchedules, { member_id })
    const replies = [
      await as(olga, schedules.addSchedule, { member_id, ...SHIFTS }),
      await as(olga, schedules.endSchedule, { ...one, to_day: '2030-04-01' }),
      await as(olga, schedules.removeSchedule, one),
    ]
    return [seen.can.change?.code ?? null, ...said(replies)]
  }
  assert.deepEqual(await all(pavel.id), [null, [200], [200], [200]])
  assert.deepEqual(await all(anna.id), [OTHERS[1], OTHERS, OTHERS, OTHERS])
})

test('RGT-13 SUB-1: who acts for another’s performer is neither said nor ended, with an absence or without', async () => {
  const { owner, olga, pavel, anna } = await twoPools()
  const say = (absent_id: string, deputy_id: string) =>
    as(olga, substitutions.addSubstitution, { absent_id, deputy_id, ...DAYS })
  assert.deepEqual(said([await say(anna.id, pavel.id), await say(pavel.id, anna.id)]), [OTHERS, [200]])
  const away = { member_id: anna.id, deputy_id: pavel.id, kind: 'vacation', ...NEXT } as const
  assert.deepEqual(said([await as(olga, absences.addAbsence, away)]), [OTHERS])

  const { id } = await done(owner, substitutions.addSubstitution, {
    absent_id: anna.id,
    deputy_id: pavel.id,
    ...NEXT,
  })
  const { rows } = await done(olga, substitutions.listSubstitutions, { member_id: anna.id })
  assert.equal(rows.find((row) => row.id === id)?.can.end?.code, OTHERS[1])
  assert.deepEqual(said([await as(olga, substitutions.endSubstitution, { substitution_id: id })]), [OTHERS])
  const own = rows.find((row) => row.id !== id)
  assert.equal(own?.can.end, null)
  assert.equal((await as(olga, substitutions.endSubstitution, { substitution_id: own?.id ?? '' })).status, 200)
})

test('RGT-13 ABS-2: whose absence one enters is told with the person; of himself everybody asks', async () => {
  const { company, owner, olga, pavel, anna } = await twoPools()
  const clerk = await makeStaff(company, 'member')
  const may = async (by: typeof olga, ids: readonly string[]) =>
    Promise.all(ids.map(async (member_id) => (await done(by, people.getMember, { member_id })).can.absence?.code))
  const ids = [pavel.id, anna.id, olga.id, clerk.id]
  assert.deepEqual(await may(olga, ids), [undefined, OTHERS[1], undefined, 'absence.not_yours'])
  assert.deepEqual(await may(clerk, ids), [...Array<string>(3).fill('absence.not_yours'), undefined])
  const { rows } = await done(owner, people.listMembers, {})
  assert.ok(rows.every(({ can }) => can.absence === null))
  // Who manages people reaches all performers, and yet leads none of them without the right to.
  await giveOwnRole(company, clerk.id, ['orders.all', 'people.manage'], 'Кадры')
  assert.deepEqual(await may(clerk, ids), ['absence.not_yours', 'absence.not_yours', undefined, undefined])
})
