// Alone: most of a minute long, so it begins first.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as counterparties from '#contract/counterparties.ts'
import * as history from '#contract/history.ts'
import * as orders from '#contract/orders.ts'
import { listPapers } from '#contract/papers.ts'
import * as people from '#contract/people.ts'
import * as portal from '#contract/portal.ts'
import * as reports from '#contract/reports.ts'
import { listPerformers } from '#contract/staffing/roster.ts'
import { listAbsences } from '#contract/time/absences.ts'
import { getLoad } from '#contract/time/load.ts'
import { listSubstitutions } from '#contract/time/substitutions.ts'
import { account, anybody, done, type Person } from '#test/as.ts'
import { product } from '#test/product.ts'
import { linkOf } from '#test/world/orders.ts'
import { linkIn } from '#test/world/people.ts'
import { PASSWORD, STAFF } from './cast.ts'
import { openDemo } from './open-demo.ts'
import { Timeline } from './timeline.ts'
import { ORDERS, type OrderRow } from './orders.ts'

const PHASES = {
  asked: 'new',
  agreed: 'agreement',
  given: 'work',
  taken: 'work',
  going: 'work',
  said_done: 'work',
  closed: 'work',
  sent: 'acceptance',
  accepted: 'closing',
  invoiced: 'closing',
  papered: 'closing',
  done: 'done',
} as const
const phaseOf = ({ upto, turns }: OrderRow): orders.Phase => (turns.includes('cancelled') ? 'cancelled' : PHASES[upto])

/** When the work of today and of the next working day is due: on the eve of days off nothing is due soon. */
const evenings = (): Date[] => [0, 1].map((day) => new Timeline(new Date()).at(day, 18))
const isSoon = (at: Date): boolean => at.getTime() > Date.now() && at.getTime() < Date.now() + 86_400_000

test('the demo company is in the middle of its month, and no rule stood in its way', async (t) => {
  const { process } = await product()
  const began = performance.now()
  const letter = await openDemo(process)
  t.diagnostic(`made in ${Math.round(performance.now() - began)} ms`)

  await t.test('every order stands in the phase that its story says', async () => {
    const { rows } = await done(await signedIn('olga@gorodservis.example'), orders.listOrders, { limit: 200 })
    const counted = (phases: orders.Phase[]) =>
      phases.toSorted().reduce<Record<string, number>>((all, phase) => ({ ...all, [phase]: (all[phase] ?? 0) + 1 }), {})
    assert.deepEqual(counted(rows.map(({ phase }) => phase)), counted(ORDERS.map(phaseOf)))
    assert.equal(rows.length, 60)
    assert.equal(rows.find(({ title }) => title === 'Подключить световой короб')?.number, 1042)
    const kinds = new Set(rows.map(({ warning }) => warning?.code))
    assert.ok(kinds.size >= (evenings().some(isSoon) ? 5 : 4), [...kinds].join())
  })

  await t.test('everybody who is named can sign in', async () => {
    for (const { email, role } of STAFF) {
      assert.ok(letter.includes(email))
      assert.equal((await done(await signedIn(email), people.getMe, {})).member?.role, role)
    }
    const links = letter.match(/\S+\/[lz]\/\S+/g) ?? []
    const [phone = '', , sent = '', completed = ''] = links
    const opened = await Promise.all([sent, completed].map((url) => done(anybody(), portal.openLink, linkOf(url))))
    assert.deepEqual(
      opened.map(({ phase }) => phase),
      ['acceptance', 'done'],
    )
    assert.equal((await done(anybody(), people.lookAtPersonalLink, { link: linkIn(phone) })).member.name, 'Павел Жук')
  })

  await t.test('requisites have right check digits, and the month has a margin', async () => {
    const olga = await signedIn('olga@gorodservis.example')
    const { rows } = await done(olga, counterparties.listCounterparties, {})
    for (const { id } of rows)
      assert.deepEqual((await done(olga, counterparties.getCounterparty, { counterparty_id: id })).faults, [])
    assert.equal(rows.length, 6)
    const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
    const { total } = await done(olga, reports.reportCosts, { from: day(50), to: day(-1) })
    assert.ok(total.orders > 35 && BigInt(total.margin) > 0n)
  })

  await t.test('time runs forward in the history of an order', async () => {
    const olga = await signedIn('olga@gorodservis.example')
    const { rows } = await done(olga, orders.listOrders, { search: 'Заменить стояк ГВС, подъезд 1', limit: 200 })
    const order_id = rows.find(({ title }) => title === 'Заменить стояк ГВС, подъезд 1')?.id ?? ''
    const told = (await done(olga, history.getOrderTimeline, { order_id })).rows.map(({ at }) => at)
    assert.deepEqual(told, told.toSorted().toReversed())
    assert.ok(told.length > 15)
  })

  await t.test('papers of the performers: permits that run out, legal forms, scans, one who left, one who is suspended', async () => {
    const olga = await signedIn('olga@gorodservis.example')
    const names = async (wish: Parameters<typeof done<typeof listPerformers>>[2]) =>
      (await done(olga, listPerformers, wish)).rows.map(({ name }) => name)
    assert.deepEqual(await names({ certificates: 'expired' }), ['Игорь Лисовский'])
    assert.equal((await names({ certificates: 'expiring' })).length, 5)
    assert.deepEqual([await names({ state: 'left' }), await names({ state: 'suspended' }), await names({ state: 'invited' })], [['Степан Голуб'], ['Михаил Лис'], ['Людмила Пинчук']])
    const [pavel] = (await done(olga, listPerformers, { search: 'Павел Жук' })).rows
    assert.equal((await done(olga, listPapers, { member_id: pavel!.id })).rows.length, 3)
    assert.equal((await done(olga, people.getMember, { member_id: pavel!.id })).legal_forms[0]?.form, 'entrepreneur')
  })

  await t.test('somebody is away, somebody asks, somebody acts for another, and the load shows it', async () => {
    const olga = await signedIn('olga@gorodservis.example')
    const { rows } = await done(olga, listAbsences, { state: ['asked', 'confirmed', 'refused'] })
    assert.deepEqual(
      rows.filter(({ state }) => state !== 'confirmed').map(({ member, state }) => [member.name, state]),
      [
        ['Павел Жук', 'asked'],
        ['Павел Жук', 'refused'],
      ],
    )
    const deputies = await done(olga, listSubstitutions, {})
    assert.deepEqual(
      deputies.rows.map(({ absent, deputy, state }) => [absent.name, deputy.name, state]),
      [
        ['Дмитрий Левчук', 'Ольга Санько', 'ahead'],
        ['Екатерина Мороз', 'Вера Лапко', 'holds'],
      ],
    )
    const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)
    const load = await done(olga, getLoad, { from: day(0), to: day(20) })
    const away = load.rows.filter((row) => row.away.length > 0).map(({ member }) => member.name)
    assert.deepEqual(away.toSorted(), ['Алина Кот', 'Артём Сушко', 'Денис Рудько'])
  })

  await t.test('a second start finds it and says the same', async () => assert.equal(await openDemo(process), letter))
})

async function signedIn(email: string): Promise<Person> {
  const person = anybody()
  const answer = await account(person, '/sign-in/email', { email, password: PASSWORD })
  assert.equal(answer.status, 200)
  return person
}
