import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getOrderTimeline } from '#contract/history.ts'
import { noteOrder } from '#contract/order-notes.ts'
import * as orders from '#contract/orders.ts'
import * as portal from '#contract/portal.ts'
import { anybody, as, done, type Person } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { eventsOf, linkOf, makeOrder, makeSentOrder } from '#test/world/orders.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'

const SECRET = 'Между нами: люстру уронили ещё в прошлом году'

test('ORD-15 S40: a note of the staff stands in the timeline with who and when, also on an order that has ended', async () => {
  const company = await makeCompany()
  const { owner } = company
  const irina = await makeStaff(company, 'accountant', 'Ирина Корзун')
  const { id: order_id } = await makeOrder(owner)
  await done(owner, orders.cancelOrder, { order_id, reason: 'Передумали' })

  const note = await done(irina, noteOrder, { order_id, text: `  ${SECRET}\n` })

  const [entry] = (await done(owner, getOrderTimeline, { order_id })).rows
  assert.deepEqual([note.text, note.order_id], [SECRET, order_id])
  assert.deepEqual(
    [entry?.name, entry?.at, entry?.actor?.name, entry?.facts['text']],
    ['order.noted', note.at, 'Ирина Корзун', SECRET],
  )
  const blank = await as(irina, noteOrder, { order_id, text: '   ' })
  assert.deepEqual([blank.status, blank.body.code, blank.body.errors?.[0]?.path], [422, 'field.required', 'text'])
})

test('ORD-15: of many sendings of one note one stands; two notes at once both stand', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { id: order_id } = await makeOrder(owner)
  const manner = { key: '01930000-0000-7000-8000-00000000aaaa' }

  await race(5, () => as(owner, noteOrder, { order_id, text: SECRET }, manner))
  await race(2, (i) => as(owner, noteOrder, { order_id, text: `${i}` }))

  const notes = (await eventsOf(company, order_id)).filter(({ name }) => name === 'order.noted')
  assert.deepEqual(notes.map(({ facts }) => (facts as { text: string }).text).toSorted(), ['0', '1', SECRET])
})

test('ORD-15 S75 S93: neither performer nor customer nor another company reads or writes notes', async () => {
  const company = await makeCompany()
  const { owner } = company
  const performer = await makePerformer(company, {})
  const { order, url } = await makeSentOrder(company)
  await done(owner, noteOrder, { order_id: order.id, text: SECRET })
  const { link_id, secret } = linkOf(url)
  const customer = anybody()
  const seen = await as(customer, portal.openLink, { link_id, secret })

  const [other, member] = [(await makeCompany()).owner, await makeStaff(company, 'member')]
  const code = async (who: Person) => {
    const { status, body } = await as(who, noteOrder, { order_id: order.id, text: 'Слово' })
    return [status, body.code]
  }
  assert.deepEqual(
    [await code(other), await code(member), await code(performer), await code(customer)],
    [
      [404, 'order.missing'],
      [404, 'order.missing'],
      [403, 'door.staff'],
      [401, 'session.missing'],
    ],
  )
  assert.equal(seen.status, 200)
  assert.ok(!JSON.stringify(seen.body).includes(SECRET))
  assert.ok(!JSON.stringify((await as(customer, portal.getPurchase, { link_id })).body).includes(SECRET))
})
