import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as calendar from '#contract/time/calendar.ts'
import * as contracts from '#contract/parties/contracts.ts'
import type { Input } from '#contract/endpoint.ts'
import { done } from '#test/as.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { inside } from '#test/world/inside.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { silenceTerms } from './silence-terms.ts'

type Wish = Partial<Input<typeof contracts.addContract>>

/** A customer whose contract of the first day of 2025 accepts by silence after so many working days. */
async function customerOf({ owner }: Company, silence_days: number | null, wish: Wish = {}): Promise<string> {
  const { id: counterparty_id } = await makeCounterparty(owner)
  const contract = { counterparty_id, number: '5/2026', signed_on: '2025-01-01', silence_days, ...wish }
  await done(owner, contracts.addContract, contract)
  return counterparty_id
}

/** What silence comes to for work that is sent then. */
const sentAt = (company: Company, counterparty_id: string, at: string, time_zone = 'Europe/Minsk') =>
  inside(company, (ctx) => silenceTerms(ctx, counterparty_id), { now: new Date(at), time_zone })

const lastDay = async (...sent: Parameters<typeof sentAt>) => (await sentAt(...sent))?.last_day

test('ORD-20 CAL-7: an answer is waited for to the end of the N-th working day, past holidays of Belarus and its moved days', async () => {
  const company = await makeCompany()
  const [one, two, three] = [await customerOf(company, 1), await customerOf(company, 2), await customerOf(company, 3)]
  const march = await sentAt(company, three, '2026-03-05T12:00:00Z')
  // Friday the 6th, Monday the 9th, Tuesday the 10th; in Minsk a day ends at 21:00 UTC, work begins at 6:00.
  assert.deepEqual(
    [march?.contract_number, march?.days, march?.last_day, march?.accepts_at, march?.remind_at],
    ['5/2026', 3, '2026-03-10', new Date('2026-03-10T21:00:00Z'), new Date('2026-03-09T06:00:00Z')],
  )
  // The first of May is a Friday.
  assert.equal(await lastDay(company, two, '2026-04-29T08:00:00Z'), '2026-05-04')
  // Monday the 20th of April was exchanged with the Saturday, and Tuesday is Radunitsa.
  assert.equal(await lastDay(company, one, '2026-04-17T08:00:00Z'), '2026-04-22')
  assert.equal(await lastDay(company, one, '2026-04-24T08:00:00Z'), '2026-04-25')
  // After midnight in Minsk it is the next day already.
  assert.equal(await lastDay(company, one, '2026-03-04T20:59:00Z'), '2026-03-05')
  assert.equal(await lastDay(company, one, '2026-03-04T21:00:00Z'), '2026-03-06')
  // Where it is one day the letter says it the day before: nobody is reminded.
  assert.equal((await sentAt(company, one, '2026-03-04T12:00:00Z'))?.remind_at, null)
})

test('ORD-20 CAL-7: in Russia a holiday on a day off takes the next working one, and the New Year is long', async () => {
  const company = await makeCompany({ country: 'RU' })
  const three = await customerOf(company, 3)
  const sent = (at: string) => sentAt(company, three, at, 'Europe/Moscow')
  assert.deepEqual(
    [(await sent('2026-03-05T12:00:00Z'))?.last_day, (await sent('2026-03-05T12:00:00Z'))?.remind_at],
    ['2026-03-11', new Date('2026-03-10T06:00:00Z')],
  )
  // The 31st of December and the 9th of January are moved days off.
  assert.equal((await sent('2025-12-30T12:00:00Z'))?.last_day, '2026-01-14')
  // Kaliningrad is an hour behind.
  const there = await sentAt(company, three, '2026-03-05T12:00:00Z', 'Europe/Kaliningrad')
  assert.deepEqual(there?.accepts_at, new Date('2026-03-11T22:00:00Z'))
})

test('ORD-20 CAL-7 CAL-3: a day that the company has said to be off is none, and one that it works counts', async () => {
  const company = await makeCompany()
  const customer = await customerOf(company, 2)
  await done(company.owner, calendar.setCalendarDay, { day: '2026-03-06', kind: 'off' })
  assert.equal(await lastDay(company, customer, '2026-03-05T12:00:00Z'), '2026-03-10')
  await done(company.owner, calendar.setCalendarDay, { day: '2026-03-07', kind: 'work' })
  assert.equal(await lastDay(company, customer, '2026-03-05T12:00:00Z'), '2026-03-09')
})

test('ORD-20 CPT-12: the contract in force on that day says it, of several the one signed last; without one silence is nothing', async () => {
  const company = await makeCompany()
  const { owner } = company
  const at = '2026-03-05T12:00:00Z'
  const { id: counterparty_id } = await makeCounterparty(owner)
  const add = (number: string, terms: Wish) =>
    done(owner, contracts.addContract, { counterparty_id, number, signed_on: '2025-01-01', ...terms })
  const says = async () => (await sentAt(company, counterparty_id, at))?.contract_number
  assert.equal(await says(), undefined)
  await add('ended', { to_day: '2026-03-04', silence_days: 2 })
  await add('coming', { from_day: '2026-03-06', silence_days: 2 })
  assert.equal(await says(), undefined)
  await add('first', { to_day: '2026-03-05', silence_days: 2 })
  assert.equal(await says(), 'first')
  const later = await add('later', { signed_on: '2025-06-01', from_day: '2026-03-05', silence_days: 4 })
  assert.equal(await says(), 'later')
  await done(owner, contracts.changeContract, { contract_id: later.id, silence_days: null })
  assert.equal(await says(), undefined)
  await done(owner, contracts.removeContract, { contract_id: later.id })
  assert.equal(await says(), 'first')
})
